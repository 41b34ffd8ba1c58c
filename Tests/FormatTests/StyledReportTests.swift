import DocumentModel
import Findings
import Foundation
import ReportModel
import TestFixtures
import Testing

/// What a person sees is what is read: each kind of look, by each means of each format, in cells all over the tables.
@Suite(.enabled(if: OfficeSuite.isInstalled, Comment(rawValue: OfficeSuite.missing))) struct StyledReportTests {
  @Test(arguments: StyledReport.all) func `every figure that one sees is read`(_ report: StyledReport) async throws {
    let judged = try Judged(await report.bytes())
    let wrong = judged.figures.filter { report.source.figures[$0.key] != $0.value }
    #expect(wrong == [:])
    if report.leavesDoubts { return }
    #expect(judged.differences(from: report.source.figures) == [], "\(judged.summary)")
    #expect(judged.report?.title?.text == report.source.titleText)
    #expect(judged.verdict == (report.blank.isEmpty ? .accepted : .rejected), "\(judged.summary)")
    #expect(judged.cells("blank-cell") == report.blank)
    #expect(judged.cells("cell-remark") == report.remarked)
    if report.blank.isEmpty { #expect(judged.findings.filter { $0.severity == .warning } == [], "\(judged.summary)") }
  }
}

extension Judged {
  /// The cells, by the ids of their figures, of which a rule speaks.
  fileprivate func cells(_ rule: RuleID) -> Set<String> {
    let places = findings.filter { $0.rule == rule }.flatMap(\.places)
    return Set(
      places.map { place in
        ([place.table == "litigation" ? nil : place.table, place.row, place.column] as [String?]).compactMap { $0 }
          .joined(separator: ".")
      })
  }
}
