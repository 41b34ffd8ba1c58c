import LinuxSystem
import Spool
import SystemPackage
import Testing

/// A moment at which the power fails: the how-manieth time that a checkpoint is passed.
struct PowerCut: Sendable, CustomTestStringConvertible {
  var checkpoint: Checkpoint
  var time = 1

  var testDescription: String { time == 1 ? "\(checkpoint)" : "\(checkpoint), time \(time)" }

  /// Those that come in the life of a report that nobody else has in reach.
  static let all =
    Checkpoint.allCases.filter { ![.asideNoted, .copyMade, .draftDurable, .originalRemoved].contains($0) }
    .map { PowerCut(checkpoint: $0) } + [PowerCut(checkpoint: .diagnosticsMoved, time: 2)]

  /// What a spool is given to stop there.
  var hook: @Sendable (Checkpoint) throws(SpoolError) -> Void {
    let counter = Counter()
    return { checkpoint throws(SpoolError) in
      guard checkpoint == self.checkpoint, counter.next() == time else { return }
      throw SpoolError(.work, "The power has failed.")
    }
  }
}

struct RecoveryTests {
  private let temporary: TemporarySpool
  private let diagnostics: [DiagnosticsFile] = [.page, .object]

  init() throws {
    temporary = try TemporarySpool()
  }

  /// What a run of the service does with one file, and with whatever an earlier run has left.
  private func run(_ spool: Spool) throws -> [Settled] {
    var settled: [Settled] = []
    for id in try spool.recover() {
      switch try spool.resume(id) {
      case .claimed(var claim):
        try claim.beginAttempt()
        settled.append(try claim.settle(as: .rejected, diagnostics: diagnostics))
      case .planned(let filing):
        settled.append(try spool.complete(filing).settled())
      }
    }
    if try temporary.files(below: "inbox") == ["office/年报.docx"] {
      var claim = try spool.claimed("office/年报.docx")
      try claim.beginAttempt()
      settled.append(try claim.settle(as: .rejected, diagnostics: diagnostics))
    }
    try spool.synchronize()
    for settled in settled { try spool.finish(settled) }
    return settled
  }

  private func expectFiledOnce() throws {
    #expect(
      try temporary.files(below: "rejected")
        == ["office/年报.docx", "office/年报.docx.审核结果.html", "office/年报.docx.审核结果.json"])
    #expect(try temporary.read("rejected/office/年报.docx") == [1, 2, 3])
    #expect(try temporary.read("rejected/office/年报.docx.审核结果.html") == DiagnosticsFile.page.bytes)
    #expect(try temporary.read("rejected/office/年报.docx.审核结果.json") == DiagnosticsFile.object.bytes)
    #expect(try temporary.files(below: "inbox") == [])
    #expect(try temporary.files(below: "accepted") == [])
    #expect(try temporary.workEntries() == [])
  }

  /// Holds at any moment: there is one report, and where it is to be seen with a verdict, the reasons are too.
  private func expectNothingLostMeanwhile() throws {
    let reports = try temporary.files(below: "").filter { $0.hasSuffix("年报.docx") }
    try #require(reports.count == 1)
    #expect(try temporary.read(FilePath(reports[0])) == [1, 2, 3])
    if reports[0].hasPrefix("rejected/") {
      #expect(try temporary.files(below: "rejected").count == 3)
    }
  }

  @Test(arguments: PowerCut.all)
  func `wherever the power fails, the report is filed once`(_ cut: PowerCut) throws {
    try temporary.write("inbox/office/年报.docx", [1, 2, 3])
    #expect(throws: SpoolError(.work, "The power has failed.")) { _ = try run(temporary.open(passing: cut.hook)) }
    try expectNothingLostMeanwhile()
    _ = try run(temporary.open())
    try expectFiledOnce()
  }

  @Test(arguments: PowerCut.all, PowerCut.all)
  func `the power may fail again during recovery`(_ first: PowerCut, _ second: PowerCut) throws {
    try temporary.write("inbox/office/年报.docx", [1, 2, 3])
    #expect(throws: SpoolError.self) { _ = try run(temporary.open(passing: first.hook)) }
    // Some moments come only once in the life of a submission, so that the second run may get through.
    _ = try? run(temporary.open(passing: second.hook))
    _ = try run(temporary.open())
    try expectFiledOnce()
  }

  @Test(arguments: PowerCut.all.filter { $0.checkpoint == .workFolderMade })
  func `before the claim, the report is still in the inbox`(_ cut: PowerCut) throws {
    try temporary.write("inbox/office/年报.docx", [1, 2, 3])
    #expect(throws: SpoolError.self) { _ = try run(temporary.open(passing: cut.hook)) }
    #expect(try temporary.workEntries().count == 1)
    #expect(try temporary.open().recover() == [])
    #expect(try temporary.workEntries() == [])
    #expect(try temporary.files(below: "inbox") == ["office/年报.docx"])
  }

  @Test func `once there is a plan, it is kept to`() throws {
    try temporary.write("inbox/office/年报.docx", [1, 2, 3])
    let cut = PowerCut(checkpoint: .planWritten)
    #expect(throws: SpoolError.self) { _ = try run(temporary.open(passing: cut.hook)) }
    let spool = try temporary.open()
    let id = try #require(spool.recover().first)
    guard case .planned(let filing) = try spool.resume(id) else { throw Unexpected("not planned") }
    #expect(filing.id == id && filing.outcome == .rejected && filing.path == InboxPath("office/年报.docx"))
    #expect(try spool.complete(filing).settled().report == "rejected/office/年报.docx")
  }

  @Test func `what was settled but not remembered is given again`() throws {
    try temporary.write("inbox/a.docx")
    let first = try temporary.open().claimed("a.docx").settle(as: .held, diagnostics: diagnostics)
    let spool = try temporary.open()
    #expect(try spool.recover() == [first.id])
    for _ in 0..<2 {
      guard case .planned(let filing) = try spool.resume(first.id) else { throw Unexpected("not planned") }
      #expect(try spool.complete(filing).settled() == first)
    }
    try spool.finish(first)
    #expect(try spool.recover() == [])
  }

  @Test func `a name that was taken during the power cut is not overwritten`() throws {
    try temporary.write("inbox/office/年报.docx", [1, 2, 3])
    let cut = PowerCut(checkpoint: .diagnosticsMoved, time: 2)
    #expect(throws: SpoolError.self) { _ = try run(temporary.open(passing: cut.hook)) }
    try temporary.write("rejected/office/年报.docx", [9])
    #expect(try run(temporary.open()).map(\.report) == ["rejected/office/年报 (2).docx"])
    #expect(try temporary.read("rejected/office/年报.docx") == [9])
    #expect(
      try temporary.files(below: "rejected") == [
        "office/年报 (2).docx", "office/年报 (2).docx.审核结果.html", "office/年报 (2).docx.审核结果.json",
        "office/年报.docx",
      ])
    #expect(try temporary.workEntries() == [])
  }

  @Test func `unfinished submissions come in the order of their claims`() throws {
    let spool = try temporary.open()
    var ids: [SubmissionID] = []
    for number in 0..<5 {
      try temporary.write("inbox/a.docx", [UInt8(number)])
      ids.append(try spool.claimed("a.docx").id)
    }
    #expect(try temporary.open().recover() == ids.sorted())
  }

  @Test(arguments: [0, 1, 40])
  func `a damaged plan is made anew`(_ bytesKept: Int) throws {
    try temporary.write("inbox/office/年报.docx", [1, 2, 3])
    let cut = PowerCut(checkpoint: .planWritten)
    #expect(throws: SpoolError.self) { _ = try run(temporary.open(passing: cut.hook)) }
    let id = try #require(temporary.workEntries().first)
    let plan = FilePath(".work/\(id)/plan")
    try temporary.write(plan, Array(temporary.read(plan).prefix(bytesKept)))
    _ = try run(temporary.open())
    try expectFiledOnce()
  }

  @Test func `what is not ours in the work folder is left alone`() throws {
    _ = try temporary.open()
    try temporary.write(".work/lost+found/#1")
    try temporary.write(".work/note")
    #expect(try temporary.open().recover() == [])
    #expect(try temporary.files(below: ".work") == ["lost+found/#1", "note"])
  }

  @Test func `ending a submission never removes a report`() throws {
    try temporary.write("inbox/a.docx", [1, 2, 3])
    let spool = try temporary.open()
    let settled = try spool.claimed("a.docx").settle(as: .accepted, diagnostics: [])
    try temporary.move(settled.report, to: FilePath(".work/\(settled.id)/report/a.docx"))
    let error = try #require(throws: SpoolError.self) { try spool.finish(settled) }
    #expect(error.message.contains("still holds the report"))
    #expect(try temporary.read(FilePath(".work/\(settled.id)/report/a.docx")) == [1, 2, 3])
  }

  @Test func `a submission that does not exist cannot be resumed`() throws {
    let spool = try temporary.open()
    let error = try #require(throws: SpoolError.self) { _ = try spool.resume(SubmissionID()) }
    #expect(error.code == .work && error.cause == .noSuchFileOrDirectory)
  }
}
