import DocumentModel
import Findings
import Foundation
import FoundationXML
import Rendering
import ReportModel
import Testing

struct DiagnosticsPageTests {
  @Test(arguments: [
    (Judgement.accepted, "通过", "✓", "没有发现需要修改的地方"),
    (.acceptedWithWarnings, "通过", "✓", "另有 2 处想请您核实"),
    (.rejected, "退回修改", "✗", "有 3 处需要修改"),
    (.held, "暂不能审核", "‖", "这不是贵单位的问题"),
  ])
  func `the verdict is words and a symbol and says what to do`(
    judgement: Judgement,
    headline: String,
    symbol: String,
    sentence: String
  ) throws {
    let page = try PageTree(judgement.judged)
    #expect(try page.text("//div[@id='verdict']//h1") == headline)
    #expect(try page.text("//div[@id='verdict']/div[@class='symbol']") == symbol)
    #expect(try page.text("//div[@id='verdict']").contains(sentence))
    #expect(try page.count("//div[@id='page']/*[1][@id='verdict']") == 1)
  }

  @Test
  func `a held page gives the reason and what happens next`() throws {
    let verdict = try PageTree(ReportFixture.held).text("//div[@id='verdict']")
    #expect(verdict.contains("原因：" + (ReportFixture.held.heldBecause ?? "-")))
    #expect(verdict.contains("管理员") && verdict.contains("不用重新报送"))
  }

  @Test
  func `the facts name file, unit, year, form, Beijing time and digest`() throws {
    let facts = try PageTree(ReportFixture.accepted).text("//table[@id='facts']")
    for fact in [
      "小店镇2024年政府信息公开工作年度报告.docx", "小店镇", "2024 年", "国办公开办函〔2021〕30号", "2027 年 1 月 12 日 16:30（北京时间）",
      "9f86d081884c7d65…",
    ] {
      #expect(facts.contains(fact), "\(fact)")
    }
  }

  @Test
  func `a finding tells where, what was found, what is expected and how to mend it`() throws {
    let page = try PageTree(ReportFixture.rejected)
    #expect(
      try page.texts("//div[@id='finding-1']//tr") == [
        "哪里第三部分表格 · （三）不予公开 1.属于国家秘密 · 总计 列（第 2 页第 41 行）看表格", "填的是3", "应该是2",
        "怎么改请把总计改为 2；如果总计是对的，请检查六类申请人的数字。",
      ])
    #expect(try page.texts("//div[@class='number']") == ["1", "2", "3", "4", "5", "6"])
    #expect(try page.texts("//div[contains(@class,'chapter')]/h2/text()") == ["需要修改", "请核实或说明", "提示", "读到的表格"])
  }

  @Test
  func `a faulty cell carries the finding's number and each leads to the other`() throws {
    let page = try PageTree(ReportFixture.rejected)
    let cell = "//tr[starts-with(th,'1.属于国家秘密')]/td[7]"
    #expect(try page.text(cell) == "31")
    #expect(try page.text(cell + "/@class") == "cell error")
    #expect(try page.text(cell + "/a/@href") == "#finding-1")
    #expect(try page.text(cell + "/a/@id") == "cell-1")
    #expect(try page.text("//div[@id='finding-1']//a[@class='see']/@href") == "#cell-1")
  }

  @Test
  func `no link leads nowhere and no anchor is there twice`() throws {
    var missing = ReportFixture.rejected
    missing.report?.tables[0].rows = []
    missing.report?.tables[1].rows[2].cells = []
    for judged in [ReportFixture.rejected, ReportFixture.acceptedWithWarnings, ReportFixture.held, missing] {
      let page = try PageTree(judged)
      let anchors = try page.texts("//@id")
      #expect(Set(anchors).count == anchors.count)
      for link in try page.texts("//a/@href") {
        #expect(link.hasPrefix("#") && anchors.contains(String(link.dropFirst())), "\(link)")
      }
    }
  }

  @Test
  func `cells without a number say so`() throws {
    var judged = ReportFixture.rejected
    judged.report?.set("litigation", "review", "other", .undetermined(row: ["1", "2"]))
    let page = try PageTree(judged)
    #expect(try page.text("//tr[starts-with(th,'（一）予以公开')]/td[3]") == "空白2")
    #expect(try page.text("//tr[starts-with(th,'6.属于四类过程性信息')]/td[2]") == "/3")
    #expect(try page.text("//tr[starts-with(th,'行政复议')]/td[3]") == "未读出")
    #expect(try page.text("//tr[starts-with(th,'行政规范性文件')]/td[3]") == "22（其中修订16件）6")
    #expect(try page.text("//tr[starts-with(th,'行政事业性收费')]/td[1]") == "12.3456")
  }

  @Test
  func `each sum shows whether it holds, and by how much it does not`() throws {
    let page = try PageTree(ReportFixture.rejected)
    #expect(try page.text("//tr[starts-with(th,'一、本年新收')]/td[8]") == "平")
    #expect(try page.text("//tr[starts-with(th,'1.属于国家秘密')]/td[8]") == "差 -12 ≠ 3")
    #expect(try page.text("//tr[starts-with(th,'（一）予以公开')]/td[8]") == "缺数")
    #expect(
      try page.texts("//tr[starts-with(th,'（一）至（六）之和')]/td") == ["平", "缺数", "缺数", "平", "平", "平", "差 +1126 ≠ 125", ""])
    #expect(try page.texts("//tr[starts-with(th,'一 + 二')]/td") == ["平", "平", "平", "平", "平", "平", "平", ""])
    #expect(
      try page.texts("//span[@class='sums']") == ["勾稽 39 式：33 平 2 不平 4 缺数", "勾稽 3 式：全平"])
  }

  @Test
  func `rows stand under the headings of their groups, and rows with other columns under a header of their own`() throws
  {
    let page = try PageTree(ReportFixture.accepted)
    #expect(
      try page.texts("//tr[@class='group']") == [
        "第二十条第（一）项", "第二十条第（五）项", "第二十条第（六）项", "第二十条第（八）项", "三、本年度办理结果", "（三）不予公开", "（四）无法提供",
        "（五）不予处理", "（六）其他处理", "行政诉讼",
      ])
    #expect(
      try page.texts("//div[@class='reading'][1]//thead/tr") == [
        "项目本年制发件数本年废止件数现行有效件数", "项目本年处理决定数量", "项目本年收费金额（万元）",
      ])
  }

  @Test
  func `a table or a row that is missing is said to be`() throws {
    var judged = ReportFixture.rejected
    judged.report?.tables[0].rows = []
    judged.report?.tables[1].rows[0].cells = []
    judged.report?.tables[2].form = "2019"
    let page = try PageTree(judged)
    #expect(try page.texts("//p[@class='remark']") == ["文件中没有找到这张表。", "这张表按 2019 年的旧表样读取。"])
    #expect(try page.texts("//tr[starts-with(th,'一、本年新收')]/td") == ["没有找到这一行", "缺数"])
  }

  @Test
  func `findings about a table, a row and a column are marked where those begin`() throws {
    let places = [
      FindingPlace(table: "requests"), FindingPlace(table: "requests", row: "concluded"),
      FindingPlace(table: "requests", column: "business"),
    ]
    let findings = places.map { Finding(rule: "x", severity: .error, message: "", advice: "", place: $0) }
    let page = try PageTree(ReportFixture.judged(.rejected, findings: findings))
    #expect(try page.text("//h3[a][starts-with(.,'第三部分表格')]/a") == "1")
    #expect(try page.text("//tr/th[starts-with(.,'（七）总计')]/a") == "2")
    #expect(try page.text("//thead/tr/th[starts-with(.,'商业企业')]/a") == "3")
  }

  @Test
  func `the page loads nothing and runs nothing`() throws {
    let page = try PageTree(ReportFixture.rejected)
    let names = Set(try page.names("//*"))
    #expect(
      names == [
        "html", "head", "meta", "title", "style", "body", "div", "p", "h1", "h2", "h3", "span", "a", "table", "thead",
        "colgroup", "col", "tbody", "tr", "th", "td", "blockquote", "mark",
      ])
    #expect(
      Set(try page.names("//@*")) == [
        "lang", "charset", "http-equiv", "content", "name", "id", "class", "href", "colspan",
      ])
    let sheet = try page.text("//style")
    #expect(sheet.contains("@page"))
    #expect(!sheet.contains("url(") && !sheet.contains("@import") && !sheet.contains("<") && !sheet.contains("&"))
    #expect(!sheet.contains("display: grid") && !sheet.contains("var(--"))
  }

  @Test(arguments: HostileText.all)
  func `a hostile text adds no markup`(hostile: HostileText) throws {
    for judged in [hostile.judged, hostile.held] {
      var calm = judged
      calm.replaceTexts(with: "安静", for: hostile.text)
      let (page, expected) = (try PageTree(judged), try PageTree(calm))
      // The tree has the same elements and attributes whatever the texts say.
      #expect(try page.names("//*") == expected.names("//*"))
      #expect(try page.names("//@*") == expected.names("//@*"))
      let verdict = judged.verdict == .held ? "暂不能审核" : "退回修改"
      #expect(try page.text("//title") == "\(verdict) - \(hostile.text)".shown(limit: ShownLimit.name))
      let shown = try page.text("//body")
      for scalar in shown.unicodeScalars where scalar != "\n" {
        let category = scalar.properties.generalCategory
        #expect(![.control, .format, .lineSeparator, .paragraphSeparator].contains(category), "\(scalar.value)")
      }
      #expect(DiagnosticsPage.render(judged).count < 120_000)
    }
  }

  @Test
  func `same input, same bytes`() {
    let first = DiagnosticsPage.render(ReportFixture.rejected)
    for _ in 0..<5 { #expect(DiagnosticsPage.render(ReportFixture.rejected) == first) }
  }
}

extension JudgedReport {
  /// The same judgement with other texts of the same kind, but for those that decide whether something is shown at all.
  fileprivate mutating func replaceTexts(with calm: String, for hostile: String) {
    guard !hostile.isEmpty else { return }
    let other = HostileText(name: "", text: calm)
    self = verdict == .held ? other.held : other.judged
  }
}
