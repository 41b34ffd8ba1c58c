import Findings
import ReportModel
import Rules
import TestFixtures
import Testing

@Suite struct FeeTests {
  @Test(arguments: [
    "本年度未收取政府信息公开信息处理费。", "2024年，本机关收取信息处理费0元。", "2024年度我镇未发出收费通知，未产生信息处理费。",
    "本年度依申请公开没有收费。", "在办理依申请公开中未向申请人收取任何费用。", "政府信息公开处理费收取情况：无。",
    "本年度发出收费通知2件，总金额300元，实际收取120元。", "依申请公开政府信息收取信息处理费总金额为0.00元。",
    "无收费情况，无其他需要报告的事项。", "依据《政府信息公开信息处理费管理办法》，本年度发出收费通知0件。",
    "2024年未收取信息处理费，上年收取信息处理费300元。", "未收取信息处理费。印制公开手册支出3000元。",
    "本年度发出收费通知2件，总金额300元，申请人均未缴纳，实际收取0元，未收取信息处理费。",
    "未收取信息处理费，其余2件收取信息处理费20元。", "收取信息处理费20元，其余申请未收取费用。",
    "本年度，我镇无政府信息公开处理费。", "本镇依申请公开信息均为免费提供。", "（一）本年度未收取信息处理费。（二）无其他需要报告的事项。",
    "按照《政府信息公开信息处理费管理办法》的规定，本机关2024年收取信息处理费共计0元。",
    "一是信息公开收费情况。全年共收到申请三件，均未收取信息处理费。二是其他事项。无。",
    "收取信息处理费500元，其中一季度300元，二季度200元，三、四季度未收取。",
    "本年度按件收取信息处理费，10件以下不收费，超过部分每件100元，本年度未收取费用。",
  ])
  func `a statement on the fee is understood`(_ words: String) throws {
    #expect(try Report.findings(Report.ending(words), of: "fee-statement").map(\.found) == [])
  }

  @Test(arguments: [
    "无。", "本年度没有其他需要报告的事项。", "本年度三公经费支出下降。", "行政事业性收费12万元。",
    "未收取信息处理费，全年收取信息处理费200元。", "本年度未收取任何费用。共收取政府信息公开信息处理费一百二十元。",
  ])
  func `a missing or contradictory statement is named`(_ words: String) throws {
    let findings = try Report.findings(Report.ending(words), of: "fee-statement")
    #expect(findings.count == 1 && findings.allSatisfy { $0.place.section == 6 })
  }

  @Test(arguments: [
    ("本年度未收取政府信息公开信息处理费。", false), ("发出收费通知14件，申请人逾期未缴纳，实际收取信息处理费0元。", false),
    ("有14件申请人逾期未按要求缴纳费用，未收取信息处理费。", false),
    ("本年度未发出收费通知。", true), ("本年度未产生信息处理费。", true), ("本年度收取信息处理费200元。", true), ("无。", true),
  ])
  func `requests that ended without a fee ask for a word on the notices`(_ words: String, _ isNamed: Bool) throws {
    let findings = try Report.findings(Report.ending(words, unpaid: true), of: "fee-statement")
    #expect(findings.count == (isNamed ? 1 : 0))
    #expect(findings.allSatisfy { $0.message.contains("14 件") })
  }

  @Test(arguments: [
    "发出收费通知3件，总金额360元，其中1件200元，2件160元。", "发出收费通知三件，总金额三百六十元，其中一件二百元，两件一百六十元。",
    "发出收费通知5件，总金额560元，实际收取信息处理费360元，其中甲200元、乙160元。",
    "共收取信息处理费360元，其中甲公司200元。", "共收取信息处理费360元，其中甲公司200元、乙公司100元。",
    "收取信息处理费200元、160元，共计360元。", "共收取信息处理费0.12万元，分别为1，000元、200元。",
    "收取信息处理费约360元，分别为200元、150元。", "发出收费通知5件，总金额500元，其中按件计收4件400元，已缴费3件300元。",
    "收费标准为10件以下不收费，其中11件至30件每件100元、31件以上每件200元。",
    "收取信息处理费600元，其中一季度200元、二季度400元。", "共收取信息处理费900元，其中三季度500元，其余为其他季度收取。",
    "共收取信息处理费600元，包括：甲公司200元、乙公司300元。", "一季度收取信息处理费200元，二季度100元，全年共收取300元。",
    "办理建议12件，其中5件免费、8件无关。", "共收取信息处理费1200.5元，分别为１０００元、200.50元。",
  ])
  func `parts that add up, or may, are left alone`(_ words: String) throws {
    #expect(try Report.findings(Report.ending(words), of: "fee-itemisation").map(\.message) == [])
  }

  @Test(arguments: [
    ("发出收费通知3件，总金额360元，其中1件200元，2件150元。", "360 元"),
    ("发出收费通知三件，总金额三百六十元，其中一件二百元，两件一百五十元。", "360 元"),
    ("发出收费通知4件，总金额360元，其中1件200元，2件160元。", "4 件"),
    ("共收取信息处理费360元，其中甲公司200元、乙公司260元。", "360 元"),
    ("收取信息处理费200元、150元，共计360元。", "360 元"),
    ("共收取信息处理费1200元，其中一季度500元，二季度600元。", "1200 元"),
    ("共收取信息处理费700元，其中自然人200元、法人400元。", "700 元"),
    ("共收取信息处理费500元，包括：甲公司300元、乙公司300元。", "500 元"),
    ("一季度收取信息处理费200元，二季度100元，全年共收取400元。", "400 元"),
    ("共收取信息处理费0.12万元，分别为1，000元、300元。", "1200 元"),
  ])
  func `parts that do not add up are named with their total`(_ words: String, _ total: String) throws {
    let findings = try Report.findings(Report.ending(words), of: "fee-itemisation")
    #expect(findings.map(\.expected) == ["各分项之和 = \(total)"])
  }

  @Test func `a statement on the heading's own line counts`() throws {
    let text = try Report.ending("特此报告。").replacingOnly("六、其他需要报告的事项\n", with: "六、其他需要报告的事项：本年度未收取信息处理费。\n")
    #expect(try Report.findings(text, of: "fee-statement").isEmpty)
  }

  @Test(arguments: ["2020", "2019"])
  func `reports from before the fee was reported are not asked for it`(_ year: String) throws {
    let text = try Report.ending("无。").split(separator: "2024", omittingEmptySubsequences: false).joined(
      separator: year)
    #expect(try Report.findings(text, of: "fee-statement").isEmpty)
  }

  @Test(.timeLimit(.minutes(10)), arguments: ["其中1件200元，", "未收取信息处理费一元1,1。"])
  func `prose of ten megabytes is not worked through`(_ words: String) throws {
    let text = try Report.ending(String(repeating: words, count: 10_000_000 / words.utf8.count))
    _ = try Report.findings(text, of: "fee-itemisation")
  }
}
