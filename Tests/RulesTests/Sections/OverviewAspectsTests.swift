import DocumentModel
import Findings
import TestFixtures
import Testing

@Suite struct OverviewAspectsTests {
  @Test(arguments: CompleteOverviews.all)
  func `an overview that speaks of all five contents is left alone`(_ words: String) throws {
    #expect(try SectionText.findings("overview-aspects", inSection: 1, words).map(\.found) == [])
  }

  @Test(arguments: IncompleteOverviews.all)
  func `what an overview does not speak of is named in one finding`(_ overview: LackingText) throws {
    let findings = try SectionText.findings("overview-aspects", inSection: 1, overview.text)
    #expect(findings.map(\.found) == ["没有写到\(overview.missing)"])
    #expect(findings.allSatisfy { $0.severity == .warning && $0.place.section == 1 && $0.place.source.line != nil })
  }

  /// Of a summary that speaks of little people say whether it will do.
  @Test(arguments: [
    "全年按目录更新公开内容。监督保障。全年工作考核合格，社会评议良好，没有责任追究的情形。", "2024年，我局认真贯彻落实《条例》，圆满完成各项任务。",
    "全年主动公开信息26条，按时完成了年度任务。",
  ])
  func `a short summary is left to people`(_ words: String) throws {
    #expect(try SectionText.findings("overview-aspects", inSection: 1, words).map(\.found) == [])
  }

  @Test(arguments: ["", "1\n2", "\n\n"])
  func `a section without words is told by another rule`(_ words: String) throws {
    #expect(try SectionText.findings("overview-aspects", inSection: 1, words) == [])
    #expect(try SectionText.findings("empty-section", inSection: 1, words).count == 1)
  }

  @Test func `a government that tells nothing of its supervision is told so once`() throws {
    let words = "全年发布信息12条，未收到公开申请，信息均经审核后在县政府网站发布。"
    #expect(try SectionText.findings("supervision-statement", inSection: 1, words, of: "青禾镇").count == 1)
    #expect(try SectionText.findings("overview-aspects", inSection: 1, words, of: "青禾镇") == [])
  }

  @Test func `prose that nobody would read to its end is not worked through`() throws {
    let words = String(repeating: "全年申请公开信息，", count: 10_000)
    #expect(try SectionText.findings("overview-aspects", inSection: 1, words) == [])
  }
}
