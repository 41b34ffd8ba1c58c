import Findings
import Foundation
import Rendering
import ReportModel
import Testing

/// One finding for a slip that was made all over a table.
@Suite struct SeveralPlacesTests {
  private static let places = ["received", "carried_in", "concluded", "carried_out", "granted"].flatMap { row in
    ["business", "research"].map { FindingPlace(section: 3, table: "requests", row: row, column: $0) }
  }

  private static var judged: JudgedReport {
    var finding = Finding(
      rule: "blank-cell", severity: .error, message: "这个表有 10 处没有填数字。", advice: "请填上数字。", place: places[0])
    finding.otherPlaces = Array(places.dropFirst())
    return ReportFixture.judged(.rejected, findings: [finding])
  }

  @Test func `the page marks every cell, and links to the first`() throws {
    let page = try PageTree(Self.judged)
    #expect(try page.count("//td//a[@href='#finding-1']") == Self.places.count)
    #expect(try page.count("//*[@id='cell-1']") == 1)
    let ids = try page.texts("//@id")
    #expect(Set(ids).count == ids.count)
    let place = try page.text("//tr[th='哪里']/td")
    #expect(place.contains("一、本年新收政府信息公开申请数量：商业企业、科研机构"))
    #expect(place.contains("共 10 处"))
  }

  @Test func `programs are told every place`() throws {
    let object = try JSONSerialization.jsonObject(with: Data(DiagnosticsJSON.render(Self.judged))) as? [String: Any]
    let finding = try #require((object?["findings"] as? [[String: Any]])?.first)
    let places = try #require(finding["places"] as? [[String: Any]])
    #expect(places.map { $0["row"] as? String } == Self.places.map(\.row))
    #expect((finding["place"] as? [String: Any])?["row"] as? String == "received")

    let log = try JSONSerialization.jsonObject(with: Data(DiagnosticsSARIF.render([Self.judged]))) as? [String: Any]
    let result = try #require(((log?["runs"] as? [[String: Any]])?.first?["results"] as? [[String: Any]])?.first)
    #expect((result["locations"] as? [Any])?.count == Self.places.count)
  }

  @Test func `a finding of one place has no list of places`() throws {
    let finding = Finding(rule: "x", severity: .error, message: "", advice: "", place: Self.places[0])
    let judged = ReportFixture.judged(.rejected, findings: [finding])
    #expect(!String(decoding: DiagnosticsJSON.render(judged), as: UTF8.self).contains("\"places\""))
  }

  @Test func `what is wrong stands in lines below the verdict, each leading to its words`() throws {
    let other = Finding(
      rule: "empty-section", severity: .error, message: "这一部分没有正文。", advice: "", place: FindingPlace(section: 5))
    let page = try PageTree(ReportFixture.judged(.rejected, findings: Self.judged.findings + [other]))
    #expect(
      try page.texts("//div[@id='causes']/p") == [
        "1第三部分表格这个表有 10 处没有填数字。", "2第五部分 存在的主要问题及改进情况这一部分没有正文。",
      ])
    #expect(try page.texts("//div[@id='causes']//a/@href") == ["#finding-1", "#finding-2"])
    let many = ReportFixture.judged(.rejected, findings: Array(repeating: other, count: 15))
    #expect(try PageTree(many).texts("//div[@id='causes']/p").last == "还有 3 处，见下面的说明。")
    #expect(try PageTree(Self.judged).count("//div[@id='causes']") == 0)
  }

  @Test func `the text names rows and columns, and how many more there are`() {
    let text = String(decoding: DiagnosticsText.render(Self.judged, width: 400), as: UTF8.self)
    #expect(text.contains("等 5 行，共 10 处"))
  }
}
