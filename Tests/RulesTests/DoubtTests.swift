import DocumentModel
import Findings
import ReportModel
import Rules
import TestFixtures
import Testing

/// Reading faults and slips of the author are told apart as far as can be. Only sums decide, and only for one reading.
@Suite struct DoubtTests {
  @Test(arguments: DoubtfulReport.cells + DoubtfulReport.lines)
  func `both readings of what is doubtful are shown where a sum fails`(_ report: DoubtfulReport) throws {
    let findings = try Judging.findings(report.bytes())
    let finding = try #require(
      findings.first { $0.rule.rawValue == report.rule && !$0.evidence.isEmpty }, "\(findings.map(\.message))")
    #expect(finding.message.contains(report.words), "\(finding.message)")
    #expect(Self.rows(finding).contains(report.readings), "\(Self.rows(finding))")
  }

  @Test(arguments: DoubtfulReport.settled)
  func `the one reading that all sums allow is taken, and said`(_ report: DoubtfulReport) throws {
    let subject = Subject(
      extract: .document(try #require(try Judging.document(report.bytes()))),
      reader: ReportReader(library: try FormLibrary.builtIn()))
    let page = try #require(try Judging.document(Corpus.bytes("qinghe-2024.html")))
    let good = try #require(ReportReader(library: try FormLibrary.builtIn()).read(page))
    #expect(subject.report?.figures.map(\.figure) == good.figures.map(\.figure))
    let findings = RuleBook().findings(on: subject)
    #expect(findings.map(\.rule.rawValue) == ["settled-reading"], "\(findings.map(\.message))")
    #expect(findings.first?.message.contains(report.words) == true, "\(findings.map(\.message))")
    #expect(Verdict(findings) == .accepted)
  }

  @Test func `where no sum helps, a number in parts is read as the others are, and named`() throws {
    var page = try Corpus.text("qinghe-2024.html")
    for figure in ["284", "418", "1377"] {
      page = page.replacing(">\(figure)<", with: ">\(figure.dropLast())<br>\(figure.suffix(1))<")
    }
    let findings = try Judging.findings(Array(page.utf8))
    #expect(findings.map(\.rule.rawValue) == ["cell-remark", "settled-reading"])
    #expect(findings.first?.found == "137↵7" && findings.first?.expected == "1377")
    // One cell alone is no habit.
    let alone = try Corpus.text("qinghe-2024.html").replacing(">1377<", with: ">137<br>7<")
    #expect(try Judging.findings(Array(alone.utf8)).map(\.rule.rawValue) == ["not-a-number"])
  }

  @Test(arguments: DoubtfulReport.plain)
  func `nothing is said of doubt where sums prove the reading, or there is only one`(_ report: DoubtfulReport) throws {
    let findings = try Judging.findings(report.bytes())
    #expect(findings.allSatisfy { $0.evidence.isEmpty }, "\(findings.map(\.message))")
    #expect(!findings.contains { $0.message.contains("原文是") || $0.message.contains("如果读作") })
  }

  @Test(arguments: DoubtfulReport.cells + DoubtfulReport.lines)
  func `a reading that breaks a sum never makes a report pass`(_ report: DoubtfulReport) throws {
    let findings = try Judging.findings(report.bytes())
    #expect(Verdict(findings) == .rejected)
    #expect(findings.allSatisfy { !$0.advice.isEmpty })
    let subject = Subject(
      extract: .document(try #require(try Judging.document(report.bytes()))),
      reader: ReportReader(library: try FormLibrary.builtIn()))
    let figures = (subject.report?.figures ?? []).map(\.id)
    // A figure is there as it was read, or not at all.
    #expect(Set(figures).count == figures.count && figures.count >= 185)
  }

  @Test func `the doubt about a line is told in full once`() throws {
    let report = DoubtfulReport(.raw("284 26 16 52 23 17 418", "2 84 26 16 23 17 418"), "", "")
    let messages = try Judging.findings(report.bytes()).map(\.message)
    #expect(messages.count == 4)
    #expect(messages.count { $0.contains("如果读作") } == 1)
    #expect(messages.count { $0.contains("前面已经说过") } == 3)
  }

  @Test func `what the sums ask for is not advised where another reading is at hand`() throws {
    let finding = try #require(
      try Judging.findings(DoubtfulReport(.raw("284 26 16 52 23 17 418", "2 84 26 16 23 17 418"), "", "").bytes()).first
    )
    #expect(!finding.advice.contains("把这一格改为"))
    #expect(finding.advice.hasPrefix("请先看原文"))
  }

  /// Each row of a table of evidence as its values.
  private static func rows(_ finding: Finding) -> [[String]] {
    finding.evidence.flatMap { evidence -> [[String]] in
      guard case .comparison(let comparison) = evidence else { return [] }
      return comparison.rows.map(\.values)
    }
  }
}
