import DocumentModel
import Findings
import ReportModel
import Rules
import TestFixtures
import Testing

/// What findings show besides their texts.
@Suite struct EvidenceTests {
  private static func quotes(_ findings: [Finding], of rule: RuleID? = nil) -> [Quote] {
    findings.filter { rule == nil || $0.rule == rule }.flatMap(\.evidence).compactMap {
      if case .quote(let quote) = $0 { quote } else { nil }
    }
  }

  private static func comparisons(_ findings: [Finding]) -> [Comparison] {
    findings.flatMap(\.evidence).compactMap { if case .comparison(let comparison) = $0 { comparison } else { nil } }
  }

  // MARK: Quotes

  /// As a reader of plain text sees them.
  private static func written(_ quote: Quote) -> String {
    quote.runs.map { $0.isMarked ? "【\($0.text)】" : $0.text }.joined()
  }

  @Test(arguments: ["电话13812345678，，请联系", "请联系，，13812345678", "电话138-1234-5678。。请联系"])
  func `a number that a quotation would cut is masked as a whole`(_ words: String) throws {
    let found = try WordingText.findings("doubled-word", in: words).map { $0.found ?? "" }
    #expect(found.count == 1)
    #expect(found.allSatisfy { $0.contains("138****5678") }, "\(found)")
  }

  @Test(arguments: [
    ("doubled-word", "对公开的内容进行进行审查。", "对公开的内容【进行进行】审查。"),
    ("doubled-word", "按时办结。。其他工作照常。", "按时办结【。。】"),
    ("placeholder-text", "全年共举办培训XX次。", "全年共举办培训【XX】次。"),
    ("placeholder-text", "由[单位名称]负责。", "由【[单位名称]】负责。"),
    ("leftover-template", "（五）监督保障（不少于200字）", "（五）监督保障【（不少于200字）】"),
    ("stray-year", "截至2021年12月31日，累计主动公开政府信息86条。", "截至【2021年】12月31日，累计主动公开政府信息86条。"),
    ("stray-year", "２０２２年，我镇发布信息300余条。", "【２０２２年】，我镇发布信息300余条。"),
    (
      "numbering", "一是健全制度。二是畅通渠道。四是加强培训。其他照常。",
      "【一是】健全制度。【二是】畅通渠道。【四是】加强培训。"
    ),
    (
      "numbering", "一是健全制度；二是畅通渠道；三拓宽公开范围。",
      "【一是】健全制度；【二是】畅通渠道；【三】拓宽公开范围。"
    ),
    ("personal-information", "咨询请拨打13812345678，王先生。", "咨询请拨打【138****5678】，王先生。"),
    (
      "personal-information", "张某13812345678、李某13912345678。",
      "张某【138****5678】、李某139****5678。"
    ),
  ])
  func `a finding of wording quotes the sentence with the slip marked`(
    rule: RuleID,
    words: String,
    expected: String
  ) throws {
    // Between lines that hold other sentences.
    let text = try Corpus.text().replacingOnly("各项任务按期完成。", with: "各项任务按期完成。\n\(words)\n以上各项均已落实。")
    let quote = try #require(try Self.quotes(Judging.findings(Array(text.utf8)), of: rule).first)
    let shown = Self.written(quote)
    #expect(shown.hasPrefix(expected), "\(shown)")
    #expect(shown == expected || !"。！？".contains(expected.suffix(1)), "\(shown)")
    #expect(quote.source == "本报告第一部分")
  }

  @Test func `points that are far apart are quoted by their beginnings`() throws {
    let filler = String(repeating: "完善制度机制，压实工作责任，", count: 20)
    let quote = try #require(
      try Self.quotes(WordingText.findings("numbering", in: "一是\(filler)。二是\(filler)。四是\(filler)。")).first)
    let shown = Self.written(quote)
    #expect(quote.runs.filter(\.isMarked).map(\.text) == ["一是", "二是", "四是"])
    #expect(shown.count < 200 && shown.hasSuffix("…"), "\(shown)")
  }

  @Test func `of a sentence without end only what is round the mark is quoted`() throws {
    let filler = String(repeating: "完善制度机制、压实工作责任、", count: 2000)
    let quote = try #require(
      try Self.quotes(WordingText.findings("doubled-word", in: "\(filler)进行进行审查\(filler)。")).first)
    let shown = Self.written(quote)
    #expect(shown.hasPrefix("…") && shown.hasSuffix("…") && shown.contains("【进行进行】"))
    #expect(shown.count < 180, "\(shown.count)")
  }

  @Test func `parts that do not add up are marked where they stand`() throws {
    let words = "本年度发出收费通知2件，收取信息处理费360元，分别为200元、150元。"
    let quote = try #require(try Self.quotes(WordingText.lastSection("fee-itemisation", words)).first)
    #expect(Self.written(quote).hasSuffix("收取信息处理费【360元】，分别为【200元】、【150元】。"))
    #expect(quote.source == "本报告第六部分")
  }

  @Test(arguments: [
    ("信息公开纳入年度考核。", "信息公开纳入年度【考核】。"),
    ("加强日常检查，及时整改。", "【加强日常检查，及时整改】。"),
  ])
  func `of the results of supervision it is shown what there is`(_ words: String, _ expected: String) throws {
    let text = try Report.supervised(words)
    let quotes = Self.quotes(try Report.findings(text, of: "supervision-statement"))
    #expect(quotes.map(Self.written) == [expected])
  }

  @Test func `no quotation shows the number of a person`() throws {
    let text = try Corpus.text().replacingOnly(
      "一、总体情况\n", with: "一、总体情况\n联系人张三，手机13812345678，全年举办培训XX次。\n")
    let findings = try Judging.findings(Array(text.utf8))
    #expect(Set(findings.map(\.rule)).isSuperset(of: ["personal-information", "placeholder-text"]))
    let shown = findings.flatMap(\.evidence).map { "\($0)" }.joined()
    #expect(shown.contains("138****5678") && !shown.contains("13812345678"))
    #expect(
      Self.quotes(findings, of: "placeholder-text").map(Self.written) == ["联系人张三，手机138****5678，全年举办培训【XX】次。"])
  }

  @Test(arguments: 70...90)
  func `no part of a number is left where a quotation is cut`(_ distance: Int) throws {
    let filler = String(repeating: "完善制度，", count: 40)
    let words = "\(filler)拨打13812345678\(filler.prefix(distance))进行进行审查\(filler.prefix(distance))拨打13812345678\(filler)"
    let quote = try #require(try Self.quotes(WordingText.findings("doubled-word", in: words)).first)
    let digits = Self.written(quote).split { !$0.isNumber }
    #expect(digits.allSatisfy { ["138", "5678"].contains($0) }, "\(digits)")
  }

  @Test(arguments: Mutation.all)
  func `a quotation is the report's own words, marked and short`(_ mutation: Mutation) throws {
    let text = try mutation.change(Corpus.text()).filter { !$0.isWhitespace }
    for quote in Self.quotes(try mutation.findings().filter { $0.rule != "personal-information" }) {
      let words = quote.runs.map(\.text).joined()
      #expect(quote.runs.contains(where: \.isMarked) && words.count < 200)
      for part in words.split(separator: "…") { #expect(text.contains(part.filter { !$0.isWhitespace })) }
    }
  }

  // MARK: Comparisons

  @Test func `what was carried in stands beside last year's figure, with the totals`() throws {
    let example = Recollection(
      description: "", before: ["requests.carried_out.natural_person": 8, "requests.carried_out.total": 23])
    let comparisons = Self.comparisons(try example.findings())
    #expect(comparisons.map(\.columns) == [["2023年报告", "本报告"], ["2023年报告", "本报告"]])
    let total = Comparison.Row("结转下年度／上年结转 · 总计", ["23", "24"])
    #expect(comparisons.map(\.rows) == [[.init("结转下年度／上年结转 · 自然人", ["8", "9"]), total], [total]])
  }

  @Test func `documents in force stand beside last year's, with what came and went`() throws {
    let example = Recollection(description: "", now: [("文件 7 4 34", "文件 7 4 38")])
    #expect(
      Self.comparisons(try example.findings()).map(\.rows) == [
        [
          .init("现行有效件数", ["31", "38"]), .init("加：本年制发件数", ["", "7"]), .init("减：本年废止件数", ["", "4"]),
          .init("现行有效件数应为", ["", "34"]),
        ]
      ])
  }

  @Test func `a count that cannot be is not asked for`() throws {
    let example = Recollection(
      description: "", before: ["disclosure.normative_documents.in_force": 0], now: [("文件 7 4 34", "文件 1 4 0")])
    let rows = Self.comparisons(try example.findings()).flatMap(\.rows)
    #expect(rows.map(\.values) == [["0", "0"], ["", "1"], ["", "4"]])
  }

  @Test func `a figure many times last year's stands beside it`() throws {
    let example = Recollection(description: "", now: [("收费 13.07", "收费 130700")])
    #expect(
      Self.comparisons(try example.findings()).map(\.rows) == [[.init("行政事业性收费 · 本年收费金额（万元）", ["12.3456", "130700"])]])
  }
}
