import Glibc
import LinuxSystem
import SystemPackage
import Testing

struct FileContentsTests {
  private let temporary: TemporaryFolder

  init() throws {
    temporary = try TemporaryFolder()
  }

  @Test(arguments: [0, 1, 4096, 4097, 3 << 20])
  func `what was written is read`(_ count: Int) throws {
    let folder = try temporary.open()
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try folder.write("file", bytes)
    #expect(try folder.openForReading("file").readAll(upTo: count) == bytes)
  }

  @Test func `a file over the limit is not taken into memory`() throws {
    let folder = try temporary.open()
    try folder.write("file", [UInt8](repeating: 7, count: 10_001))
    let file = try folder.openForReading("file")
    #expect(throws: Errno.fileTooLarge) { _ = try file.readAll(upTo: 10_000) }
    #expect(try file.readAll(upTo: 10_001).count == 10_001)
  }

  @Test func `reading leaves the offset alone`() throws {
    let folder = try temporary.open()
    try folder.write("file", [1, 2, 3, 4])
    let file = try folder.openForReading("file")
    _ = try file.readAll(upTo: 100)
    #expect(lseek(file.raw, 0, SEEK_CUR) == 0)
    #expect(try file.read(atMost: 2, at: 3) == [4])
    #expect(try file.read(atMost: 2, at: 4) == [])
  }

  @Test func `a file with no size of its own is read to its end`() throws {
    let file = try Directory(at: "/proc/self").openForReading("status")
    let text = String(decoding: try file.readAll(upTo: 1 << 20), as: UTF8.self)
    #expect(text.contains("Pid:\t\(getpid())\n"))
  }

  @Test func `appending adds to what is there`() throws {
    let folder = try temporary.open()
    try folder.write("file", [1])
    for _ in 0..<2 { try folder.openForAppending("file").writeAll([9]) }
    #expect(try folder.openForReading("file").readAll(upTo: 9) == [1, 9, 9])
  }

  @Test func `permissions are set whatever the umask`() throws {
    let folder = try temporary.open()
    let file = try folder.createFile("file")
    #expect(try file.status().permissions == [.ownerReadWrite])
    try file.setPermissions([.ownerReadWrite, .groupReadWrite, .otherReadWrite])
    #expect(try folder.status(of: "file").permissions == FilePermissions(rawValue: 0o666))
  }

  @Test func `the syncs accept files and folders`() throws {
    let folder = try temporary.open()
    let file = try folder.createFile("file")
    try file.writeAll([1])
    try file.synchronizeData()
    try file.synchronize()
    try file.synchronizeFileSystem()
    try folder.synchronize()
  }

  @Test func `a sync of something without a disk says so`() throws {
    var pair = try SocketPair()
    let socket = try required(pair.takeEnd())
    #expect(throws: Errno.invalidArgument) { try socket.synchronize() }
  }

  @Test(arguments: [0, 1, 5 << 20], [nil, "/dev/shm"])
  func `a copy holds the same, with the same time, also on another file system`(
    _ count: Int, elsewhere: String?
  ) throws {
    let folder = try temporary.open()
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try folder.write("file", bytes)
    var times = [timespec(tv_sec: 1_000_000, tv_nsec: 7), timespec(tv_sec: 2_000_000, tv_nsec: 9)]
    try #require(unsafe utimensat(folder.descriptor.raw, "file", &times, 0) == 0)
    let file = try folder.openForReading("file")
    lseek(file.raw, 1, SEEK_SET)

    let name = try #require(FilePath.Component("nianbao-copy-\(UInt64.random(in: 0...(.max)))"))
    let target = try elsewhere.map { try Directory(at: FilePath($0)) } ?? temporary.open()
    let copy = try target.createFile(name)
    defer { try? target.unlink(name) }
    try file.copy(to: copy, upTo: count)
    #expect(try target.openForReading(FilePath(root: nil, [name])).readAll(upTo: count) == bytes)
    #expect(lseek(file.raw, 0, SEEK_CUR) == 1)
    var status = stat()
    try #require(unsafe fstat(copy.raw, &status) == 0)
    #expect(status.st_mtim.tv_sec == 2_000_000 && status.st_mtim.tv_nsec == 9)
  }

  @Test func `a file that is too large is not copied`() throws {
    let folder = try temporary.open()
    try folder.write("file", [1, 2, 3])
    let copy = try folder.createFile("copy")
    #expect(throws: Errno.fileTooLarge) { try folder.openForReading("file").copy(to: copy, upTo: 2) }
    #expect(try copy.status().size == 0)
  }
}
