import DocumentModel
import Findings
import Rendering
import ReportModel
import Testing

struct PlaceWordsTests {
  private let words = PlaceWords(report: ReportFixture.report)

  @Test(arguments: [
    (
      FindingPlace(section: 3, table: "requests", row: "refused.state_secret", column: "total"),
      "第三部分表格 · （三）不予公开 1.属于国家秘密 · 总计 列"
    ),
    (FindingPlace(table: "requests", row: "received"), "第三部分表格 · 一、本年新收政府信息公开申请数量"),
    (FindingPlace(table: "requests", column: "business"), "第三部分表格 · 商业企业 列"),
    (FindingPlace(table: "litigation"), "第四部分表格"),
    (FindingPlace(section: 5), "第五部分 存在的主要问题及改进情况"),
    (FindingPlace(section: 9), "第 9 部分"),
    (FindingPlace(section: 3, table: "nowhere", row: "x"), "第三部分 收到和处理政府信息公开申请情况"),
    (FindingPlace(table: "requests", row: "nowhere", column: "nowhere"), "第三部分表格"),
  ])
  func `a place in the form is told in the form's words`(place: FindingPlace, expected: String) {
    #expect(words.inForm(place) == expected)
  }

  @Test(arguments: [
    (Place(page: 2, line: 41), "第 2 页第 41 行"),
    (Place(page: 2), "第 2 页"),
    (Place(line: 41), "第 41 行"),
    (Place(page: 2, table: 1, row: 3, column: 4), "第 2 页的表格第 3 行第 4 列"),
    (Place(paragraph: 12), "第 12 段"),
    (Place(table: 1, row: 3, column: 4), "文件中第 1 个表格第 3 行第 4 列"),
    (Place.unknown, nil),
  ])
  func `a place in the file is told by page, line, paragraph and cell`(place: Place, expected: String?) {
    #expect(words.inDocument(place) == expected)
  }

  @Test
  func `both places stand together and the whole file is named when neither is known`() {
    let both = FindingPlace(section: 1, source: Place(page: 1, line: 12))
    #expect(words.words(for: both) == "第一部分 总体情况（第 1 页第 12 行）")
    #expect(words.words(for: FindingPlace(source: Place(line: 3))) == "第 3 行")
    #expect(words.words(for: FindingPlace()) == "整份文件")
  }

  @Test
  func `a table that was read with an older form speaks that form's words`() {
    var report = ReportFixture.report
    report.tables[1].table.label = "旧表"
    #expect(PlaceWords(report: report).inForm(FindingPlace(table: "requests")) == "旧表")
  }

  @Test
  func `without a report only the number of a section is known`() {
    let place = FindingPlace(section: 4, table: "litigation", row: "review")
    #expect(PlaceWords(report: nil).inForm(place) == "第 4 部分")
  }
}
