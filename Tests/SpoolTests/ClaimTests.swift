import Foundation
import Glibc
import LinuxSystem
import Spool
import SystemPackage
import Testing

struct ClaimTests {
  private let temporary: TemporarySpool
  private let spool: Spool

  init() throws {
    temporary = try TemporarySpool()
    spool = try temporary.open()
  }

  @Test func `a claim takes the file out of the inbox`() throws {
    try temporary.write("inbox/小店镇/年报.docx", [1, 2, 3])
    let claim = try spool.claimed("小店镇/年报.docx")
    #expect(try temporary.files(below: "inbox") == [])
    #expect(try temporary.files(below: ".work") == ["\(claim.id)/report/小店镇/年报.docx"])
    #expect(try claim.report.readAll(upTo: 9) == [1, 2, 3])
    #expect(claim.status.size == 3 && claim.status.owner == getuid() && claim.status.links == 1)
    #expect(claim.path.printable == "小店镇/年报.docx")
    #expect(claim.attempts == 0)
  }

  @Test func `the report cannot be written through the claim`() throws {
    try temporary.write("inbox/a.docx")
    let claim = try spool.claimed("a.docx")
    #expect(throws: Errno.badFileDescriptor) { try claim.report.writeAll([1]) }
  }

  @Test func `the work folder of a claim is for the service alone`() throws {
    try temporary.write("inbox/a.docx")
    let claim = try spool.claimed("a.docx")
    let status = try temporary.status(of: FilePath(".work/\(claim.id)"))
    #expect(status.permissions.subtracting(.setGroupID) == .ownerReadWriteExecute)
  }

  @Test(arguments: ["gone.docx", "no/such/folder/gone.docx", "file/below/a/file.docx"])
  func `a file that was taken back leaves nothing behind`(_ path: String) throws {
    try temporary.write("inbox/file")
    let path = try #require(InboxPath(FilePath(path)))
    guard case .gone = try spool.claim(path) else { throw Unexpected("not gone") }
    #expect(try temporary.workEntries() == [])
  }

  @Test func `a file that goes in the last instant leaves nothing behind`() throws {
    let temporary = temporary
    let spool = try temporary.open { checkpoint throws(SpoolError) in
      if checkpoint == .workFolderMade { unsafe unlink(temporary.root.appending("inbox/a.docx").string) }
    }
    try temporary.write("inbox/a.docx")
    guard case .gone = try spool.claim(#require(InboxPath("a.docx"))) else { throw Unexpected("not gone") }
    #expect(try temporary.workEntries() == [])
  }

  @Test func `what is no regular file is refused and stays`() throws {
    try temporary.write("outside", [7])
    try temporary.makeLink("inbox/link.docx", to: "../outside")
    try temporary.makeFIFO("inbox/fifo.docx")
    try temporary.makeFolder("inbox/folder.docx")
    for (name, kind) in [("link", FileKind.symbolicLink), ("fifo", .fifo), ("folder", .directory)] {
      let path = try #require(InboxPath(FilePath("\(name).docx")))
      guard case .refused(kind) = try spool.claim(path) else { throw Unexpected("\(name) is not refused") }
      #expect(try temporary.status(of: FilePath("inbox/\(name).docx")).kind == kind)
    }
    #expect(try temporary.workEntries() == [])
    #expect(try temporary.read("outside") == [7])
  }

  @Test func `no link leads a claim out of the inbox`() throws {
    try temporary.write("elsewhere/a.docx")
    try temporary.makeLink("inbox/office", to: "../elsewhere")
    guard case .refused(.symbolicLink) = try spool.claim(#require(InboxPath("office/a.docx"))) else {
      throw Unexpected("not refused")
    }
    #expect(try temporary.files(below: "elsewhere") == ["a.docx"])
  }

  @Test func `what takes the file's place in the last instant is put back`() throws {
    let temporary = temporary
    let spool = try temporary.open { checkpoint throws(SpoolError) in
      guard checkpoint == .workFolderMade else { return }
      unsafe unlink(temporary.root.appending("inbox/a.docx").string)
      unsafe mkfifo(temporary.root.appending("inbox/a.docx").string, 0o600)
    }
    try temporary.write("inbox/a.docx")
    guard case .refused(.fifo) = try spool.claim(#require(InboxPath("a.docx"))) else {
      throw Unexpected("not refused")
    }
    #expect(try temporary.status(of: "inbox/a.docx").kind == .fifo)
    #expect(try temporary.workEntries() == [])
  }

  /// In a process of its own, since root may read everything.
  @Test func `a file that may not be read stays, and the error says why`() async {
    await #expect(processExitsWith: .success) {
      if geteuid() == 0 {
        try #require(setuid(65534) == 0)
      }
      let temporary = try TemporarySpool()
      let spool = try temporary.open()
      try temporary.write("inbox/a.docx")
      try temporary.setPermissions(0, of: "inbox/a.docx")
      let error = try #require(throws: SpoolError.self) { _ = try spool.claimed("a.docx").id }
      #expect(error.code == .claim && error.cause == .permissionDenied)
      #expect(error.message.contains("a.docx"))
      #expect(try temporary.files(below: "inbox") == ["a.docx"])
      #expect(try temporary.workEntries() == [])
    }
  }

  @Test func `attempts are counted on the disk`() throws {
    try temporary.write("inbox/a.docx")
    var claim = try spool.claimed("a.docx")
    try claim.beginAttempt()
    #expect(claim.attempts == 1)
    try claim.beginAttempt()
    let id = claim.id
    _ = consume claim
    guard case .claimed(var again) = try temporary.open().resume(id) else { throw Unexpected("not claimed") }
    #expect(again.attempts == 2)
    try again.beginAttempt()
    #expect(again.attempts == 3)
  }

  @Test func `an attempt that is taken back does not count`() throws {
    try temporary.write("inbox/a.docx")
    var claim = try spool.claimed("a.docx")
    let id = claim.id
    try claim.beginAttempt()
    try claim.beginAttempt()
    try claim.withdrawAttempt()
    #expect(claim.attempts == 1)
    _ = consume claim
    guard case .claimed(let again) = try temporary.open().resume(id) else { throw Unexpected("not claimed") }
    #expect(again.attempts == 1)
  }

  @Test func `ids are unique and ordered by the moment of the claim`() throws {
    let early = SubmissionID(at: UTCTime(millisecondsSince1970: 1_799_742_600_123))
    let late = SubmissionID(at: UTCTime(millisecondsSince1970: 1_799_742_600_124))
    #expect(early < late)
    #expect(early.rawValue.hasPrefix("20270112T083000123-") && early.rawValue.count == 35)
    #expect(SubmissionID(rawValue: early.rawValue) == early)
    #expect(early.claimedAt == UTCTime(millisecondsSince1970: 1_799_742_600_123))
    #expect(SubmissionID(rawValue: "20270231T083000123-9f86d081884c7d65")?.claimedAt.millisecondsSince1970 == 0)
    #expect(Set((0..<1000).map { _ in SubmissionID() }).count == 1000)
  }

  @Test(arguments: ["", "lost+found", "20270112T083000123-", "20270112X083000123-0123456789abcdef", "../x"])
  func `other names are no ids`(_ name: String) {
    #expect(SubmissionID(rawValue: name) == nil)
  }
}
