import DocumentModel
import Findings
import ReportModel
import TestFixtures
import Testing

/// What a person sees is what is read.
@Suite struct KindTests {
  /// One finding for many cells is told apart from how the figures are read.
  private static let blankCells = ["blank-for-zero.html", "dash-for-zero.html"]

  @Test(arguments: try Kinds.reports().filter { !blankCells.contains($0.file) })
  func `no figure is read wrong`(_ kind: Kinds.Report) async throws {
    let judged = try await Judged(converting: Kinds.bytes(kind.file))
    let isWhole = kind.expected.verdict == "accepted"
    for (id, figure) in judged.figures {
      #expect(figure == kind.figures[id], "\(id): \(kind.expected.right)")
    }
    if isWhole { #expect(judged.differences(from: kind.figures) == [], "\(kind.expected.right)\n\(judged.summary)") }
  }

  @Test(arguments: try Kinds.reports())
  func `the verdict is a reader's of the printed page`(_ kind: Kinds.Report) async throws {
    let judged = try await Judged(converting: Kinds.bytes(kind.file))
    if kind.expected.verdict != "accepted or a doubt" {
      #expect(judged.verdict.rawValue == kind.expected.verdict, "\(kind.expected.right)\n\(judged.summary)")
    }
    if let rule = kind.expected.info { #expect(judged.rules.contains(rule), "\(judged.summary)") }
    if let office = kind.expected.office { #expect(judged.report?.office == office, "\(judged.summary)") }
    if let year = kind.expected.year { #expect(judged.report?.year == year, "\(judged.summary)") }
    // That a title differs from what is prescribed is told.
    let warnings = judged.findings.filter { $0.severity == .warning && $0.rule != "title" }
    if kind.expected.verdict == "accepted" { #expect(warnings == [], "\(judged.summary)") }
  }
}
