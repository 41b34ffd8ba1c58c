import LinuxSystem
import SystemPackage
import Testing

@testable import Spool

/// Outcome folders that are mounts of their own, so that nothing can be moved into them.
@Suite(.enabled(if: mayMount, "needs the right to mount")) struct OutcomeMountTests {
  private let temporary: TemporarySpool
  private let diagnostics: [DiagnosticsFile] = [.page, .object]

  init() throws {
    temporary = try TemporarySpool()
    try temporary.makeFolder("accepted/office")
    try temporary.makeFolder("rejected/office")
    try temporary.write("inbox/office/a.docx", [1, 2, 3])
  }

  private func onMount(_ body: (FilePath) throws -> Void) throws {
    let folder = temporary.root.appending("accepted/office")
    try withMount(on: folder) { try body(folder) }
  }

  private func run(_ spool: Spool) throws -> [Settled] {
    var settled: [Settled] = []
    for id in try spool.recover() {
      switch try spool.resume(id) {
      case .claimed(let claim): settled.append(try claim.settle(as: .accepted, diagnostics: diagnostics))
      case .planned(let planned): settled.append(try spool.complete(planned).settled())
      }
    }
    if try temporary.exists("inbox/office/a.docx") {
      settled.append(try spool.claimed("office/a.docx").settle(as: .accepted, diagnostics: diagnostics))
    }
    try spool.synchronize()
    for settled in settled { try spool.finish(settled) }
    return settled
  }

  private func expectFiledOnce(_ comment: Comment) throws {
    #expect(
      try temporary.files(below: "accepted")
        == ["office/a.docx", "office/a.docx.审核结果.html", "office/a.docx.审核结果.json"], comment)
    #expect(try temporary.read("accepted/office/a.docx") == [1, 2, 3], comment)
    #expect(try temporary.read("accepted/office/a.docx.审核结果.html") == DiagnosticsFile.page.bytes, comment)
    #expect(try temporary.files(below: "inbox") == [], comment)
    #expect(try temporary.workEntries() == [], comment)
  }

  @Test func `what is filed there is copied, and the work folder keeps the report until it is over`() throws {
    try onMount { _ in
      let spool = try temporary.open()
      let settled = try spool.claimed("office/a.docx").settle(as: .accepted, diagnostics: diagnostics)
      #expect(settled.report == "accepted/office/a.docx")
      #expect(try temporary.read(FilePath(".work/\(settled.id)/report/office/a.docx")) == [1, 2, 3])
      let permissions = try temporary.status(of: settled.report).permissions
      #expect(try permissions == temporary.status(of: FilePath(".work/\(settled.id)/report/office/a.docx")).permissions)
      try spool.finish(settled)
      try expectFiledOnce("")
    }
  }

  private static let cuts =
    Checkpoint.allCases.filter { ![.asideNoted, .copyMade, .attemptCounted].contains($0) }
    .flatMap { checkpoint in
      (1...([.draftDurable, .diagnosticsMoved].contains(checkpoint) ? 3 : 1)).map {
        PowerCut(checkpoint: checkpoint, time: $0)
      }
    }
    .filter { $0.checkpoint != .diagnosticsMoved || $0.time < 3 }

  @Test(arguments: cuts) func `wherever the power fails, the report is filed once`(_ cut: PowerCut) throws {
    try onMount { _ in
      #expect(throws: SpoolError.self) { _ = try run(temporary.open(passing: cut.hook)) }
      #expect(try temporary.files(below: "").contains { $0.hasSuffix("a.docx") })
      _ = try run(temporary.open())
      try expectFiledOnce("\(cut)")
    }
  }

  @Test func `a name that was taken meanwhile is not overwritten`() throws {
    try onMount { _ in
      let cut = PowerCut(checkpoint: .draftDurable, time: 3)
      #expect(throws: SpoolError.self) { _ = try run(temporary.open(passing: cut.hook)) }
      try temporary.write("accepted/office/a.docx", [9, 9, 9])
      #expect(try run(temporary.open()).map(\.report) == ["accepted/office/a (2).docx"])
      #expect(try temporary.read("accepted/office/a.docx") == [9, 9, 9])
      #expect(
        try temporary.files(below: "accepted") == [
          "office/a (2).docx", "office/a (2).docx.审核结果.html", "office/a (2).docx.审核结果.json", "office/a.docx",
        ])
      #expect(try temporary.workEntries() == [])
    }
  }

  @Test func `who takes a report away before a crash is recovered from gets no second one`() throws {
    try onMount { _ in
      let cut = PowerCut(checkpoint: .reportMoved)
      #expect(throws: SpoolError.self) { _ = try run(temporary.open(passing: cut.hook)) }
      for name in try temporary.files(below: "accepted/office") {
        try temporary.remove(FilePath("accepted/office/\(name)"))
      }
      _ = try run(temporary.open())
      #expect(try temporary.files(below: "accepted") == [])
      #expect(try temporary.workEntries() == [])
    }
  }

  @Test func `what is too large to be copied waits, and the error says for what`() throws {
    try onMount { _ in
      let spool = Spool(try SpoolLayout(root: temporary.root), copyLimit: 2)
      let claim = try spool.claimed("office/a.docx")
      let id = claim.id
      guard case .failed(let error)? = spool.file([claim.filing(as: .accepted, diagnostics: diagnostics)]).first else {
        throw Unexpected("filed")
      }
      #expect(error.code == .filing && error.message.contains("too large to be copied"))
      #expect(try temporary.read(FilePath(".work/\(id)/report/office/a.docx")) == [1, 2, 3])
      #expect(try temporary.files(below: "accepted").allSatisfy { !$0.contains("a.docx") || $0.contains("审核结果") })
    }
  }
}
