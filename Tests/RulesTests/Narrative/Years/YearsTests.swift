import Findings
import ReportModel
import Rules
import TestFixtures
import Testing

@Suite struct YearsTests {
  @Test(
    arguments: FittingYears.all + MisstatedYears.all + OtherYears.all + YearsInPassing.all + YearsOfBureaus.all
      + YearsElsewhere.all)
  func `what is said of two years is held against the figures of both`(_ sentence: YearlySentence) throws {
    #expect(try sentence.findings().map(\.found) == sentence.marked)
  }

  @Test func `a growth is shown with the figures of both years`() throws {
    let text = "2024年政府信息公开行政复议19件，同比增长17.39%。"
    let finding = try #require(try YearlySentence(.busy, text).findings().first)
    #expect(finding.severity == .warning)
    #expect(finding.message.contains("「增长17.39%」"))
    #expect(finding.message.contains("由 23 到 19，减少 4（17.39%）。"))
    #expect(finding.expected == "减少 4（17.39%）")
    let comparison = Comparison(
      columns: ["2023年报告", "本报告", "增减"], rows: [.init("行政复议总计", ["23", "19", "减少 4（17.39%）"])])
    #expect(finding.evidence.last == .comparison(comparison))
    guard case .quote(let quote) = finding.evidence.first else { throw Missing() }
    #expect(quote.runs.map(\.text).joined() + "。" == text)
    #expect(quote.runs.filter(\.isMarked).map(\.text) == ["增长17.39%"])
  }

  @Test func `a number of last year is shown with what last year's report holds`() throws {
    let finding = try #require(try YearlySentence(.busy, "行政处罚92件（上年为78件）。").findings().first)
    #expect(finding.found == "78件")
    #expect(finding.message.contains("2023年报告里是：行政处罚的本年处理决定数量 87件；相差9件。"))
    #expect(finding.evidence.count == 1)
  }

  @Test func `a sentence at odds with itself needs no memory`() throws {
    let finding = try #require(try YearlySentence(.alone, "公开信息由80条增至100条，增长20%。").findings().first)
    #expect(finding.message.contains("这句话自己写的由 80 到 100，增加 20（25%）。"))
    let comparison = Comparison(
      columns: ["上年", "本年", "增减"], rows: [.init("正文自己的数", ["80", "100", "增加 20（25%）"])])
    #expect(finding.evidence.last == .comparison(comparison))
  }

  @Test(arguments: [
    Figure(significand: .max), Figure(significand: .min), Figure(significand: .min, decimals: 18), 0, -5,
  ])
  func `figures of last year that no report has are compared without harm`(_ figure: Figure) throws {
    var last = try Recollection.accepted("qinghe-2023.raw.txt")
    for id in last.figures.keys { last.figures[id] = figure }
    let text = try Corpus.text().replacingOnly(
      "（二）依申请公开。",
      with: "（二）依申请公开。新收政府信息公开申请418件，同比增长94%，增加203件，增长两成，翻了九番，增长99999999倍，与上年持平，上年为215件。"
        + "信息由9999999999999条增至9999999999999亿条，减少9999999999999%。")
    _ = try Judging.findings(Array(text.utf8), remembering: Memory(lastYear: last))
  }
}

private struct Missing: Error {}
