import Findings
import Rules
import TestFixtures
import Testing

/// The examples that explain the rules are true.
@Suite struct ExampleTests {
  @Test(arguments: RuleBook.rules.map { $0.description.id })
  func `a rule is explained by an example that is mended`(_ rule: RuleID) throws {
    let example = try example(of: rule)
    #expect(!example.wrong.isEmpty && !example.right.isEmpty)
    #expect(example.wrong != example.right)
    for text in [example.wrong, example.right] {
      #expect(text.unicodeScalars.contains { $0.properties.isIdeographic }, "reports are in Chinese")
    }
  }

  @Test(arguments: Excerpt.all)
  func `in a good report the wrong excerpt breaks its rule, and the right one none`(_ excerpt: Excerpt) throws {
    let example = try example(of: excerpt.rule)
    let wrong = try Judging.findings(Array(excerpt.put(example.wrong).utf8))
    #expect(Set(wrong.map(\.rule)) == [excerpt.rule], "\(wrong.map(\.message))")
    let right = try Judging.findings(Array(excerpt.put(example.right).utf8))
    #expect(right.map(\.message) == [])
  }

  @Test(arguments: ["damaged-text", "not-a-report"] as [RuleID])
  func `a file with nothing but the wrong example breaks its rule`(_ rule: RuleID) throws {
    let bytes = Array(try example(of: rule).wrong.utf8)
    #expect(try Judging.findings(bytes).map(\.rule) == [rule])
  }

  private func example(of rule: RuleID) throws -> RuleExample {
    let description = try #require(RuleBook.rules.map { $0.description }.first { $0.id == rule })
    return try #require(description.example, "the rule has no example")
  }
}

/// What an example takes the place of in a good report.
struct Excerpt: Sendable, CustomStringConvertible {
  let rule: RuleID
  /// From where, and up to the end of what.
  private let first: String
  private let last: String
  /// Whether only the last line of the example goes there: the lines before it stand elsewhere in the report.
  private let isLastLine: Bool

  private init(_ rule: RuleID, _ first: String, _ last: String = "", isLastLine: Bool = false) {
    self.rule = rule
    self.first = first
    self.last = last
    self.isLastLine = isLastLine
  }

  var description: String { rule.rawValue }

  static let all = [
    Excerpt("title", "青禾镇 2024 年政府信息公开工作年度报告"),
    Excerpt("year-mismatch", "青禾镇 2024 年政府信息公开工作年度报告", "年 12 月 31 日止。"),
    Excerpt("outdated-form", "（六）\n其他处", "3.其他 0 0 0 0 0 0 0"),
    Excerpt("missing-section", "四、政府信息公开行政复议", "六、其他需要报告的事项"),
    Excerpt("section-heading", "五、存在的主要问题及改进情况"),
    Excerpt("section-order", "五、存在的主要问题及改进情况", "本年度未收取政府信息公开信息处理费。"),
    Excerpt("empty-section", "五、存在的主要问题及改进情况", "六、其他需要报告的事项"),
    Excerpt("missing-table", "四、政府信息公开行政复议", "4 2 4 9 19 2 6 9 0 17 1 3 7 0 11"),
    Excerpt("column-heads", "信息内容 本年制发件数", "行政规范性文件 7 4 34"),
    Excerpt("table-layout", "信息内容 本年制发件数", "行政规范性文件 7 4 34"),
    Excerpt("missing-row", "6.属于\n四类过", "0 0 0 7 0 5 12"),
    Excerpt("blank-cell", "行政处罚 92\n行政强制 11"),
    Excerpt("not-a-number", "行政处罚 92\n行政强制 11"),
    Excerpt("cell-remark", "行政规范性文件 7 4 34"),
    Excerpt("requests-row-total", "1.属于\n国家秘", "58 0 0 3 0 0 61"),
    Excerpt("requests-concluded-total", "（七）总计 284 26 18 52 23 17 420"),
    Excerpt("requests-balance", "四、结转下年度继续办理 9 5 6 0 1 1 22", isLastLine: true),
    Excerpt("litigation-total", "4 2 4 9 19"),
  ]

  /// The report with the example in its place.
  func put(_ example: String) throws -> String {
    let text = try Corpus.text()
    let start = try #require(text.firstRange(of: first))
    let end = last.isEmpty ? start : try #require(text[start.upperBound...].firstRange(of: last))
    let excerpt = isLastLine ? String(example.split(separator: "\n").last ?? "") : example
    return text[..<start.lowerBound] + excerpt + text[end.upperBound...]
  }
}
