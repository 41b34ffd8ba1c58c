import DocumentModel
import Extraction
import Findings
import Rules
import TestFixtures
import Testing

@Suite struct RulesTests {
  @Test(arguments: try Corpus.texts())
  func `a good report gives no finding at all`(_ report: Corpus.Report) throws {
    #expect(try Judging.findings(Corpus.bytes(report.file)).map(\.message) == [])
  }

  @Test func `a good report of the form of 2019 gives no finding`() throws {
    #expect(try Judging.findings(Corpus.bytes("form-2019.txt")).map(\.message) == [])
  }

  @Test(arguments: Mutation.all)
  func `a change is found at its place, and nothing else`(_ mutation: Mutation) throws {
    let findings = try mutation.findings()
    #expect(findings.count == mutation.expected.count, "\(findings.map { "\($0.rule) \($0.message)" })")
    for expected in mutation.expected {
      #expect(
        findings.contains { Expected($0, like: expected) == expected },
        "\(findings.map { Expected($0, like: expected) })")
    }
  }

  @Test(arguments: Mutation.all)
  func `every finding says what to do and names its place`(_ mutation: Mutation) throws {
    for finding in try mutation.findings() {
      #expect(!finding.message.isEmpty && !finding.advice.isEmpty)
      #expect(finding.place.section != nil || ["several-reports", "title", "year-mismatch"].contains(finding.rule))
      #expect(finding.place.source.line != nil || ["title", "missing-section"].contains(finding.rule))
    }
  }

  @Test(arguments: 0..<50)
  func `a report that is cut off anywhere before its last section is rejected`(_ cut: Int) throws {
    let bytes = Array(try Corpus.text().utf8)
    let whole = try #require(try Corpus.text().firstRange(of: "六、其他需要报告的事项")).lowerBound
    let length = try Corpus.text()[..<whole].utf8.count * cut / 50
    let findings = try Judging.findings(Array(bytes.prefix(length)))
    #expect(Verdict(findings) == .rejected)
    #expect(!findings.contains { $0.rule == "damaged-text" })
  }

  @Test(arguments: Obstacles.all)
  func `a file that holds no report is told why, once`(_ example: Obstacles.Example) throws {
    let findings = try Judging.findings(on: example.extract)
    #expect(findings.map(\.rule.rawValue) == [example.rule])
    #expect(findings.allSatisfy { $0.severity == .error && !$0.advice.isEmpty })
  }

  @Test func `rule ids are unique and every rule explains itself in both languages`() {
    let descriptions = RuleBook.rules.map { $0.description }
    let ids = descriptions.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(ids.count == 54)
    for description in descriptions {
      #expect(description.clerk.unicodeScalars.contains { $0.properties.isIdeographic })
      #expect(!description.administrator.isEmpty && !description.source.isEmpty)
    }
  }

  @Test func `severities come from the configuration`() throws {
    let bytes = Array(try Corpus.text().replacingOnly("一、总体情况", with: "总体情况").utf8)
    #expect(try Judging.findings(bytes).map(\.severity) == [.warning])
    #expect(try Judging.findings(bytes, levels: ["section-heading": .error]).map(\.severity) == [.error])
    #expect(try Judging.findings(bytes, levels: ["section-heading": .off]).isEmpty)
  }

  @Test func `errors come before warnings, and each in the order of the report`() throws {
    let text = try Corpus.text().replacingOnly("一、总体情况", with: "总体情况")
      .replacingOnly("4 2 4 9 19", with: "4 2 4 9 18").replacingOnly("行政许可 1377", with: "行政许可 x")
    let findings = try Judging.findings(Array(text.utf8))
    #expect(findings.map(\.rule.rawValue) == ["not-a-number", "litigation-total", "section-heading"])
  }

  @Test func `a blank cell is told what the sums around it ask for`() throws {
    let text = try Corpus.text().replacingOnly("58 0 0 3 0 0 61", with: "58\t0\t0\t\t0\t0\t61")
    let finding = try #require(try Judging.findings(Array(text.utf8)).first)
    #expect(finding.advice.contains("推算是 3"))
    #expect(finding.expected != "3", "a figure that is inferred is no figure that is expected")
  }

  @Test func `only errors reject`() throws {
    let warned = Mutation.structures.filter { $0.expected.map(\.rule) == ["section-heading"] }
    #expect(try warned.map { Verdict(try $0.findings()) } == [.accepted, .accepted, .accepted])
    #expect(Verdict(try #require(Mutation.cells.first).findings()) == .rejected)
  }
}
