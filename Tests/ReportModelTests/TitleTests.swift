import DocumentModel
import Foundation
import ReportModel
import TestFixtures
import Testing

/// Ways in which offices title a report.
@Suite struct TitleTests {
  struct Written: Sendable, CustomStringConvertible {
    var title: String
    var office: String?
    var year: Int?
    /// Whether it differs from the wording that is prescribed.
    var isFlawed: Bool

    var description: String { title }

    init(_ title: String, _ office: String? = "白石镇", _ year: Int? = 2024, flawed: Bool = true) {
      self.title = title
      self.office = office
      self.year = year
      isFlawed = flawed
    }
  }

  static let titles = [
    Written("东岭县白石镇2024年政府信息公开工作年度报告", flawed: false),
    Written("东岭县白石镇人民政府2024年政府信息公开工作年度报告", flawed: false),
    Written("2024年白石镇政府信息公开工作年度报告", flawed: false),
    Written("白石镇2024年度政府信息公开工作年度报告", flawed: false),
    Written("白石镇二〇二四年政府信息公开工作年度报告", flawed: false),
    Written("白石镇二○二四年度政府信息公开工作年度报告", flawed: false),
    Written("东岭县白石镇\n2024年政府信息公开工作年度报告", flawed: false),
    Written("东岭县\n白石镇人民政府\n2024年政府信息公开工作年度报告", flawed: false),
    Written("白石镇2024年\n政府信息公开工作年度报告", flawed: false),
    Written("白石镇2024年政府信息公开\n工作年度报告", flawed: false),
    Written("白石镇2024年政府信息公开工作年度报告（修改稿）"), Written("白石镇2024年政府信息公开工作年度报告（图片版）"),
    Written("白石镇2024年政府信息公开工作年度报告（文字版）"), Written("白石镇2024年政府信息公开工作年度报告(公示稿)"),
    Written("白石镇2024年政府信息公开工作年度报告（送审稿）（定稿）"), Written("白石镇2024年政府信息公开工作年度报告。"),
    Written("白石镇2024年政府信息公开工作年度报告.docx"), Written("白石镇2024年政府信息公开工作年度报告：", "白石镇"),
    Written("附件1：白石镇2024年政府信息公开工作年度报告"), Written("附件：白石镇2024年政府信息公开工作年度报告"),
    Written("附件1 白石镇2024年政府信息公开工作年度报告"), Written("附件白石镇2024年政府信息公开工作年度报告"),
    Written("附件一：白石镇2024年政府信息公开工作年度报告"), Written("附2：白石镇2024年政府信息公开工作年度报告"),
    Written("《白石镇2024年政府信息公开工作年度报告》"), Written("“白石镇2024年政府信息公开工作年度报告”"),
    Written("关于白石镇2024年政府信息公开工作年度报告"), Written("关于白石镇2024年政府信息公开工作的年度报告"),
    Written("白石镇人民政府关于2024年度政府信息公开工作的年度报告"), Written("白石镇人民政府关于2024年政府信息公开工作情况的报告"),
    Written("白石镇人民政府关于2024年政府信息公开工作情况报告"), Written("白石镇2024年度政府信息公开工作报告"),
    Written("白石镇2024年政府信息公开工作年报"), Written("白石镇2024年政府信息公开年报"), Written("白石镇2024年信息公开年度报告"),
    Written("白石镇人民政府2024年信息公开年度报告"), Written("白石镇人民政府2024年信息公开工作年度报告"),
    Written("白石镇2024年政府信息公开年度报告"), Written("白石镇2024年度信息公开工作报告"), Written("白石镇2024年政府信息公开年度工作报告"),
    Written("白石镇2024年政府信息公开工作情况年度报告"), Written("白石镇2024年政府信息公开情况年度报告"), Written("白石镇2024年政务信息公开年度报告"),
    Written("白石镇政府信息公开工作年度报告（2024年度）"), Written("白石镇政府信息公开工作年度报告（2024年）"),
    Written("白石镇政府信息公开工作年度报告(2024)"), Written("白石镇政府信息公开工作年度报告（二〇二四年度）"),
    Written("白石镇政府信息公开工作年度报告2024年"), Written("白石镇政府信息公开工作年度报告\n（2024年度）"),
    Written("白石镇政府信息公开工作年度报告\n2024年"), Written("白石镇政府信息公开工作2024年度报告"), Written("白石镇政府信息公开2024年度报告"),
    Written("白石镇政府信息公开2024年年度报告"), Written("白石镇政府信息公开工作2024年年度报告"),
    Written("东岭县白石镇\n2024年政府信息公开工作年度报告\n2024年政府信息公开工作年度报告"), Written("名称：白石镇2024年政府信息公开工作年度报告", flawed: false),
    Written("标题: 白石镇2024年政府信息公开工作年度报告", flawed: false), Written("名　称：白石镇2024年政府信息公开工作年度报告", flawed: false),
    Written("2024年政府信息公开工作年度报告\n（东岭县城市管理局）", "东岭县城市管理局", flawed: false),
    Written("2024年政府信息公开工作年度报告\n东岭县城市管理局", "东岭县城市管理局", flawed: false),
    Written("东岭县城市管理局\n2024年政府信息公开工作年度报告\n（2025年1月10日）", "东岭县城市管理局", flawed: false),
    Written("东岭县教育局信息公开办公室2024年政府信息公开工作年度报告", "东岭县教育局信息公开办公室", flawed: false),
    Written("白石镇2024年政府信息公开工作年度报告¹", flawed: false), Written("白石镇2024年政府信息公开工作年度报告*", flawed: false),
    Written("白石镇¹2024年²政府信息公开工作年度报告³", flawed: false),
    Written("关于东岭县白石镇2024年政府信息公开工作年度报告的公示"), Written("【年报】白石镇2024年政府信息公开工作年度报告"),
    Written("公示：白石镇2024年政府信息公开工作年度报告"), Written("白石镇：2024年政府信息公开工作年度报告", flawed: false),
    Written("白石镇——2024年政府信息公开工作年度报告", flawed: false), Written("白石镇2024年政府信息主动公开工作年度报告"),
    Written("白石镇2024年政务公开工作年度报告"), Written("白石镇2024年政府信息公开和政务公开工作年度报告"),
    Written("白石镇2024年政府信息公开工作年度报告（公开稿）2025-01-15"), Written("白石镇2024年政府信息公开工作年度报告 2025年1月15日"),
    Written("白石镇2024年政府信息公开工作年度报告 发布时间：2025-01-15 来源：白石镇"), Written("白石镇2024政府信息公开工作年度报告"),
    Written("2024白石镇政府信息公开工作年度报告"), Written("白石镇2024年政府信息公开工作年度报告表"),
    Written("白石镇2024年政府信息公开工作年度报告书"), Written("白石镇2024年政府信息公开工作年度报告正文"),
    Written("白石镇2024年政府信息公开工作年度报告修改稿"), Written("白石镇2024年政府信息公开工作年度总结报告"),
    Written("２０２４年白石镇政府信息公开工作年度报告", flawed: false), Written("白石镇 2024 年 政府信息公开工作 年度报告", flawed: false),
  ]

  @Test(arguments: titles) func `unit, year and what differs are read of a title`(_ written: Written) throws {
    let report = try #require(try Self.report(title: written.title))
    #expect(report.office == written.office)
    #expect(report.year == written.year)
    let title = try #require(report.title)
    #expect(title.flaws.isEmpty != written.isFlawed, "\(title.flaws)")
  }

  /// Lines that speak of a report and are none's title.
  @Test(arguments: [
    "关于报送2023年政府信息公开工作年度报告的通知", "东岭县政府信息公开", "首页>政府信息公开>政府信息公开年报",
    "各镇应于1月31日前公布2023年政府信息公开工作年度报告。", "上一篇：青禾镇2023年政府信息公开工作年度报告", "下一篇：青禾镇2023年政府信息公开工作年度报告",
    "【下载】青禾镇2023年政府信息公开工作年度报告", "相关阅读：青禾镇2023年政府信息公开工作年度报告",
    "2023年政务公开工作报告", "关于青禾镇2023年政府信息公开工作年度报告的通知", "青禾镇2023年政府信息公开工作年度报告解读",
    "青禾镇2023年政府信息公开工作年度报告公布如下", "关于做好2023年政府信息公开工作年度报告编制发布工作的通知", "下载：2023年政府信息公开工作年度报告", "2023年政务公开工作要点",
  ])
  func `a line that is no title takes the place of none`(_ line: String) throws {
    let title = "白石镇2024年政府信息公开工作年度报告"
    for lines in ["\(line)\n\(title)", "\(title)\n\(line)"] {
      let report = try #require(try Self.report(title: lines))
      #expect(report.title?.text == title)
      #expect(report.office == "白石镇")
      #expect(report.year == 2024)
    }
  }

  /// Where the title does not tell, something else does.
  private static let sources: [(String, String, String?, Attribution.Source, Attribution.Source)] = [
    ("政府信息公开工作年度报告", "现公布白石镇2024年政府信息公开工作年度报告。", nil, .opening, .opening),
    ("2024年政府信息公开工作年度报告", "现发布《东岭县白石镇2024年政府信息公开工作年度报告》。", nil, .opening, .title),
    ("2024年政府信息公开工作年度报告", "本报告由东岭县白石镇人民政府编制。", nil, .opening, .title),
    ("2024年政府信息公开工作年度报告", "本报告由东岭县白石镇人民政府办公室编制。", nil, .opening, .title),
    ("白石镇政府信息公开工作年度报告", "本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。", nil, .title, .period),
    ("白石镇202024年政府信息公开工作年度报告", "统计期限为2024年1月1日至2024年12月31日。", nil, .title, .period),
    ("2024年政府信息公开工作年度报告", "", "东岭县白石镇人民政府\n2025年1月15日", .signature, .title),
    ("政府信息公开工作年度报告", "", "东岭县白石镇人民政府\n2025年1月15日", .signature, .signature),
    ("东岭县白石镇人民政府文件\n白政发〔2025〕3号\n2024年政府信息公开工作年度报告", "", nil, .letterhead, .title),
    ("", "现公布白石镇2024年政府信息公开工作年度报告。", nil, .opening, .opening),
    ("政府信息公开工作年度报告", "按照上级要求，白石镇现公布2024年度政府信息公开年报。", nil, .opening, .opening),
    ("政府信息公开工作年度报告", "现将白石镇2024年度政府信息公开工作情况报告如下：", nil, .opening, .opening),
    (
      "政府信息公开工作年度报告", "2024年，白石镇人民政府认真贯彻条例，现将2024年度政府信息公开工作情况公布如下。", nil, .opening, .opening
    ),
    ("政府信息公开工作年度报告", "白石镇2024年政府信息公开工作年度报告由白石镇人民政府办公室编制。", nil, .opening, .opening),
    ("政府信息公开工作年度报告", "根据《条例》，东岭县白石镇编制了2024年政府信息公开工作年度报告。", nil, .opening, .opening),
    ("2024年政府信息公开工作年度报告", "", "（东岭县白石镇人民政府）\n2025年01月10日", .signature, .title),
    ("2024年政府信息公开工作年度报告", "", "东岭县白石镇人民政府 2025年1月10日", .signature, .title),
    ("政府信息公开工作年度报告", "", "2025-01-10\n东岭县白石镇人民政府", .signature, .signature),
    ("2024年政府信息公开工作年度报告\n白石镇人民政府（2025年1月10日）", "", nil, .belowTitle, .title),
    ("2024年政府信息公开工作年度报告\n编制单位：东岭县白石镇人民政府", "", nil, .belowTitle, .title),
    ("2024年政府信息公开工作年度报告\n填报单位（盖章）：白石镇人民政府", "", nil, .belowTitle, .title),
    (
      "2024年政府信息公开工作年度报告\n索引号：A01 发布机构：东岭县白石镇人民政府 发布日期：2025-01-10", "", nil, .belowTitle, .title
    ),
    ("发布机构：东岭县白石镇\n2024年政府信息公开工作年度报告", "", nil, .letterhead, .title),
    ("", "按照要求，白石镇人民政府编制了《白石镇2024年政府信息公开工作年度报告》。", nil, .opening, .opening),
  ]

  @Test(arguments: sources)
  func `unit and year are taken from where they stand`(
    _ title: String, _ opening: String, _ end: String?, _ office: Attribution.Source, _ year: Attribution.Source
  ) throws {
    let report = try #require(try Self.report(title: title, opening: opening, end: end))
    #expect(report.office == "白石镇")
    #expect(report.year == 2024)
    #expect(report.attribution.officeSource == office)
    #expect(report.attribution.yearSource == year)
  }

  @Test func `a page's own title tells what its text does not`() throws {
    var document = try #require(try Reading.document(Array(Self.text(title: "", opening: "").utf8)))
    document.title = "东岭县白石镇2024年政府信息公开工作年度报告_东岭县人民政府"
    let report = try #require(ReportReader(library: try FormLibrary.builtIn()).read(document))
    #expect(report.office == "白石镇")
    #expect(report.year == 2024)
    #expect(report.attribution.officeSource == .properties)
  }

  @Test func `nobody's report of no year is nobody's`() throws {
    let report = try #require(try Self.report(title: "政府信息公开工作年度报告", opening: ""))
    #expect(report.office == nil)
    #expect(report.year == nil)
  }

  private static func report(title: String, opening: String = "", end: String? = nil) throws -> AnnualReport? {
    try Reading.report(text(title: title, opening: opening, end: end))
  }

  /// A report of the corpus that says nowhere whose it is but where a test says so.
  private static func text(title: String, opening: String, end: String? = nil) throws -> String {
    let text = try Corpus.text()
    let start = try #require(text.firstRange(of: "一、总体情况"))
    let rest = text[start.lowerBound...].replacing("青禾镇", with: "我镇")
    return [title, opening, rest + (end.map { "\n" + $0 } ?? "")].filter { !$0.isEmpty }.joined(separator: "\n")
  }
}
