import DocumentModel
import Findings
import Rules
import TestFixtures
import Testing

@Suite struct WordingTemplateTests {
  @Test(arguments: [
    "××镇认真落实公开要求。", "全年开展培训XX次。", "共发布信息xx条。", "收到申请____件。", "主要负责人为______同志。", "此处填写监督保障情况。",
    "[单位名称]高度重视公开工作。", "【年份】工作情况如下。", "（填写具体数字）件已办结。", "某某镇召开专题会议。", "＊＊街道公开栏已更新。",
    "0000年度工作开展情况。", "20XX年，公开工作有序推进。", "20××年共发布信息。", "202X年起施行。", "自×月×日起受理。", "○○局负责解读。",
    "会议于X月X日召开。", "ＸＸ单位牵头。", "公开信息XX余条。",
  ])
  func `a blank that was not filled in is an error`(_ words: String) throws {
    let findings = try WordingText.findings("placeholder-text", in: words)
    #expect(findings.map(\.severity) == [.error])
    #expect(findings.allSatisfy { $0.place.section == 1 && $0.place.source.line != nil && $0.found != nil })
  }

  @Test(arguments: [
    "申请人段某不服我镇答复，申请行政复议。", "原告王××诉我镇信息公开一案已审结。", "李某某等三人申请公开征地材料。", "按时答复率为7×100%÷7。",
    "公示牌规格为3×5米。", "公示牌规格为120X80厘米。", "按数量×次数核算。", "已完成X光检查设备采购信息公开。", "电话138****5678已脱敏。",
    "身份证号4107**********1232已隐去。", "________________________", "负责人（签字）：____________", "《新闻出版条例》【典型案例】已上墙。",
    "依据国办公开办函〔2021〕30号编制。", "依据豫政办[2024]12号办理。", "有关内容有待补充完善。", "群众可在此处查阅纸质文件。", "请填写《政府信息公开申请表》。",
    "二〇〇八年五月起施行。", "**重点领域**信息及时更新。", "10000年一遇洪水预警信息及时发布。", "网址http://www.example.gov.cn/art_1__2.html",
    "XXL号服装采购公告已发布。",
    "某些栏目更新不够及时，某一领域公开不够。", "王某某区别情形提出两件申请。", "本镇设立查阅点（政务服务大厅）1处。",
  ])
  func `what only looks like a blank is left alone`(_ words: String) throws {
    #expect(try WordingText.findings("placeholder-text", in: words) == [])
  }

  @Test(arguments: [
    "（该部分以表格形式报告）", "该部分以文字形式报告全年情况。", "此部分内容应包括五个方面。", "本部分主要填写机构职能调整情况。", "说明：请根据实际情况填写本节。",
    "填表说明", "填报说明：各单位按统一口径统计。", "（注：填写完毕请删除本行）", "（三）政府信息管理（不少于300字）", "其他事项（可另附页）", "（五）监督保障（示例）",
    "示例：我镇全年公开信息若干。", "样例", "以下是为您生成的年度报告。", "工作考核情况（没有的填“无”）", "【根据实际情况填写】", "注：本段请结合本单位实际撰写。",
  ])
  func `a template's hint to its user is named`(_ words: String) throws {
    let findings = try WordingText.findings("leftover-template", in: words)
    #expect(findings.map(\.severity) == [.warning])
    #expect(findings.allSatisfy { $0.place.section == 1 && $0.place.source.line != nil && $0.found != nil })
  }

  @Test(arguments: [
    "制定依申请公开答复模板，统一文书格式。", "选取典型案例作为示例，供各村学习。", "该部分群众对政策了解不够。", "此部分申请已全部答复。", "本部分工作由党政办牵头。",
    "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", "部分公开（区分处理的，只计这一情形，不计其他情形）。", "说明：以上数据均来自统计年报。", "注：金额单位为万元。",
    "根据您的来信，我镇已作答复一事在公开栏公示。", "公开内容说明清楚、格式统一。", "（一）主动公开（含解读材料）", "政策解读稿不少于12篇。", "培训课时（不少于8学时）已完成。",
    "（详见附件）", "（单位：件）", "按照示范文本编制公开指南。", "参照格式要求修订目录。", "群众可自行查询、下载，也可到窗口填写申请表。",
  ])
  func `the form's own words and plain prose are left alone`(_ words: String) throws {
    #expect(try WordingText.findings("leftover-template", in: words) == [])
  }

  @Test func `a title that calls itself a template is named`() throws {
    let text = try Corpus.text().replacingOnly(
      "青禾镇 2024 年政府信息公开工作年度报告\n根据", with: "青禾镇 2024 年政府信息公开工作年度报告（模板）\n根据")
    #expect(try Judging.findings(Array(text.utf8)).contains { $0.rule == "leftover-template" })
  }

  @Test func `of very many blanks the first five are named`() throws {
    let words = String(repeating: "发布信息XX条。", count: 500)
    #expect(try WordingText.findings("placeholder-text", in: words).count == 5)
  }
}
