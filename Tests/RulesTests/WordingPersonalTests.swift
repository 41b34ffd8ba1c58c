import DocumentModel
import Findings
import Rules
import TestFixtures
import Testing

@Suite struct WordingPersonalTests {
  @Test(arguments: [
    ("申请人身份证号为410702198001011232，已当场核对。", "4****************2"),
    ("公民身份号码：41070219900307109X", "4****************X"),
    ("身份证号41070219900307109x", "4****************X"),
    ("证件号码 410702 19800101 1232", "4****************2"),
    ("经办人手机13812345678。", "138****5678"),
    ("联系电话：138 1234 5678", "138****5678"),
    ("联系电话：159-1234-5678，工作日受理。", "159****5678"),
    ("电话：+8613812345678", "138****5678"),
    ("Tel:19912345678", "199****5678"),
    ("电话0373-3012345/13812345678", "138****5678"),
    ("全角号码１３８１２３４５６７８也是号码。", "138****5678"),
    ("咨询电话138123\n45678，节假日除外。", "138****5678"),
    ("身份证号410702800101123的群众可凭户口本申请。", "4*************3"),
    ("补贴打入6217001234567890122，请查收。", "6217***********0122"),
    ("卡号6228 4801 2345 6789", "6228********6789"),
    ("开户银行：建设银行，卡号4367421234567896", "4367********7896"),
  ])
  func `the number of a person is named and masked`(_ words: String, _ masked: String) throws {
    let findings = try WordingText.findings("personal-information", in: words)
    #expect(findings.compactMap(\.found) == [masked])
    #expect(findings.allSatisfy { $0.severity == .error && $0.place.source.line != nil })
  }

  @Test(arguments: [
    "联系电话：0373-3012345，传真：0373－3012346。", "政务服务热线12345，举报电话12388。", "咨询电话400-123-4567、010-62345678。",
    "电子邮箱：zwgk13812345678@163.com", "统一社会信用代码：11410702005678901X", "统一社会信用代码91410700MA12345678",
    "根据国办公开办函〔2021〕30号文件要求编制。", "网站备案编号：豫ICP备2021012345号-1，豫公网安备41070202000123号。",
    "地址：新华大道138号1234室，邮编：453000。", "全年收费13812345678元，已全部上缴。", "工单编号13812345678已办结。",
    "受理回执2024-13812345678已送达。", "网址：http://www.example.gov.cn/art/2024/1/30/art_13812345678_22.html",
    "订单号6217001234567890122已核销。", "项目代码2020-410702-70-03-012345", "信息索引号41070219800101123200已更新。",
    "身份证号410702198001011233有误，已退回。", "财政专户账号4107020001234568", "行政处罚决定书编号4107020001234568。",
    "2024年1月至12月共发布138条，其中1234条为转载，5678条为原创。", "第13812345678号公告", "浏览量23812345678次。",
  ])
  func `other numbers are nobody's`(_ words: String) throws {
    #expect(try WordingText.findings("personal-information", in: words) == [])
  }

  @Test func `figures side by side in a table are no number of a person`() throws {
    let text = try Corpus.text().replacingOnly("行政规范性文件 7 4 34", with: "行政规范性文件 138 1234 5678")
    #expect(try Judging.findings(Array(text.utf8)).contains { $0.rule == "personal-information" } == false)
  }

  @Test func `a number in a cell, in the preamble or in a margin is named`() throws {
    var document = try #require(try Judging.document(WordingText.report("按时办理。")))
    let place = Place(table: 9, row: 1, column: 1)
    document.blocks.append(.table(Table(cells: [Cell(text: "王某 13987654321", place: place)], place: Place(table: 9))))
    document.blocks.insert(.paragraph(Paragraph(text: "联系人手机13712345678", place: Place(line: 1))), at: 1)
    document.margins.append(Paragraph(text: "值班手机13612345678", place: Place(page: 2)))
    let findings = try Judging.findings(on: .document(document)).filter { $0.rule == "personal-information" }
    #expect(Set(findings.compactMap(\.found)) == ["137****5678", "139****4321", "136****5678"])
    #expect(findings.contains { $0.place.source == place })
  }

  @Test func `no finding of any rule holds the whole number`() throws {
    let words = "手机13812345678的的申请，，身份证号410702198001011232，，已于____前告知××镇。"
    let findings = try Judging.findings(WordingText.report(words))
    #expect(findings.contains { $0.rule == "personal-information" })
    for finding in findings {
      let texts = [finding.message, finding.advice, finding.found ?? "", finding.expected ?? ""].joined()
      #expect(!texts.contains("13812345678") && !texts.contains("410702198001011232"))
    }
  }

  @Test func `of very many numbers the first five are named`() throws {
    let numbers = (1000..<1400).map { "1381234\($0)" }.joined(separator: "、")
    #expect(try WordingText.findings("personal-information", in: numbers).count == 5)
  }
}
