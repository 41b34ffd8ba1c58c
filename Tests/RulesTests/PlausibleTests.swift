import DocumentModel
import Extraction
import Findings
import ReportModel
import Rules
import TestFixtures
import Testing

@Suite struct PlausibleTests {
  @Test(arguments: try Corpus.documents().filter { !$0.file.contains("wrong") })
  func `a good report of any format is plausible`(_ report: Corpus.Report) throws {
    #expect(try Judging.findings(Corpus.bytes(report.file)).map(\.message) == [])
  }

  @Test(arguments: [
    ("红旗区教育局", true), ("红旗区新华街道办事处", true), ("红旗区人民政府", true), ("获嘉县", true),
    ("新乡市", false), ("新乡市教育局", false), ("河南省财政厅", false), ("河南省", false), ("高新区管委会", false),
  ])
  func `only units below cities with districts are asked about 规章`(_ office: String, _ isAsked: Bool) throws {
    let text = try Report.of(office).replacingOnly("规章 0 0 0", with: "规章 1 0 3")
    #expect(try Report.findings(text, of: "rules-by-unit").count == (isAsked ? 1 : 0))
    #expect(try Report.findings(Report.of(office), of: "rules-by-unit").isEmpty)
  }

  @Test(arguments: [
    ("2 0 2", false), ("2 2 0", false), ("2 1 1", false), ("5 1 3", true), ("1 0 0", true), ("0 0 0", false),
    ("0 9 0", false), ("1 x 0", false), ("99999999999999999999 0 0", false),
  ])
  func `documents issued are in force or repealed`(_ cells: String, _ isNamed: Bool) throws {
    for row in ["规章", "行政规范性文件"] {
      let text = try Corpus.text("xiaodian-2024.raw.txt").replacingOnly("\n\(row) 0 0 0", with: "\n\(row) \(cells)")
      #expect(try Report.findings(text, of: "in-force-plausible").count == (isNamed ? 1 : 0))
    }
  }

  @Test(arguments: [
    ("信息公开工作纳入年度绩效考核，政风行风测评位列全区前列，未发生被追责情况。", []),
    ("把政务公开列入年终考评，邀请群众代表开展满意度调查，全年无问责情形。", []),
    ("年度考核结果为优秀，社会评议良好，未因信息公开追究任何人责任。", []),
    ("纳入全镇目标管理，接受群众评议，无因信息公开被追究责任的情况。", []),
    ("纳入考核，没有责任追究。", ["社会评议"]),
    ("开展社会评议，没有责任追究。", ["工作考核"]),
    ("考核结果良好，社会评议满意。", ["责任追究"]),
    ("加强日常监督和培训。", ["工作考核", "社会评议", "责任追究"]),
  ])
  func `a government reports its assessment, its review and who was held responsible`(
    _ words: String, _ missing: [String]
  ) throws {
    let found = try Report.findings(Report.supervised(words), of: "supervision-statement").first?.found
    #expect(found == (missing.isEmpty ? nil : "没有写到\(missing.joined(separator: "、"))的结果"))
  }

  @Test func `plans for the next year are no results, and what was done is`() throws {
    let bare = try Report.supervised("加强日常监督。")
    let plan = try bare.replacingOnly("二是增加图解和问答。", with: "二是完善考核、社会评议和责任追究制度，定期检查。")
    #expect(try Report.findings(plan, of: "supervision-statement").count == 1)
    let done = try bare.replacingOnly("二是增加图解和问答。", with: "二是考核和社会评议已完成，未发生责任追究。")
    #expect(try Report.findings(done, of: "supervision-statement").isEmpty)
  }

  @Test(arguments: ["红旗区新华街道办事处", "红旗区教育局", "新乡市教育局", "高新区管委会", "新乡市生态环境局红旗分局"])
  func `streets and departments need not`(_ office: String) throws {
    let text = try Report.of(office, in: Report.supervised("加强日常监督。"))
    #expect(try Report.findings(text, of: "supervision-statement").isEmpty)
  }

  @Test(arguments: ["红旗区", "新乡市", "获嘉县人民政府", "青山乡"])
  func `every government must`(_ office: String) throws {
    let text = try Report.of(office, in: Report.supervised("加强日常监督。"))
    #expect(try Report.findings(text, of: "supervision-statement").count == 1)
  }
}

/// The town's report with something else in it.
enum Report {
  static func of(_ office: String, in text: String? = nil) throws -> String {
    try (text ?? Corpus.text("xiaodian-2024.raw.txt"))
      .replacingOnly("小店镇 2024 年政府信息公开工作年度报告\n根据", with: "\(office)2024年政府信息公开工作年度报告\n根据")
  }

  static func supervised(_ words: String) throws -> String {
    try Corpus.text("xiaodian-2024.raw.txt").replacingOnly("开展工作考核和社会评议，本年度没有责任追究的情形。", with: words)
  }

  /// With other words in its last section. `unpaid`: of the town whose table three holds requests without their fee.
  static func ending(_ words: String, unpaid: Bool = false) throws -> String {
    try Corpus.text(unpaid ? "qinghe-2024.raw.txt" : "xiaodian-2024.raw.txt")
      .replacingOnly("本年度未收取政府信息公开信息处理费。", with: words)
  }

  static func findings(_ text: String, of rule: RuleID) throws -> [Finding] {
    try Judging.findings(Array(text.utf8)).filter { $0.rule == rule }
  }
}
