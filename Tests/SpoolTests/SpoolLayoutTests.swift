import LinuxSystem
import Spool
import SystemPackage
import Testing

struct SpoolLayoutTests {
  private let temporary: TemporarySpool

  init() throws {
    temporary = try TemporarySpool()
  }

  @Test(arguments: [0o2770, 0o2775, 0o0700] as [UInt32])
  func `new folders get the permissions of the spool, whatever the umask`(_ permissions: UInt32) throws {
    try temporary.setPermissions(permissions, of: "")
    _ = try SpoolLayout(root: temporary.root)
    for folder in ["inbox", "accepted", "rejected", "held"] {
      #expect(try temporary.status(of: FilePath(folder)).permissions == FilePermissions(rawValue: permissions))
    }
  }

  @Test func `the work folder is for the service alone`() throws {
    _ = try SpoolLayout(root: temporary.root)
    let permissions = try temporary.status(of: ".work").permissions
    #expect(permissions.subtracting(.setGroupID) == .ownerReadWriteExecute)
  }

  @Test func `folders that exist keep their permissions`() throws {
    try temporary.makeFolder("inbox")
    try temporary.setPermissions(0o1733, of: "inbox")
    _ = try SpoolLayout(root: temporary.root)
    _ = try SpoolLayout(root: temporary.root)
    #expect(try temporary.status(of: "inbox").permissions == FilePermissions(rawValue: 0o1733))
  }

  @Test func `a spool that does not exist is not made up`() throws {
    let root = temporary.root.appending("missing")
    let error = try #require(throws: SpoolError.self) { _ = try SpoolLayout(root: root).root }
    #expect(error.code == .folder && error.cause == .noSuchFileOrDirectory)
    #expect(error.message.contains(root.string) && error.message.contains("install -d -m 2770"))
  }

  @Test func `a file in the place of a folder is named`() throws {
    try temporary.write("accepted")
    let error = try #require(throws: SpoolError.self) { _ = try SpoolLayout(root: temporary.root).root }
    #expect(error.code == .folder && error.cause == .notDirectory)
    #expect(error.message.contains(temporary.root.appending("accepted").string))
  }

  @Test func `a symbolic link in the place of a folder is not followed`() throws {
    try temporary.makeFolder("elsewhere")
    try temporary.makeLink("inbox", to: "elsewhere")
    let error = try #require(throws: SpoolError.self) { _ = try SpoolLayout(root: temporary.root).root }
    #expect(error.cause == .tooManySymbolicLinkLevels)
    #expect(error.message.contains("Replace the symbolic link"))
  }

  @Test(.enabled(if: mayMount, "needs the right to mount"))
  func `a folder on another file system is refused`() throws {
    try temporary.makeFolder("accepted")
    try withMount(on: temporary.root.appending("accepted")) {
      let error = try #require(throws: SpoolError.self) { _ = try SpoolLayout(root: temporary.root).root }
      #expect(error.message.contains("accepted is on another file system"))
    }
  }
}
