import DocumentModel
import Findings
import Foundation
import Rendering
import ReportModel
import Testing

struct DiagnosticsJSONTests {
  @Test
  func `the object is the contract's, member for member`() {
    let report = AnnualReport(
      title: ReportFixture.report.title, form: FormFixture.form, sections: [],
      tables: [
        ReportFixture.reading(
          FormTable(
            id: "disclosure", label: "", section: 2, figurePrefix: "disclosure", sideBySide: false, headerWords: [],
            rows: FormFixture.disclosure.rows.suffix(2), equations: []),
          ["coercion": [4], "fees": [Figure(significand: 123_456, decimals: 4)]])
      ])
    let judged = ReportFixture.judged(.rejected, report: report, findings: [ReportFixture.rowTotal])
    let expected = """
      {"schema":"nianbaod/diagnostics/1","verdict":"rejected",\
      "file":{"name":"小店镇2024年政府信息公开工作年度报告.docx","format":"docx","bytes":40142,\
      "sha256":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"},\
      "report":{"title":"红旗区小店镇人民政府2024年政府信息公开工作年度报告","office":"小店镇","year":2024,"form":"2021",\
      "figures":{"disclosure.coercion.decisions":4,"disclosure.fees.amount":12.3456}},\
      "findings":[{"rule":"requests-row-total","severity":"error","message":"这一行六类申请人加起来是 2，总计填的是 3。",\
      "advice":"请把总计改为 2；如果总计是对的，请检查六类申请人的数字。",\
      "place":{"section":3,"table":"requests","row":"refused.state_secret","column":"total","page":2,"line":41},\
      "found":"3","expected":"2"}],"checked":{"at":"2027-01-12T08:30:00Z","version":"1.0.0"}}
      """
    #expect(String(decoding: DiagnosticsJSON.render(judged), as: UTF8.self) == expected)
  }

  @Test
  func `what is not known is absent, and a report that is none is null`() {
    var judged = ReportFixture.judged(
      .rejected, report: nil,
      findings: [Finding(rule: "unreadable", severity: .error, message: "读不出", advice: "请重新保存")])
    judged.file.format = nil
    let text = String(decoding: DiagnosticsJSON.render(judged), as: UTF8.self)
    #expect(text.contains(#""bytes":40142"#) && !text.contains(#""format""#))
    #expect(text.contains(#""report":null,"#))
    #expect(text.contains(#""advice":"请重新保存","place":{}}],"#))
    #expect(!text.contains(#""held""#))
  }

  @Test
  func `a figure that could not be read is absent`() throws {
    var report = ReportFixture.report
    report.set("requests", "granted", "research", .blank)
    let object = try parse(DiagnosticsJSON.render(ReportFixture.judged(.rejected, report: report)))
    let figures = try #require((object["report"] as? [String: Any])?["figures"] as? [String: Any])
    #expect(figures["requests.granted.research"] == nil)
    #expect(figures["requests.granted.natural_person"] as? Int == 60)
    #expect(figures["review.total"] as? Int == 2)
    #expect(figures.count == 10 + 175 + 15 - 1)
  }

  @Test
  func `a held report says why`() throws {
    let object = try parse(DiagnosticsJSON.render(ReportFixture.held))
    #expect(object["verdict"] as? String == "held")
    #expect((object["held"] as? [String: String])?["reason"] == ReportFixture.held.heldBecause)
  }

  @Test(arguments: HostileText.all)
  func `a hostile text stays one text in one line`(hostile: HostileText) throws {
    for judged in [hostile.judged, hostile.held] {
      let bytes = DiagnosticsJSON.render(judged)
      #expect(!bytes.contains { $0 < 0x20 || $0 == 0x7F })
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(
        !text.unicodeScalars.contains { (0x80...0x9F).contains($0.value) || [0x2028, 0x2029].contains($0.value) })
      let object = try parse(bytes)
      #expect((object["file"] as? [String: Any])?["name"] as? String == hostile.text)
      let finding = try #require((object["findings"] as? [[String: Any]])?.first)
      for member in ["rule", "message", "advice", "found", "expected"] {
        #expect(finding[member] as? String == hostile.text, "\(member)")
      }
      if judged.verdict == .held {
        #expect((object["held"] as? [String: Any])?["reason"] as? String == hostile.text)
      } else {
        #expect((object["report"] as? [String: Any])?["title"] as? String == hostile.text)
      }
    }
  }

  private func parse(_ bytes: [UInt8]) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }
}
