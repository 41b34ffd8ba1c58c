import Findings
import Foundation
import ReportModel
import TestFixtures
import Testing

/// A report is known however its office has titled, laid out and worded it.
@Suite struct PublishedKindTests {
  @Test(arguments: try PublishedKinds.reports())
  func `a published report is judged as a reader judges it`(_ report: PublishedKinds.Report) throws {
    let judged = try Judged(PublishedKinds.bytes(report.file))
    let (expected, summary) = (report.expected, judged.summary)
    if let verdict = expected.verdict { #expect(judged.verdict.rawValue == verdict, "\(summary)") }
    if let office = expected.office {  // Departments keep the name of their county.
      #expect(judged.report?.office?.hasSuffix(office) == true, "\(summary)")
    }
    if let year = expected.year { #expect(judged.report?.year == year, "\(summary)") }
    for rule in expected.has ?? [] { #expect(judged.rules.contains(rule), "\(expected.right)\n\(summary)") }
    for rule in expected.lacks ?? [] { #expect(!judged.rules.contains(rule), "\(expected.right)\n\(summary)") }
    if expected.some == true { #expect(!judged.findings.isEmpty, "\(expected.right)") }
    if let most = expected.most {
      #expect(judged.findings.count <= most, "\(judged.findings.count): \(expected.right)")
    }
    for (rule, times) in expected.times ?? [:] {
      #expect(judged.rules.count { $0 == rule } == times, "\(expected.right)\n\(summary)")
    }
    for (id, figure) in expected.figures ?? [:] {
      #expect(judged.figures[id] == figure, "\(id): \(expected.right)\n\(summary)")
    }
    if let count = expected.count { #expect(judged.figures.count == count, "\(expected.right)") }
    if let words = expected.said {
      #expect(judged.findings.contains { ($0.message + $0.advice).contains(words) }, "\(summary)")
    }
    if let words = expected.not_said {
      #expect(!judged.findings.contains { ($0.message + $0.advice).contains(words) }, "\(summary)")
    }
    if let figures = expected.figures_or_error, judged.verdict == .accepted {
      for (id, figure) in figures { #expect(judged.figures[id] == figure, "\(expected.right)\n\(summary)") }
    }
  }
}
