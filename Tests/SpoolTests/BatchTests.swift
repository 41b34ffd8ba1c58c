import LinuxSystem
import Synchronization
import SystemPackage
import Testing

@testable import Spool

/// Many reports filed at once.
struct BatchTests {
  private let temporary: TemporarySpool

  init() throws {
    temporary = try TemporarySpool()
  }

  private func filings(_ names: [String], in spool: Spool, as outcome: Outcome = .accepted) throws -> [Filing] {
    try names.map { name in
      try temporary.write(FilePath("inbox/\(name)"), Array(name.utf8))
      return try spool.claimed(FilePath(name)).filing(as: outcome, diagnostics: [.page])
    }
  }

  @Test func `a batch shares its synchronizations`() throws {
    let passed = Mutex<[Checkpoint: Int]>([:])
    let spool = try temporary.open { checkpoint throws(SpoolError) in
      passed.withLock { $0[checkpoint, default: 0] += 1 }
    }
    let names = (0..<40).map { "office \($0 % 3)/\($0).docx" }
    let settled = try spool.settle(filings(names, in: spool))
    for settled in settled { try spool.finish(settled) }
    #expect(settled.map(\.report) == names.map { FilePath("accepted/\($0)") })
    for name in names { #expect(try temporary.read(FilePath("accepted/\(name)")) == Array(name.utf8)) }
    #expect(try temporary.files(below: "accepted").count == 80)
    #expect(try temporary.workEntries() == [])
    let counts = passed.withLock { $0 }
    #expect(counts[.reportMoved] == 40 && counts[.stagingDurable] == 1 && counts[.outcomeDurable] == 1)
  }

  @Test func `nothing is moved before all that goes with it is on the disk`() throws {
    let temporary = temporary
    let spool = try temporary.open { checkpoint throws(SpoolError) in
      guard checkpoint == .stagingDurable else { return }
      throw SpoolError(.work, "No space.", cause: .noSpace)
    }
    let batch = try filings(["a.docx", "b.docx"], in: spool)
    for result in spool.file(batch) {
      #expect(throws: SpoolError(.work, "No space.", cause: .noSpace)) { _ = try result.settled() }
    }
    #expect(try temporary.files(below: "accepted") == [])

    // What was decided is gone on with, in this run or another.
    let next = try temporary.open()
    for id in try next.recover() {
      guard case .planned(let planned) = try next.resume(id) else { throw Unexpected("not planned") }
      try next.finish(next.complete(planned).settled())
    }
    #expect(
      try temporary.files(below: "accepted") == ["a.docx", "a.docx.审核结果.html", "b.docx", "b.docx.审核结果.html"])
    #expect(try temporary.workEntries() == [])
  }

  @Test func `one that cannot be filed holds up no other`() throws {
    let spool = try temporary.open()
    try temporary.makeFolder("elsewhere")
    try temporary.makeLink("accepted/link", to: "../elsewhere")
    try temporary.write("accepted/file", [9])
    let batch = try filings(["a.docx", "link/b.docx", "file/c.docx", "d.docx"], in: spool)
    let results = spool.file(batch)
    #expect(try results[0].settled().report == "accepted/a.docx")
    #expect(throws: SpoolError.self) { _ = try results[1].settled() }
    #expect(throws: SpoolError.self) { _ = try results[2].settled() }
    #expect(try results[3].settled().report == "accepted/d.docx")
    #expect(try temporary.files(below: "elsewhere") == [])
    #expect(try temporary.read("accepted/file") == [9])
    try temporary.remove("accepted/link")
    #expect(try spool.file([batch[1]])[0].settled().report == "accepted/link/b.docx")
  }

  @Test func `names that differ in case only do not meet in a batch`() throws {
    let spool = try temporary.open()
    let names = ["a.docx", "A.DOCX", "Ä.txt", "ä.TXT"]
    let settled = try spool.settle(filings(names, in: spool))
    #expect(settled.map(\.report.string) == ["a.docx", "A (2).DOCX", "Ä.txt", "ä (2).TXT"].map { "accepted/\($0)" })
  }

  // MARK: Others at work in the outcome folders

  @Test func `what somebody else puts there meanwhile is noticed`() async throws {
    let spool = try temporary.open()
    _ = try spool.settle(filings(["office/a.docx"], in: spool))
    // Longer than the file system's clock takes for a step.
    try await Task.sleep(for: .milliseconds(20))
    try temporary.write("accepted/office/B.DOCX", [9])
    try await Task.sleep(for: .milliseconds(20))
    let settled = try spool.settle(filings(["office/b.docx"], in: spool))
    #expect(settled.map(\.report) == ["accepted/office/b (2).docx"])
  }

  @Test func `a folder that was removed is made again`() throws {
    let spool = try temporary.open()
    _ = try spool.settle(filings(["office/a.docx"], in: spool))
    try temporary.remove("accepted/office")
    let settled = try spool.settle(filings(["office/a.docx"], in: spool))
    #expect(settled.map(\.report) == ["accepted/office/a.docx"])
    #expect(try temporary.files(below: "accepted/office").count == 2)
  }

  @Test(arguments: [Checkpoint.stagingDurable, .diagnosticsMoved])
  func `a folder that is removed while it is moved to takes no report without its diagnostics`(
    _ moment: Checkpoint
  ) throws {
    let temporary = temporary
    let counter = Counter()
    let spool = try temporary.open { checkpoint throws(SpoolError) in
      guard checkpoint == moment, counter.next() == 1 else { return }
      try? temporary.remove("accepted/office")
    }
    let filing = try filings(["office/a.docx"], in: spool)[0]
    if case .outdated = spool.file([filing])[0] {
      guard case .claimed(let claim) = try spool.resume(filing.id) else { throw Unexpected("not claimed") }
      _ = try claim.settle(as: .rejected, diagnostics: [.page])
      #expect(try temporary.files(below: "accepted") == [])
      #expect(try temporary.files(below: "rejected") == ["office/a.docx", "office/a.docx.审核结果.html"])
    } else {
      #expect(moment == .stagingDurable)
      #expect(try temporary.files(below: "accepted") == ["office/a.docx", "office/a.docx.审核结果.html"])
    }
  }

  @Test func `a folder that was removed with the diagnostics in it during a power cut gets both`() throws {
    let cut = PowerCut(checkpoint: .diagnosticsMoved)
    let first = try temporary.open(passing: cut.hook)
    let filing = try filings(["office/a.docx"], in: first)[0]
    #expect(throws: SpoolError.self) { _ = try first.file([filing])[0].settled() }
    try temporary.remove("accepted/office")
    let spool = try temporary.open()
    #expect(try spool.recover() == [filing.id])
    guard case .planned(let planned) = try spool.resume(filing.id) else { throw Unexpected("not planned") }
    #expect(spool.complete(planned).isOutdated)
    guard case .claimed(let claim) = try spool.resume(filing.id) else { throw Unexpected("not claimed") }
    _ = try claim.settle(as: .accepted, diagnostics: [.page])
    #expect(try temporary.files(below: "accepted") == ["office/a.docx", "office/a.docx.审核结果.html"])
  }
}
