import DocumentModel
import Findings
import TestFixtures
import Testing

/// Sentences in which a report tells of how many parts it consists.
@Suite struct PartsCountTests {
  private static let six = "总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项"
  private static let five = "总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况"

  private static let right = [
    "本报告由\(six)六个部分组成。", "本报告由\(six)六部分组成。", "全文包括\(six)等6个部分。", "报告内容包括\(six)，共六个部分。",
    "本报告由六个部分组成：\(six)。", "本报告由六个部分组成，分别为：\(six)。", "全文共六部分，包括\(six)。", "本报告包括\(six)。", "本报告包括\(five)等内容。",
    "本报告由总体情况、主动公开政府信息情况等六个部分组成。", "本年度报告共分６个部分。", "报告由六大部分组成。",
    "报告由总体情况，主动公开政府信息情况，收到和处理政府信息公开申请情况，政府信息公开行政复议和行政诉讼情况，存在的主要问题及改进情况和其他需要报告的事项六部分组成。",
    "内容包括：政府信息公开工作总体情况、行政机关主动公开政府信息情况、行政机关收到和处理政府信息公开申请情况、因政府信息公开工作被申请行政复议、提起行政诉讼情况、政府信息公开工作存在的主要问题及改进情况以及其他需要报告的事项等六个方面。",
    "本报告由一、总体情况；二、主动公开政府信息情况；三、收到和处理政府信息公开申请情况；四、政府信息公开行政复议、行政诉讼情况；五、存在的主要问题及改进情况；六、其他需要报告的事项六部分组成。",
    "报告正文由六个部分和附件组成。", "本报告由正文和附表两部分组成。", "报告第五部分列出了存在的主要问题。", "报告的第三部分、第四部分为表格。",
    "政策解读专栏由五个部分组成。", "公开目录包括机构职能、财政信息等七个部分。", "全县公开平台由网站、公报、新媒体、专区、公示栏五部分组成。", "部分内容以表格形式报告。",
    "报告中四部分公开的申请均已答复。", "机构设置由办公室、业务科等八个部分组成。", "年度报告编制要求分八个方面印发各单位，请各单位认真落实。",
    "本报告由总体情况、主动公开、依申请公开、行政复议和行政诉讼、存在问题及改进措施、其他事项六部分组成。", "本报告由总体情况、主动公开政府信息情况和附件三部分组成。",
    "本报告由概述、主动公开、依申请公开、复议诉讼、问题和措施、附件六部分组成。",
  ]

  @Test(arguments: right)
  func `six parts, and what else consists of parts, are left alone`(_ sentence: String) throws {
    #expect(try Self.findings(sentence).map(\.found) == [])
  }

  private static let wrong = [
    ("本报告由\(six)7个部分组成。", "7个部分"), ("本报告由\(five)五个部分组成。", "五个部分"), ("本报告由\(five)六部分组成。", "六部分"),
    ("全文包括\(five)等六个部分，特此说明其中不含附件。", nil), ("本报告由七个部分组成。", "七个部分"), ("本年度报告共分５个部分。", "５个部分"),
    ("报告全文由八大部分组成。", "八大部分"), ("本报告由五个部分组成：\(five)。", "五个部分"), ("本报告由六个部分组成：\(five)。", "六个部分"),
    ("全文共七部分，包括\(six)。", "七部分"), ("报告内容包括\(five)，共五项内容。", "五项"), ("本报告包括\(five)共五个方面。", "五个方面"),
    ("本报告由概述、主动公开政府信息情况、依申请公开政府信息情况、行政复议和行政诉讼情况、存在问题、附表等八个部分组成。", "八个部分"),
    ("本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议及行政诉讼情况、其他需要报告的事项六部分内容组成。", "六部分"),
    ("报告由总体情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六个部分组成。", "六个部分"),
    ("本报告分为十个部分。", "十个部分"), ("本报告由4个部分组成。", "4个部分"),
    ("本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况和其他需要报告的事项等五部分组成。", "五部分"),
  ]

  @Test(arguments: wrong)
  func `another number than six, and a list that lacks a part, are named`(_ sentence: String, _ found: String?) throws {
    let findings = try Self.findings(sentence)
    // Where 等 ends the list, it need not be whole.
    #expect(findings.map(\.found) == (found.map { [$0] } ?? []))
    #expect(findings.allSatisfy { $0.severity == .info && $0.place.source.line != nil && $0.evidence.count == 1 })
  }

  @Test func `the sentence may stand in the overview, and one finding is enough`() throws {
    let twice = "本报告由七个部分组成。全年公开信息5条。本报告由八个部分组成。"
    #expect(try WordingText.findings("parts-count", in: twice).map(\.found) == ["七个部分"])
  }

  @Test func `prose that nobody would read to its end is not worked through`() throws {
    _ = try Self.findings(String(repeating: "本报告由七个部分、", count: 10_000))
    _ = try Self.findings(String(repeating: "六部分", count: 30_000))
    _ = try Self.findings(String(repeating: "报告六个部分、", count: 10_000))
  }

  private static func findings(_ sentence: String) throws -> [Finding] {
    let text = try Corpus.text().replacingOnly("本报告所列数据的统计期限自", with: sentence + "本报告所列数据的统计期限自")
    return try Judging.findings(Array(text.utf8)).filter { $0.rule == "parts-count" }
  }
}
