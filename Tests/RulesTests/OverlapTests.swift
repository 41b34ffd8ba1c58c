import DocumentModel
import Extraction
import Findings
import ReportModel
import Rules
import TestFixtures
import Testing

@Suite struct OverlapTests {
  /// A report, and the one that it is held against.
  struct Pair: Sendable, CustomStringConvertible {
    var now: WrittenReport
    var before: WrittenReport
    /// `nil` where nothing is to be said.
    var percent: ClosedRange<Int>?

    var description: String { "\(now) · \(before)" }
  }

  @Test(arguments: Pair.years)
  func `a report that is last year's over again is named, and one that goes on from it is not`(_ pair: Pair) throws {
    let last = try Recollection.accepted(Array(pair.before.handedIn("", for: 2023).report().utf8))
    let findings = try pair.now.findings(remembering: Memory(lastYear: last))
    try expect(findings, "same-as-last-year", pair)
  }

  @Test(arguments: Pair.units)
  func `a report that is another unit's is named, and one of the same trade is not`(_ pair: Pair) throws {
    let findings = try pair.now.findings(remembering: Memory(others: [pair.before.remembered()]))
    try expect(findings, "same-as-another", pair)
  }

  private func expect(_ findings: [Finding], _ rule: RuleID, _ pair: Pair) throws {
    #expect(findings.map(\.rule) == (pair.percent == nil ? [] : [rule]), "\(findings.map(\.message))")
    guard let expected = pair.percent, let finding = findings.first else { return }
    let percent = try #require(Int(finding.message.drop { !$0.isASCII }.prefix { $0 != "%" }.drop { $0 == " " }))
    #expect(expected.contains(percent), "\(finding.message)")
  }

  @Test func `the longest shared passages are quoted in the report's own words, what differs unmarked`() throws {
    let copy = WrittenReport.market.handedIn("", by: "白杨镇").changing([("312条", "457条"), ("印了6000份", "印制了8000份")])
    let finding = try #require(
      try copy.findings(remembering: Memory(others: [WrittenReport.market.remembered()])).first)
    #expect(finding.severity == .warning)
    #expect(finding.message.contains("与“青禾镇2024年报告”相同"))
    let quotes = finding.evidence.compactMap { if case .quote(let quote) = $0 { quote } else { nil } }
    #expect(quotes.count == 3)
    #expect(quotes.allSatisfy { $0.source.hasPrefix("本报告第") && $0.source.contains("与“青禾镇2024年报告”相同") })
    let report = try copy.report().filter { !$0.isWhitespace }
    for quote in quotes {
      #expect(report.contains(quote.runs.map(\.text).joined().filter { $0 != "…" }))
      #expect(quote.runs.contains { $0.isMarked })
    }
    let words = quotes.flatMap(\.runs)
    #expect(words.contains { !$0.isMarked && $0.text.contains("制") }, "\(words)")
    #expect(!words.contains { $0.isMarked && ($0.text.contains("8000") || $0.text.contains("白杨镇")) })
    #expect(try copy.report().contains(#require(finding.found).prefix(6)))
  }

  @Test(arguments: [1, 5])
  func `the finding stands where the longest passage begins`(_ section: Int) throws {
    var copy = WrittenReport.market.handedIn("", by: "白杨镇")
    if section == 5 { (copy.disclosure, copy.management, copy.platforms) = ("及时发布信息。", "先审后发。", "以政府网站为主。") }
    let finding = try #require(
      try copy.findings(remembering: Memory(others: [WrittenReport.market.remembered()])).first)
    #expect(finding.place.section == section)
    let lines = try copy.report().split(separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(finding.place.source.line)
    #expect(try lines[line - 1].contains(#require(finding.found).prefix(6)))
  }

  @Test func `of several units the closest is named, and of last year's too`() throws {
    let partly = WrittenReport.market.changing([("老街集市", "河堤夜市"), ("镇财政所按月公布大额支出", "收支按季上墙")])
    let last = WrittenReport.market.handedIn("", by: "石桥镇", for: 2023)
    let others = try [
      partly.handedIn("", by: "双河镇").remembered(), last.remembered(), WrittenReport.street.remembered(),
    ]
    for others in [others, others.reversed()] {
      let findings = try WrittenReport.market.findings(remembering: Memory(others: others))
      #expect(findings.map(\.rule) == ["same-as-another"])
      #expect(findings.first?.message.contains("石桥镇2023年报告") == true)
    }
  }

  @Test(arguments: try Corpus.texts())
  func `reports that say little but what the form asks for are not compared`(_ report: Corpus.Report) throws {
    let others = try Corpus.texts().map {
      try AcceptedProse(office: "白杨镇", year: 2024, text: #require(Recollection.accepted(Corpus.bytes($0.file)).prose))
    }
    var last = try Recollection.accepted("qinghe-2023.raw.txt")
    last.figures = [:]
    let memory = Memory(lastYear: last, others: others)
    #expect(try Judging.findings(Corpus.bytes(report.file), remembering: memory).map(\.rule) == [])
    #expect(try Recollection.report(Corpus.bytes(report.file)).map { ReportProse($0).fingerprints } == [])
  }

  @Test func `what is kept holds no table, and no number of a person`() throws {
    let text = WrittenReport.market.changing([("经办人的座机", "经办人的手机13812345678和身份证号11010519491231002X")])
    let kept = try text.remembered().text
    #expect(kept.contains("138****5678") && !kept.contains("13812345678") && !kept.contains("19491231"))
    #expect(!kept.contains("1377") && !kept.contains("行政规范性文件"))
    #expect(kept.contains("小卖部和卫生室门口"))
  }

  @Test func `fingerprints are the same wherever they are made, and most of them in a copy`() throws {
    let prints = try WrittenReport.market.fingerprints()
    #expect(prints.count == 64)
    #expect(prints.first == Self.firstFingerprint)
    let copy = try WrittenReport.market.handedIn("", by: "白杨镇", for: 2023).changing([("6000", "900")]).fingerprints()
    #expect(Set(copy) == Set(prints))
    #expect(try WrittenReport.market.changing([("，\n", "，"), ("，", "，\n　　")]).fingerprints() == prints)
    let edited = WrittenReport.market.handedIn("", by: "新华街道").changing(Pair.retouched)
    #expect(try Set(edited.fingerprints()).intersection(prints).count >= 20)
    #expect(try Set(WrittenReport.marketLater.fingerprints()).intersection(prints).count <= 12)
    #expect(try Set(WrittenReport.street.fingerprints()).intersection(prints).isEmpty)
  }

  private static let firstFingerprint: Int64 = 2_271_672_785_958_030

  @Test(arguments: ["公开", "我镇把信息公开工作做好，", "公开公布公示公告。", "一二三四五六七八九十，", "甲\n"])
  func `prose without end is compared in good time`(_ words: String) throws {
    let long = String(repeating: words, count: 400_000 / words.count)
    let text = try WrittenReport.market.report().replacingOnly("小卖部和卫生室门口。", with: "小卖部和卫生室门口。\(long)")
    let remembered = AcceptedProse(office: "白杨镇", year: 2024, text: long)
    let extract = try Extractor().extract(Array(text.utf8))
    let time = try ContinuousClock().measure {
      _ = try Judging.findings(
        on: extract,
        levels: Dictionary(
          uniqueKeysWithValues: RuleBook.rules.map { ($0.description.id, .off) }
            .filter { !["same-as-another", "same-as-last-year"].contains($0.0) }),
        remembering: Memory(
          lastYear: AcceptedReport(year: 2023, figures: [:], prose: long),
          others: Array(repeating: remembered, count: 3)))
    }
    #expect(time < .seconds(20), "\(time)")
  }
}

extension WrittenReport {
  /// What the ledger keeps of it.
  func remembered() throws -> AcceptedProse {
    let accepted = try Recollection.accepted(Array(report().utf8))
    return AcceptedProse(office: office, year: accepted.year, text: accepted.prose ?? "")
  }

  func findings(remembering memory: Memory) throws -> [Finding] {
    try Judging.findings(Array(report().utf8), remembering: memory)
  }

  func fingerprints() throws -> [Int64] {
    try #require(Recollection.report(Array(report().utf8)).map { ReportProse($0).fingerprints })
  }
}

extension OverlapTests.Pair {
  typealias Pair = OverlapTests.Pair
  private static let market = WrittenReport.market

  /// Words that somebody changes who hopes not to be found out.
  static let retouched = [
    ("围绕群众", "聚焦群众"), ("编成一张明白纸", "做成一份明白卡"), ("当天在现场", "当场"), ("单笔超过", "凡是单笔在"), ("先由股室负责人看", "由股室负责人先看"),
    ("做了一次清理", "进行了清理"), ("每半个月", "每两周"), ("导办员", "工作人员"), ("约谈", "提醒"), ("评议表", "测评表"), ("另开一栏", "增设栏目"),
    ("说不清花了多少钱", "说不清用了多少钱"), ("清单", "台账"), ("小卖部和卫生室", "村部和超市"),
  ]

  private static let numbers = [
    ("312", "388"), ("46条", "61条"), ("128", "150"), ("75条", "83条"), ("6000", "6500"), ("218", "40"), ("14份", "2份"),
    ("全年改正9处", "全年改正十二处"), ("4300", "5100"), ("2个村", "3个村"), ("20位", "25位"), ("91分", "93分"), ("11个村", "4个村"),
  ]

  static let years: [Pair] = [
    Pair(now: market.handedIn("not a word changed"), before: market, percent: 100...100),
    Pair(now: market.changing(numbers).handedIn("the numbers changed"), before: market, percent: 95...100),
    Pair(now: market.changing(retouched).handedIn("words changed here and there"), before: market, percent: 70...95),
    Pair(now: half.handedIn("half of it written anew"), before: market),
    Pair(
      now: market.handedIn("little added at the end").changing([("门口。", "门口。" + added)]), before: market,
      percent: 80...95),
    Pair(now: .marketLater.handedIn("a year told in the same order"), before: market),
    Pair(now: market.handedIn("last year's was short"), before: short),
  ]

  static let units: [Pair] = [
    Pair(now: market.handedIn("the name changed", by: "白杨镇"), before: market, percent: 100...100),
    Pair(
      now: market.handedIn("a street's name", by: "新华街道").changing([("镇", "街道"), ("村", "社区")]), before: market,
      percent: 90...100),
    Pair(now: market.handedIn("words changed too", by: "白杨镇").changing(retouched), before: market, percent: 70...95),
    Pair(now: half.handedIn("half of it copied", by: "白杨镇"), before: market),
    Pair(now: .street.handedIn("a street with its own work", by: "柳荫街道"), before: market),
    Pair(now: .marketLater.handedIn("a town that has taken over some sentences", by: "白杨镇"), before: market),
    Pair(now: market.handedIn("the other says little", by: "白杨镇"), before: short),
    Pair(now: .phrases, before: .phrasesOfAnother),
    Pair(now: .phrasesOfAnother, before: .phrases),
    Pair(now: .phrases.handedIn("phrases copied", by: "白杨镇"), before: .phrases, percent: 95...100),
  ]

  private static let half: WrittenReport = {
    var half = WrittenReport.street
    half.disclosure = market.disclosure
    return half
  }()

  private static let added = "四是请驻村干部每月初一、十五到集市上坐半天，把这个月新出的政策讲给来买菜的人听，问到答不上来的记下，下次带着答案来。"

  private static let short: WrittenReport = {
    var short = market
    short.description = "a report that says little"
    (short.disclosure, short.management, short.platforms) = ("及时发布信息。", "先审后发。", "以政府网站为主。")
    (short.supervision, short.problems) = ("开展工作考核和社会评议，没有责任追究的情形。", "存在的问题：解读不多。改进措施：增加图解。")
    return short
  }()
}
