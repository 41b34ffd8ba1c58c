import DocumentModel
import Findings
import Rules
import TestFixtures
import Testing

/// What findings show besides their texts.
@Suite struct EvidenceTests {
  private func quotes(_ text: String, rule: RuleID) throws -> [Quote] {
    try Judging.findings(Array(text.utf8)).filter { $0.rule == rule }.flatMap(\.evidence).compactMap {
      if case .quote(let quote) = $0 { quote } else { nil }
    }
  }

  @Test(arguments: [
    ("对公开的内容进行进行审查。", "doubled-word", "进行进行"),
    ("全年共举办培训XX次。", "placeholder-text", "XX"),
    ("一是健全制度。二是畅通渠道。四是加强培训。", "numbering", "四是"),
    ("截至2021年12月31日，累计主动公开政府信息86条。", "stray-year", "2021年"),
  ])
  func `a finding of wording quotes the sentence with the slip marked`(
    _ sentence: String, _ rule: RuleID, _ marked: String
  ) throws {
    let text = try Corpus.text().replacingOnly("一、总体情况\n", with: "一、总体情况\n" + sentence + "\n")
    let quote = try #require(try quotes(text, rule: rule).first)
    #expect(quote.source == "本报告第一部分")
    #expect(quote.runs.filter(\.isMarked).map(\.text) == [marked])
    #expect(sentence.contains(quote.runs.map(\.text).joined()))
  }

  @Test func `no quotation shows the number of a person`() throws {
    let text = try Corpus.text().replacingOnly(
      "一、总体情况\n", with: "一、总体情况\n联系人张三，手机13812345678，全年举办培训XX次。\n")
    let findings = try Judging.findings(Array(text.utf8))
    #expect(Set(findings.map(\.rule)).isSuperset(of: ["personal-information", "placeholder-text"]))
    let shown = findings.flatMap(\.evidence).map { "\($0)" }.joined()
    #expect(shown.contains("138****5678") && !shown.contains("13812345678"))
  }
}
