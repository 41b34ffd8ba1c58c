import Findings
import Foundation
import TestFixtures
import Testing

/// Tables as they are published, with rows, columns and heads of their own.
@Suite struct TableKindTests {
  @Test(arguments: try TableKinds.reports())
  func `what is read is what its heads and labels say`(_ report: TableKinds.Report) throws {
    let judged = try Judged(TableKinds.bytes(report.file))
    let expected = report.expected
    #expect(judged.verdict.rawValue == expected.verdict, "\(expected.right)\n\(judged.summary)")
    for (id, figure) in expected.figures ?? [:] { #expect(judged.figures[id] == figure, "\(id): \(expected.right)") }
    if let count = expected.count { #expect(judged.figures.count == count, "\(expected.right)") }
    for rule in expected.has ?? [] { #expect(judged.rules.contains(rule), "\(expected.right)\n\(judged.summary)") }
    if let most = expected.most { #expect(judged.findings.count <= most, "\(judged.summary)") }
    let words = judged.findings.map { $0.message + $0.advice }.joined()
    if let said = expected.said { #expect(words.contains(said), "\(words)") }
    if let unsaid = expected.not_said { #expect(!words.contains(unsaid), "\(words)") }
  }
}
