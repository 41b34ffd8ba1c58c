import Glibc
import LinuxSystem
import SystemPackage
import Testing

@testable import Spool

/// Files that others can still change after they were claimed.
struct IsolationTests {
  private let temporary: TemporarySpool
  private let spool: Spool

  init() throws {
    temporary = try TemporarySpool()
    spool = try temporary.open()
  }

  private func link(_ path: FilePath, to newPath: FilePath) throws {
    guard unsafe Glibc.link(temporary.root.pushing(path).string, temporary.root.pushing(newPath).string) == 0 else {
      throw Errno(rawValue: errno)
    }
  }

  private func give(_ path: FilePath, to user: UInt32) throws {
    guard unsafe chown(temporary.root.pushing(path).string, user, .max) == 0 else { throw Errno(rawValue: errno) }
  }

  private func inode(_ path: FilePath) throws -> UInt64 { try temporary.status(of: path).inode }

  /// Claims, isolates, judges and files.
  private func process(_ path: FilePath, in spool: Spool, always: Bool = false) throws -> Settled {
    var claim = try spool.claimed(path)
    guard try claim.isolate(always: always) else { throw Unexpected("changed") }
    let settled = try claim.settle(as: .accepted, diagnostics: [.page])
    try spool.finish(settled)
    return settled
  }

  @Test func `a file of our own is filed as it is`() throws {
    try temporary.write("inbox/a.docx", [1, 2, 3])
    let before = try inode("inbox/a.docx")
    #expect(try inode(process("a.docx", in: spool).report) == before)
  }

  @Test func `of a file with another name a copy is judged and filed`() throws {
    try temporary.write("inbox/office/a.docx", [1, 2, 3])
    try link("inbox/office/a.docx", to: "elsewhere")
    let before = try temporary.status(of: "elsewhere")
    var claim = try spool.claimed("office/a.docx")
    let isIsolated = try claim.isolate()
    #expect(isIsolated)
    try temporary.write("elsewhere", [9, 9])
    #expect(try claim.report.readAll(upTo: 9) == [1, 2, 3])
    #expect(claim.status.size == 3 && claim.status.links == 1)
    let settled = try claim.settle(as: .accepted, diagnostics: [.page])
    #expect(try temporary.status(of: "elsewhere").links == 2)
    try spool.finish(settled)

    let after = try temporary.status(of: settled.report)
    #expect(try temporary.read(settled.report) == [1, 2, 3])
    #expect(after.permissions == before.permissions && after.group == before.group && after.inode != before.inode)
    #expect(try temporary.status(of: "elsewhere").links == 1)
    #expect(try temporary.workEntries() == [])
  }

  @Test(.enabled(if: mayMount, "needs root")) func `so it is of a file of another user`() throws {
    try temporary.write("inbox/a.docx", [1, 2, 3])
    try give("inbox/a.docx", to: 65534)
    let settled = try process("a.docx", in: spool)
    #expect(try temporary.status(of: settled.report).owner == geteuid())
    #expect(try temporary.files(below: "accepted") == ["a.docx", "a.docx.审核结果.html"])
    #expect(try temporary.workEntries() == [])
  }

  @Test func `a file that is refused for its size is not copied`() throws {
    let spool = Spool(try SpoolLayout(root: temporary.root), copyLimit: 2)
    try temporary.write("inbox/a.docx", [1, 2, 3])
    try link("inbox/a.docx", to: "elsewhere")
    let before = try inode("elsewhere")
    #expect(try inode(process("a.docx", in: spool, always: true).report) == before)
  }

  @Test(arguments: [true, false]) func `a report that has changed since it was judged is judged again`(
    isStaged: Bool
  ) throws {
    let temporary = temporary
    let counter = Counter()
    let spool = try temporary.open { checkpoint throws(SpoolError) in
      guard isStaged, checkpoint == .stagingDurable, counter.next() == 1 else { return }
      try? temporary.write(FilePath(".work/\(temporary.workEntries()[0])/report/a.docx"), [4, 5])
    }
    try temporary.write("inbox/a.docx", [1, 2, 3])
    let claim = try spool.claimed("a.docx")
    let id = claim.id
    let filing = claim.filing(as: .accepted, diagnostics: [.page])
    if !isStaged { try temporary.write(FilePath(".work/\(id)/report/a.docx"), [4, 5]) }
    #expect(spool.file([filing])[0].isOutdated)
    #expect(try temporary.files(below: "accepted") == [])

    guard case .claimed(var again) = try spool.resume(id) else { throw Unexpected("not claimed") }
    let isIsolated = try again.isolate(always: true)
    #expect(isIsolated)
    #expect(try again.report.readAll(upTo: 9) == [4, 5])
    try temporary.write(FilePath(".work/\(id)/report/a.docx"), [6])
    let settled = try again.settle(as: .rejected, diagnostics: [.page])
    try spool.finish(settled)
    #expect(try temporary.read(settled.report) == [4, 5])
    #expect(try temporary.workEntries() == [])
  }

  @Test func `a report that changes during a power cut is not moved by the old plan`() throws {
    let cut = PowerCut(checkpoint: .diagnosticsMoved)
    let first = try temporary.open(passing: cut.hook)
    try temporary.write("inbox/a.docx", [1, 2, 3])
    let claim = try first.claimed("a.docx")
    let id = claim.id
    let filing = claim.filing(as: .accepted, diagnostics: [.page])
    #expect(throws: SpoolError.self) { _ = try first.file([filing])[0].settled() }
    try temporary.write(FilePath(".work/\(id)/report/a.docx"), [4, 5])
    guard case .planned(let planned) = try spool.resume(id) else { throw Unexpected("not planned") }
    #expect(spool.complete(planned).isOutdated)
    #expect(try temporary.files(below: "accepted") == [])
    guard case .claimed(let again) = try spool.resume(id) else { throw Unexpected("not claimed") }
    _ = try again.settle(as: .rejected, diagnostics: [.page])
    #expect(try temporary.files(below: "rejected") == ["a.docx", "a.docx.审核结果.html"])
  }

  // MARK: Writers

  @Test func `a file that is open for writing is claimed as such, and is not when it is closed`() throws {
    _ = try temporary.open()
    let writer = try temporary.openForWriting("inbox/a.docx")
    try writer.writeAll([1, 2])
    let claim = try spool.claimed("a.docx")
    let (id, isBeingWritten) = (claim.id, claim.isBeingWritten)
    #expect(isBeingWritten)
    _ = consume claim
    try writer.writeAll([3])
    guard case .claimed(let still) = try temporary.open().resume(id) else { throw Unexpected("not claimed") }
    let isStill = still.isBeingWritten
    #expect(isStill)
    _ = consume still
    try writer.close()
    guard case .claimed(let done) = try spool.resume(id) else { throw Unexpected("not claimed") }
    let (isDone, size) = (!done.isBeingWritten, done.status.size)
    #expect(isDone && size == 3)
    #expect(try done.report.readAll(upTo: 9) == [1, 2, 3])
  }

  @Test func `a file that is written to while it is copied is not taken for whole`() throws {
    try temporary.write("inbox/a.docx", [1, 2, 3])
    try link("inbox/a.docx", to: "elsewhere")
    var claim = try spool.claimed("a.docx")
    try temporary.write("elsewhere", [4])
    let isIsolated = try claim.isolate()
    #expect(!isIsolated)
  }

  // MARK: Power cuts

  private static let cuts = Checkpoint.allCases.filter { $0 != .draftDurable }.map { PowerCut(checkpoint: $0) }

  private func run(_ spool: Spool, expecting path: FilePath) throws {
    for id in try spool.recover() {
      switch try spool.resume(id) {
      case .claimed(var claim):
        try claim.beginAttempt()
        guard try claim.isolate() else { throw Unexpected("changed") }
        try spool.finish(claim.settle(as: .accepted, diagnostics: [.page]))
      case .planned(let planned):
        let settled = try spool.complete(planned).settled()
        try spool.synchronize()
        try spool.finish(settled)
      }
    }
    guard try temporary.exists(FilePath("inbox").pushing(path)) else { return }
    var claim = try spool.claimed(path)
    try claim.beginAttempt()
    guard try claim.isolate() else { throw Unexpected("changed") }
    try spool.finish(claim.settle(as: .accepted, diagnostics: [.page]))
  }

  private func expectFiledOnce(_ comment: Comment) throws {
    #expect(
      try temporary.files(below: "accepted") == ["office/a.docx", "office/a.docx.审核结果.html"], comment)
    #expect(try temporary.read("accepted/office/a.docx") == [1, 2, 3], comment)
    #expect(try temporary.files(below: "inbox") == [], comment)
    #expect(try temporary.workEntries() == [], comment)
  }

  @Test(arguments: cuts) func `wherever the power fails, a file with another name is filed once`(
    _ cut: PowerCut
  ) throws {
    try temporary.write("inbox/office/a.docx", [1, 2, 3])
    try link("inbox/office/a.docx", to: "elsewhere")
    if cut.checkpoint == .asideNoted {
      try run(temporary.open(passing: cut.hook), expecting: "office/a.docx")
    } else {
      #expect(throws: SpoolError.self) { try run(temporary.open(passing: cut.hook), expecting: "office/a.docx") }
    }
    try run(temporary.open(), expecting: "office/a.docx")
    try expectFiledOnce("\(cut)")
  }

  @Test(.enabled(if: mayMount, "needs the right to mount"), arguments: cuts)
  func `wherever the power fails, a file on a file system of its own is filed once`(_ cut: PowerCut) throws {
    try temporary.makeFolder("inbox/office")
    try withMount(on: temporary.root.appending("inbox/office")) {
      try temporary.write("inbox/office/a.docx", [1, 2, 3])
      #expect(throws: SpoolError.self) { try run(temporary.open(passing: cut.hook), expecting: "office/a.docx") }
      try run(temporary.open(), expecting: "office/a.docx")
      try expectFiledOnce("\(cut)")
    }
  }

  @Test(.enabled(if: mayMount, "needs the right to mount"))
  func `a file on a file system of its own is out of the way at once, and gone when its copy is durable`() throws {
    try temporary.makeFolder("inbox/office")
    try withMount(on: temporary.root.appending("inbox/office")) {
      try temporary.write("inbox/office/a.docx", [1, 2, 3])
      var claim = try spool.claimed("office/a.docx")
      let aside = "office/.nianbaod-\(claim.id)"
      #expect(claim.path == InboxPath("office/a.docx"))
      #expect(try temporary.files(below: "inbox") == [aside])
      #expect(IgnoredNames().ignores(claim.id.asideName))
      let isIsolated = try claim.isolate()
      #expect(isIsolated)
      let settled = try claim.settle(as: .accepted, diagnostics: [.page])
      #expect(try temporary.files(below: "inbox") == [aside])
      try spool.finish(settled)
      #expect(try temporary.files(below: "inbox") == [])
      #expect(try temporary.read("accepted/office/a.docx") == [1, 2, 3])
    }
  }

  @Test(.enabled(if: mayMount, "needs the right to mount"))
  func `a file too large to be copied stays on its file system, and the error says why`() throws {
    let spool = Spool(try SpoolLayout(root: temporary.root), copyLimit: 2)
    try temporary.makeFolder("inbox/office")
    try withMount(on: temporary.root.appending("inbox/office")) {
      try temporary.write("inbox/office/a.docx", [1, 2, 3])
      let error = try #require(throws: SpoolError.self) { _ = try spool.claimed("office/a.docx").id }
      #expect(error.code == .claim && error.cause == .improperLink && error.message.contains("too large"))
      #expect(try temporary.files(below: "inbox") == ["office/a.docx"])
      #expect(try temporary.workEntries() == [])
    }
  }
}
