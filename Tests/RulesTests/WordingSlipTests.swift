import DocumentModel
import Findings
import Rules
import TestFixtures
import Testing

@Suite struct WordingSlipTests {
  @Test(arguments: [
    ("截至2021年12月31日，共主动公开信息86条。", "2024年"), ("2022年，我镇共主动公开政府信息86条。", "2024年"),
    ("2023年度，全镇共受理申请12件。", "2024年"), ("在2022年的工作中，我们坚持先审后发。", "2024年"),
    ("截止2022年底，公开栏更新48期。", "2024年"), ("2026年，全年举办培训3场。", "2024年"), ("一是2022年，我镇举办培训5场次。", "2024年"),
    ("２０２２年，我镇发布信息300余条。", "2024年"), ("2022年全镇收到\n申请6件，均已办结。", "2024年"),
  ])
  func `work that is told under another year is named`(_ words: String, _ expected: String) throws {
    let findings = try WordingText.findings("stray-year", in: words)
    #expect(findings.map(\.expected) == [expected])
    #expect(findings.allSatisfy { $0.severity == .warning && $0.place.section == 1 })
  }

  @Test(arguments: [
    "与2023年相比，主动公开数量增加12条。", "2023年，我镇公开信息300条，2024年公开350条。", "2023年，我镇公开信息300条。2024年公开350条，增长17%。",
    "2019年以来，共公开信息1200条。", "自2008年起，累计公开信息5000条。", "2021—2025年，计划公开重点项目30个。",
    "依据《河南省政务公开办法》（2019年修订）公开28条。", "2023年部门决算、2025年预算已公开2条。", "下一步，2025年我镇将开展培训4次。",
    "2025年，计划举办培训6场。", "2025年1月20日，本报告在网站公布1次。", "2019年，我镇建成政务公开专区。", "2020年，我镇被评为先进单位。",
    "截至2023年底结转的2件申请已在本年办结。", "2024年，我镇共主动公开政府信息86条。", "截至2024年12月31日，共公开信息86条。",
    "“十四五”期间（2021年至2025年）公开信息800条。", "对2023年考核中反馈的3个问题逐项整改。", "2022年印发的制度继续执行，公开12条。",
    "国务院令第711号自2019年5月15日起施行。", "2022年5月，我镇组建公开办公室。", "完成2023年度政府信息公开年度报告1份。", "近三年，2022年公开80条、2023年公开90条。",
  ])
  func `other years with a good reason are left alone`(_ words: String) throws {
    #expect(try WordingText.findings("stray-year", in: words) == [])
  }

  @Test func `a period that contradicts the title is said once`() throws {
    let text = try Corpus.text().replacingOnly("自 2024 年", with: "自 2023 年").replacingOnly("起至 2024", with: "起至 2023")
    #expect(try Judging.findings(Array(text.utf8)).map(\.rule.rawValue) == ["year-mismatch"])
  }

  @Test(arguments: [
    ("落实公开的的要求。", "的"), ("进行进行审查。", "进行"), ("信息公开公开，接受监督。", "公开"), ("政府信息政府信息公开目录。", "政府信息"),
    ("做好公开工作工作，成效明显。", "工作"), ("我镇我镇高度重视。", "我镇"), ("制度健全，，渠道畅通。", "，"), ("按时办结。。", "。"), ("公开财政、、民生信息。", "、"),
    ("取得了了成效。", "了"), ("及时发布重要信息及时发布重要信息。", "及时发布重要信息"), ("不断不\n断提升质量。", "不断"),
    ("完成。。。。。。其他工作照常。", "。"),
  ])
  func `what stands twice is named`(_ words: String, _ expected: String) throws {
    let findings = try WordingText.findings("doubled-word", in: words)
    #expect(findings.map(\.expected) == [expected])
    #expect(findings.allSatisfy { $0.severity == .warning && $0.place.source.line != nil })
  }

  @Test(arguments: [
    "常常走访，渐渐形成习惯，层层压实责任。", "事事有回音，件件有着落，人人尽责。", "年年考核，点点滴滴见真情，方方面面齐发力。", "村村通广播，家家户户知政策。",
    "时时更新，处处公开，一一答复，条条审查，逐一核对。", "一步一步推进，一件一件落实，一项一项销号。", "为了了解群众需求，开展走访。", "以便民为目的的公开。",
    "政务公开公开栏已更新。", "人民政府政府信息公开专栏。", "政务服务服务大厅。", "应急管理管理部门。", "各部门部门预算已公开。", "推进信息信息化建设。",
    "（二）依申请公开\n依申请公开渠道畅通。", "五项制度\n制度健全。", "的的确确方便了群众。", "等等。", "研究研究再定。", "省略……继续推进。",
    "社会组织组织开展活动。", "实实在在办事，认认真真答复。", "公开2024年2024件。", "电话0373-3333333。", "大街小巷、巷巷通畅。", "清清楚楚、明明白白。",
  ])
  func `what is doubled with good reason is left alone`(_ words: String) throws {
    #expect(try WordingText.findings("doubled-word", in: words) == [])
  }

  @Test func `of very many slips the first five are named`() throws {
    #expect(try WordingText.findings("doubled-word", in: String(repeating: "落实的的要求，", count: 1000)).count == 5)
    #expect(
      try WordingText.findings("stray-year", in: String(repeating: "2021年，我镇公开86条。", count: 500)).count == 5)
  }
}
