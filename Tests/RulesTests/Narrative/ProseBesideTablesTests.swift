import Findings
import TestFixtures
import Testing

/// Sentences in the opening, and above and below the tables, which are held against the figures as those of section 1 are.
@Suite struct ProseBesideTablesTests {
  private static func findings(_ words: String, above heading: String) throws -> [Finding] {
    let text = try Corpus.text().replacingOnly("\n\(heading)\n", with: "\n\(words)\n\(heading)\n")
    return try Judging.findings(Array(text.utf8)).filter { $0.rule == "narrative-mismatch" }
  }

  private static func findings(_ words: String, below heading: String) throws -> [Finding] {
    let text = try Corpus.text().replacingOnly("\n\(heading)\n", with: "\n\(heading)\n\(words)\n")
    return try Judging.findings(Array(text.utf8)).filter { $0.rule == "narrative-mismatch" }
  }

  private static let headings = [
    "一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况",
  ]

  @Test func `the opening and the sections of tables are read`() throws {
    let wrong = "2024年共收到政府信息公开申请410件。"
    for (heading, section) in zip(Self.headings, [nil, 1, 2, 3, 4]) {
      let findings = try Self.findings(wrong, above: heading)
      #expect(findings.map(\.found) == ["410件"], "\(heading)")
      #expect(findings.map(\.place.section) == [section])
      #expect(try Self.findings("2024年共收到政府信息公开申请418件。", above: heading).map(\.message) == [])
    }
    for (heading, section) in zip(Self.headings[1...3], [2, 3, 4]) {
      #expect(try Self.findings(wrong, below: heading).map(\.place.section) == [section], "\(heading)")
    }
  }

  @Test func `under the heading of the requests an 申请 is one of those`() throws {
    let heading = Self.headings[3]
    #expect(try Self.findings("青禾镇2024年共收到申请410件。", above: heading).map(\.found) == ["410件"])
    #expect(try Self.findings("青禾镇2024年共收到申请418件。", above: heading).map(\.message) == [])
    #expect(try Self.findings("全年受理低保申请86件。", above: heading).map(\.message) == [])
  }

  @Test func `what is expected comes with its unit`() throws {
    let heading = Self.headings[2]
    let fees = try Self.findings("全年收取行政事业性收费13.7万元。", above: heading)
    #expect(fees.map { $0.expected?.hasSuffix("万元") } == [true])
    #expect(try Self.findings("全年作出行政处罚决定29件。", above: heading).map(\.expected) == ["行政处罚的本年处理决定数量 92件"])
  }
}
