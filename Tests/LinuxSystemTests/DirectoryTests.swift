import Glibc
import LinuxSystem
import SystemPackage
import Testing

struct DirectoryTests {
  private let temporary: TemporaryFolder

  init() throws {
    temporary = try TemporaryFolder()
  }

  private static let awkwardNames: [[UInt8]] = [
    Array("小店镇2024年年报.docx".utf8),
    Array("two\nlines \u{1b}[31m".utf8),
    Array("-rf *".utf8),
    [0xC4, 0xEA, 0xB1, 0xA8, 0xFF, 0xFE],
    [UInt8](repeating: 0x61, count: 255),
  ]

  @Test(arguments: awkwardNames)
  func `a name comes back byte for byte`(_ bytes: [UInt8]) throws {
    let folder = try temporary.open()
    let name = try #require(FilePath.Component(bytes: bytes))
    try folder.write(name, [1, 2, 3])
    #expect(try folder.entries().map(\.kind) == [.regular])
    #expect(try folder.entries().map(\.name.bytes) == [bytes])
    #expect(try folder.openForReading(FilePath(root: nil, [name])).readAll(upTo: 10) == [1, 2, 3])
    try folder.renameNoReplace(name, to: "plain", in: folder)
    #expect(try !folder.contains(name))
    try folder.unlink("plain")
    #expect(try folder.entries().isEmpty)
  }

  @Test(arguments: [[], Array("a/b".utf8), [0x61, 0, 0x62]] as [[UInt8]])
  func `bytes that are no name are refused`(_ bytes: [UInt8]) {
    #expect(FilePath.Component(bytes: bytes) == nil)
  }

  @Test func `a listing tells the kinds of what is there`() throws {
    let folder = try temporary.open()
    try folder.write("file", [])
    try folder.makeDirectory("folder", permissions: .ownerReadWriteExecute)
    try temporary.makeLink("link", to: "file")
    try temporary.makeFIFO("fifo")
    let kinds = try Dictionary(uniqueKeysWithValues: folder.entries().map { ($0.name.string, $0.kind) })
    #expect(kinds == ["file": .regular, "folder": .directory, "link": .symbolicLink, "fifo": .fifo])
    for (name, kind) in kinds {
      #expect(try folder.status(of: FilePath(name)).kind == kind)
    }
  }

  @Test func `listing twice gives the same`() throws {
    let folder = try temporary.open()
    for index in 0..<300 { try folder.write(#require(FilePath.Component("file\(index)")), []) }
    let first = Set(try folder.entries())
    #expect(first.count == 300)
    #expect(Set(try folder.entries()) == first)
  }

  @Test func `no symbolic link is followed, at the end or on the way`() throws {
    let folder = try temporary.open()
    try folder.makeDirectory("folder", permissions: .ownerReadWriteExecute)
    try folder.directory(at: "folder").write("file", [1])
    try temporary.makeLink("way", to: "folder")
    try temporary.makeLink("end", to: "folder/file")
    #expect(throws: Errno.tooManySymbolicLinkLevels) { _ = try folder.openForReading("end") }
    #expect(throws: Errno.tooManySymbolicLinkLevels) { _ = try folder.openForReading("way/file") }
    #expect(throws: Errno.tooManySymbolicLinkLevels) { _ = try folder.directory(at: "way").status() }
    #expect(throws: Errno.tooManySymbolicLinkLevels) { _ = try folder.status(of: "way/file") }
    #expect(try folder.openForReading("folder/file").readAll(upTo: 1) == [1])
  }

  @Test(arguments: ["../", "/etc/passwd", "folder/../../x"])
  func `no path leads out of the folder`(_ path: String) throws {
    let folder = try temporary.open()
    try folder.makeDirectory("folder", permissions: .ownerReadWriteExecute)
    #expect(throws: Errno.improperLink) { _ = try folder.openForReading(FilePath(path)) }
  }

  @Test func `opening a FIFO does not wait for its writer`() throws {
    try temporary.makeFIFO("fifo")
    #expect(try temporary.open().openForReading("fifo").status().kind == .fifo)
  }

  @Test func `a taken name is neither created nor renamed over`() throws {
    let folder = try temporary.open()
    try folder.write("old", [1])
    try folder.write("new", [2])
    #expect(throws: Errno.fileExists) { _ = try folder.createFile("old") }
    #expect(throws: Errno.fileExists) { try folder.renameNoReplace("old", to: "new", in: folder) }
    #expect(try folder.openForReading("old").readAll(upTo: 9) == [1])
    #expect(try folder.openForReading("new").readAll(upTo: 9) == [2])
    try folder.renameReplacing("old", to: "new", in: folder)
    #expect(try folder.openForReading("new").readAll(upTo: 9) == [1])
    #expect(throws: Errno.noSuchFileOrDirectory) { try folder.renameNoReplace("old", to: "other", in: folder) }
  }

  @Test func `a file keeps its identity when it is moved to another folder`() throws {
    let folder = try temporary.open()
    try folder.makeDirectory("other", permissions: .ownerReadWriteExecute)
    try folder.write("file", [1, 2])
    let before = try folder.status(of: "file")
    try folder.renameNoReplace("file", to: "moved", in: folder.directory(at: "other"))
    let after = try folder.status(of: "other/moved")
    #expect(after.isSameFile(as: before))
    #expect(after.size == 2 && after.links == 1 && after.owner == getuid())
  }

  @Test func `only an empty folder is removed`() throws {
    let folder = try temporary.open()
    try folder.makeDirectory("inner", permissions: .ownerReadWriteExecute)
    try folder.directory(at: "inner").write("file", [])
    #expect(throws: Errno.directoryNotEmpty) { try folder.removeDirectory("inner") }
    try folder.directory(at: "inner").unlink("file")
    try folder.removeDirectory("inner")
    #expect(try !folder.contains("inner"))
  }

  @Test func `no descriptor survives into another program`() throws {
    let folder = try temporary.open()
    try folder.write("file", [])
    func flags(_ descriptor: borrowing OwnedDescriptor) -> CInt {
      fcntl(descriptor.raw, F_GETFD)
    }
    let all = [
      flags(folder.descriptor),
      flags(try folder.directory(at: "").descriptor),
      flags(try folder.createFile("new")),
      flags(try folder.openForReading("file")),
      flags(try folder.openForAppending("file")),
      flags(try folder.descriptor.duplicate()),
    ]
    #expect(all == [CInt](repeating: FD_CLOEXEC, count: 6))
  }
}
