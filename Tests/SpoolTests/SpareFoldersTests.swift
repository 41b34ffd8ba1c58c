import LinuxSystem
import SystemPackage
import Testing

@testable import Spool

/// Work folders that are used again.
struct SpareFoldersTests {
  private let temporary: TemporarySpool

  init() throws {
    temporary = try TemporarySpool()
  }

  private func claim(_ path: String, in spool: Spool) throws -> Claim {
    try temporary.write(FilePath("inbox/\(path)"), Array(path.utf8))
    return try spool.claimed(FilePath(path))
  }

  private func workFolder(_ id: SubmissionID) throws -> FileStatus {
    try temporary.status(of: FilePath(".work/\(id)"))
  }

  @Test func `the next submission moves in where one has left`() throws {
    let spool = try temporary.open()
    let staying = try claim("staying.docx", in: spool)
    var leaving = try claim("office/leaving.docx", in: spool)
    try leaving.beginAttempt()
    let id = leaving.id
    let folder = try workFolder(id)
    try spool.finish(leaving.settle(as: .accepted, diagnostics: [.page]))
    #expect(try temporary.workEntries() == ["\(staying.id)", "spare.\(id)"])

    var next = try claim("other office/next.docx", in: spool)
    #expect(try workFolder(next.id).isSameFile(as: folder))
    #expect(next.attempts == 0)
    #expect(try temporary.files(below: FilePath(".work/\(next.id)")) == ["report/other office/next.docx"])
    try next.beginAttempt()
    try next.withdrawAttempt()
    #expect(next.attempts == 0)
    try next.beginAttempt()
    #expect(next.attempts == 1)
    let settled = try next.settle(as: .rejected, diagnostics: [.page])
    #expect(try temporary.read(settled.report) == Array("other office/next.docx".utf8))
    try spool.finish(settled)
    #expect(try temporary.workEntries().count == 2)
  }

  @Test func `who leaves last leaves nothing`() throws {
    let spool = try temporary.open()
    let names = (0..<10).map { "office \($0 % 3)/\($0).docx" }
    for _ in 0..<3 {
      let filings = try names.map { try claim($0, in: spool).filing(as: .accepted, diagnostics: [.page]) }
      for settled in try spool.settle(filings) { try spool.finish(settled) }
      #expect(try temporary.workEntries() == [])
    }
    #expect(try temporary.files(below: "accepted").count == 60)
  }

  @Test func `who could not move in is not waited for`() throws {
    let spool = try temporary.open()
    let work = try Directory(at: temporary.root.appending(".work"))
    let taken = SubmissionID()
    try work.makeDirectory(taken.folderName, permissions: .ownerReadWriteExecute)
    #expect(throws: Errno.fileExists) { try spool.spares.moveIn(taken, in: work) }
    try work.removeDirectory(taken.folderName)
    let filings = try ["a.docx", "b.docx"].map { try claim($0, in: spool).filing(as: .held, diagnostics: []) }
    for settled in try spool.settle(filings) { try spool.finish(settled) }
    #expect(try temporary.workEntries() == [])
  }

  @Test func `a spare folder that was thrown away is made anew`() throws {
    let spool = try temporary.open()
    let staying = try claim("staying.docx", in: spool)
    let leaving = try claim("leaving.docx", in: spool).settle(as: .accepted, diagnostics: [])
    try spool.finish(leaving)
    try temporary.remove(FilePath(".work/spare.\(leaving.id)"))
    let next = try claim("next.docx", in: spool).settle(as: .accepted, diagnostics: [])
    try spool.finish(next)
    #expect(try temporary.exists("accepted/next.docx"))
    #expect(try temporary.exists(FilePath(".work/\(staying.id)/report/staying.docx")))
  }

  @Test func `after a crash spare folders are removed, and what is in one all the same is gone on with`() throws {
    let earlier = try temporary.open()
    let staying = try claim("staying.docx", in: earlier)
    for name in ["a.docx", "b.docx"] {
      try earlier.finish(claim(name, in: earlier).settle(as: .accepted, diagnostics: []))
    }
    let spare = try #require(temporary.workEntries().first { $0.hasPrefix("spare.") })
    try temporary.write(FilePath(".work/\(spare)/report/office/left.docx"), [1])

    let spool = try temporary.open()
    let ids = try spool.recover()
    #expect(try temporary.workEntries() == ids.map(\.rawValue))
    #expect(ids.count == 2 && ids.contains(staying.id))
    let other = try #require(ids.first { $0 != staying.id })
    guard case .claimed(let claim) = try spool.resume(other) else { throw Unexpected("not claimed") }
    #expect(claim.path == InboxPath("office/left.docx"))
  }
}
