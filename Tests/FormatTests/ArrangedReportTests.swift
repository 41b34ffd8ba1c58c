import Findings
import Foundation
import TestFixtures
import Testing

/// Rows and columns are read by what they are called, or what stands in the way is named.
@Suite(.enabled(if: OfficeSuite.isInstalled, Comment(rawValue: OfficeSuite.missing))) struct ArrangedReportTests {
  @Test(arguments: ArrangedReport.all)
  func `every figure is read below its head and beside its label`(_ report: ArrangedReport) async throws {
    let judged = try Judged(await report.bytes())
    #expect(judged.differences(from: report.figures) == [], "\(judged.summary)")
    let rules = judged.findings.filter { $0.severity != .info }.map(\.rule.rawValue)
    #expect(Set(rules) == report.rules, "\(judged.summary)")
  }
}
