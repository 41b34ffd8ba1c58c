import DocumentModel
import Extraction
import Findings
import ReportModel
import Rules
import TestFixtures
import Testing

/// From how much likeness on a report is named.
@Suite struct LikenessTests {
  private static func findings(
    _ now: WrittenReport, after before: WrittenReport = .market, beside others: [WrittenReport] = [],
    _ set: (inout LikenessMarks) -> Void = { _ in }
  ) throws -> [Finding] {
    var subject = Subject(
      extract: try Extractor().extract(Array(now.report().utf8)),
      reader: ReportReader(library: try FormLibrary.builtIn()))
    let last = try Recollection.accepted(Array(before.handedIn("", for: 2023).report().utf8))
    subject.memory = try Memory(lastYear: last, others: others.map { try $0.remembered() })
    set(&subject.likeness)
    return RuleBook().findings(on: subject)
  }

  @Test func `the marks are those that they were before they could be set`() {
    let marks = LikenessMarks()
    #expect([marks.lastYear, marks.another, marks.problems] == [60, 50, 80])
  }

  @Test(arguments: [(10, ["same-as-last-year"]), (100, [])])
  func `a year that goes on is named where less likeness is allowed`(_ mark: Int, _ rules: [String]) throws {
    let findings = try Self.findings(.marketLater) { $0.lastYear = mark }
    #expect(findings.map(\.rule.rawValue) == rules)
  }

  @Test(arguments: [(50, ["same-as-another"]), (96, [])])
  func `so is another unit's prose with some words changed`(_ mark: Int, _ rules: [String]) throws {
    let copy = WrittenReport.market.changing(OverlapTests.Pair.retouched).handedIn("", by: "白杨镇")
    let findings = try Self.findings(copy, after: .street, beside: [.market]) { $0.another = mark }
    #expect(findings.map(\.rule.rawValue) == rules)
  }

  @Test func `the finding says how much of the section on problems is the same`() throws {
    let finding = try #require(try Self.findings(.marketWithOldProblems).first)
    #expect(finding.rule == "problems-repeated")
    #expect(finding.message.contains("第五部分有 100% 与本单位2023年报告"))
    #expect(finding.evidence.count == 1 && finding.place.source.line != nil)
  }

  @Test func `problems that are told again with what became of them are not named`() throws {
    var told = WrittenReport.marketWithOldProblems
    told.problems = """
      存在的问题：一是工程类信息公开得慢，往往完工了才贴出来，群众问的时候说不清花了多少钱。今年列出了节点清单，招标公开得及时了，开工和验收还是慢；
      二是新配的图解没有人看，贴在公开栏里太高；三是村里的微信群消息多，通知很快被刷过去，老人找不到。
      改进措施：一是验收那天由监理把结果贴到工地门口；二是图解放大一倍，贴到齐胸高；三是通知置顶三天，村民组长再打一遍电话。
      """
    #expect(try Self.findings(told).map(\.message) == [])
  }

  @Test func `a section of few words is not compared, and neither is one that was not kept as such`() throws {
    var short = WrittenReport.marketLater
    short.problems = "存在的问题：解读不多。改进措施：增加图解。"
    var before = WrittenReport.market
    before.problems = short.problems
    #expect(try Self.findings(short, after: before).map(\.message) == [])
    var subject = Subject(
      extract: try Extractor().extract(Array(WrittenReport.marketWithOldProblems.report().utf8)),
      reader: ReportReader(library: try FormLibrary.builtIn()))
    subject.memory.lastYear = AcceptedReport(year: 2023, figures: [:], prose: WrittenReport.market.problems)
    #expect(RuleBook().findings(on: subject).map(\.message) == [])
  }

  @Test func `a report that is last year's as a whole is told so once, wherever the mark is`() throws {
    #expect(try Self.findings(.market).map(\.rule) == ["same-as-last-year"])
    #expect(try Self.findings(.market) { $0.problems = 1 }.map(\.rule) == ["same-as-last-year"])
    #expect(try Self.findings(.marketWithOldProblems) { $0.lastYear = 1 }.map(\.rule) == ["same-as-last-year"])
  }
}
