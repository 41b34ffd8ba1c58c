import Findings
import Foundation
import Rendering
import ReportModel
import Testing

struct EvidenceTests {
  private static let quote = Quote(
    source: "本报告第一部分", runs: [.init("全年共"), .init("收到申请 126 件", isMarked: true), .init("，均已答复。")])
  private static let comparison = Comparison(
    columns: ["2023年报告", "本报告"], rows: [.init("现行有效", ["31", "38"]), .init("本年制发", ["", "7"])])

  private func judged(_ evidence: Evidence..., year: Int? = 2024) -> JudgedReport {
    var report = ReportFixture.report
    report.title?.year = year
    report.attribution = Attribution(report.title)
    let finding = Finding(
      rule: "x", severity: .warning, message: "", advice: "请核对。",
      place: FindingPlace(section: 3, table: "requests", row: "carried_in", column: "total"), evidence: evidence)
    return ReportFixture.judged(.accepted, report: report, findings: [finding])
  }

  private func text(_ judged: JudgedReport, width: Int = 80) -> String {
    String(decoding: DiagnosticsText.render(judged, width: width), as: UTF8.self)
  }

  private func evidence(_ judged: JudgedReport) throws -> [[String: Any]]? {
    let object = try JSONSerialization.jsonObject(with: Data(DiagnosticsJSON.render(judged))) as? [String: Any]
    return try #require((object?["findings"] as? [[String: Any]])?.first)["evidence"] as? [[String: Any]]
  }

  // MARK: As it should be

  @Test
  func `a quote stands on the page with its words marked and their source below`() throws {
    let page = try PageTree(judged(.quote(Self.quote)))
    #expect(try page.text("//tr[th='原文']/td/blockquote") == "全年共收到申请 126 件，均已答复。")
    #expect(try page.texts("//blockquote/mark") == ["收到申请 126 件"])
    #expect(try page.text("//tr[th='原文']/td/p") == "本报告第一部分")
    #expect(try page.texts("//table[@class='parts']/tbody/tr/th") == ["哪里", "原文", "怎么改"])
  }

  @Test
  func `a comparison stands on the page as a table`() throws {
    let page = try PageTree(judged(.comparison(Self.comparison)))
    #expect(try page.texts("//tr[th='对照']//thead/tr/th") == ["", "2023年报告", "本报告"])
    #expect(try page.texts("//tr[th='对照']//tbody/tr[1]/*") == ["现行有效", "31", "38"])
    #expect(try page.texts("//tr[th='对照']//tbody/tr[2]/*") == ["本年制发", "", "7"])
  }

  @Test
  func `several quotes are named once`() throws {
    let page = try PageTree(judged(.quote(Self.quote), .quote(Self.quote), .comparison(Self.comparison)))
    #expect(try page.texts("//table[@class='parts']/tbody/tr/th") == ["哪里", "原文", "", "对照", "怎么改"])
  }

  @Test
  func `plain text marks by brackets and sets values in columns`() {
    let lines = text(judged(.quote(Self.quote), .comparison(Self.comparison))).split(separator: "\n")
    #expect(lines.contains("     原文：「全年共【收到申请 126 件】，均已答复。」（本报告第一部分）"))
    #expect(lines.contains("     对照：          2023年报告  本报告"))
    #expect(lines.contains("           现行有效          31      38"))
    #expect(lines.contains("           本年制发                   7"))
  }

  @Test
  func `where a table is too wide its values stand in words`() {
    let text = text(judged(.comparison(Self.comparison)), width: 38)
    #expect(text.filter { !$0.isWhitespace }.contains("对照：现行有效：2023年报告31，本报告38本年制发：本报告7"))
  }

  @Test
  func `programs get the words, the marks and the values`() throws {
    let evidence = try #require(try evidence(judged(.quote(Self.quote), .comparison(Self.comparison))))
    #expect(evidence.map { $0["kind"] as? String } == ["quote", "comparison"])
    #expect(evidence.first?["source"] as? String == "本报告第一部分")
    #expect(evidence.first?["text"] as? String == "全年共收到申请 126 件，均已答复。")
    #expect(evidence.first?["marked"] as? [[Int]] == [[3, 13]])
    #expect(evidence.last?["columns"] as? [String] == ["2023年报告", "本报告"])
    let rows = try #require(evidence.last?["rows"] as? [[String: Any]])
    #expect(rows.map { $0["label"] as? String } == ["现行有效", "本年制发"])
    #expect(rows.map { $0["values"] as? [String] } == [["31", "38"], ["", "7"]])
  }

  @Test(arguments: [
    [Evidence](), [.quote(Quote(source: "x", runs: []))],
    [.quote(Quote(source: "x", runs: [.init("", isMarked: true)]))],
    [.comparison(Comparison(columns: [], rows: [.init("x", [])]))],
    [.comparison(Comparison(columns: ["x"], rows: []))],
  ])
  func `evidence that shows nothing is absent`(nothing: [Evidence]) throws {
    var judged = judged()
    judged.findings[0].evidence = nothing
    #expect(try evidence(judged) == nil)
    #expect(!text(judged).contains("原文") && !text(judged).contains("对照"))
    #expect(try PageTree(judged).count("//td[@class='evidence']") == 0)
  }

  @Test
  func `a linter's log has the words in its message and all of it in its properties`() throws {
    let log = String(
      decoding: DiagnosticsSARIF.render([judged(.quote(Self.quote), .comparison(Self.comparison))]), as: UTF8.self)
    #expect(log.contains("原文：「全年共【收到申请 126 件】，均已答复。」（本报告第一部分）"))
    #expect(log.contains("对照：现行有效：2023年报告 31，本报告 38"))
    #expect(log.contains(#""evidence":[{"kind":"quote","#))
  }

  // MARK: Last year's figure in its cell

  @Test
  func `a cell that was held against last year's report shows its figure`() throws {
    let carriedIn = "//tr[starts-with(th,'二、上年结转')]/td[7]/span[@class='before']"
    #expect(try PageTree(judged(.comparison(Self.comparison))).text(carriedIn) == "上年 31")
    #expect(try PageTree(ReportFixture.rejected).text(carriedIn) == "上年 4")
    #expect(try PageTree(ReportFixture.rejected).count("//span[@class='before']") == 1)
  }

  @Test
  func `figures of another year, of another reading or of none are not taken for last year's`() throws {
    let readings = Comparison(columns: ["原文", "程序读作"], rows: [.init("这一格", ["1 2", "12"])])
    let unknown = Comparison(columns: ["2023年报告", "本报告"], rows: [.init("现行有效", ["", "38"])])
    for judged in [
      judged(.comparison(Self.comparison), year: 2025), judged(.comparison(Self.comparison), year: nil),
      judged(.comparison(readings)), judged(.comparison(unknown)), judged(.quote(Self.quote)),
    ] {
      #expect(try PageTree(judged).count("//span[@class='before']") == 0)
    }
  }

  // MARK: As much as anyone would read

  @Test
  func `a quote without end is cut where its mark is still seen`() throws {
    let long = String(repeating: "长", count: 3_000_000)
    let quote = Quote(source: long, runs: [.init(long), .init("标记", isMarked: true), .init(long)])
    let judged = judged(.quote(quote))
    #expect(try PageTree(judged).text("//mark") == "标记")
    let shown = try PageTree(judged).text("//blockquote")
    #expect(shown.hasPrefix("…长") && shown.hasSuffix("长…（共 6000002 字）") && shown.count < 500)
    #expect(text(judged).filter { !$0.isWhitespace }.contains("长【标记】长") && text(judged).utf8.count < 4000)
    let evidence = try #require(try evidence(judged)?.first)
    #expect(evidence["marked"] as? [[Int]] == [[101, 103]])
    #expect((evidence["text"] as? String)?.unicodeScalars.count ?? 0 < 500)
    #expect(DiagnosticsSARIF.render([judged]).count < 8000)
  }

  @Test
  func `a mark without end is cut, and so are marks without number`() throws {
    let long = Quote(source: "", runs: [.init(String(repeating: "长", count: 100_000), isMarked: true)])
    #expect(try PageTree(judged(.quote(long))).text("//mark").count == ShownLimit.quote)
    let many = Quote(source: "", runs: (0..<100_000).map { .init("字", isMarked: $0.isMultiple(of: 2)) })
    #expect(try PageTree(judged(.quote(many))).count("//mark") == ShownLimit.quote / 2)
  }

  @Test
  func `a quote that just fits is whole`() throws {
    let words = String(repeating: "字", count: ShownLimit.quote)
    #expect(try PageTree(judged(.quote(Quote(source: "", runs: [.init(words)])))).text("//blockquote") == words)
  }

  @Test
  func `rows, columns and pieces without number are cut, and it is said how many are not shown`() throws {
    let wide = Comparison(
      columns: (0..<1000).map(String.init), rows: (0..<1000).map { .init("行 \($0)", Array(repeating: "1", count: 2)) })
    let judged = judged(.comparison(wide))
    let page = try PageTree(judged)
    #expect(try page.count("//table[starts-with(@class,'comparison')]/tbody/tr") == 30)
    #expect(try page.count("//table[starts-with(@class,'comparison')]/tbody/tr[1]/td") == 6)
    #expect(try page.text("//tr[th='对照']/td/p") == "另有 970 行，不再列出。")
    #expect(text(judged).contains("另有 970 行，不再列出。") && !text(judged).contains("行 30"))
    let rows = try #require(try evidence(judged)?.first?["rows"] as? [[String: Any]])
    #expect(rows.count == 30 && (rows[0]["values"] as? [String])?.count == 6)
    var many = judged
    many.findings[0].evidence = Array(repeating: .quote(Self.quote), count: 50)
    #expect(try PageTree(many).count("//blockquote") == 12)
    #expect(try PageTree(many).text("//td[@class='evidence'][p][not(blockquote)]") == "另有 38 处，不再列出。")
    #expect(text(many).contains("另有 38 处，不再列出。"))
  }
}
