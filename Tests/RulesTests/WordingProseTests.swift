import DocumentModel
import Findings
import Rules
import TestFixtures
import Testing

/// Prose in the manner of reports, in which there is nothing to find fault with.
@Suite struct WordingProseTests {
  private static let wording: Set<RuleID> = [
    "personal-information", "placeholder-text", "leftover-template", "stray-year", "numbering", "doubled-word",
  ]

  private static let sentences = [
    "我镇坚持以公开为常态、不公开为例外，稳步推进各项公开任务。", "镇党政办牵头，各站所配合，形成了上下联动的工作格局。",
    "全年在区政府门户网站发布信息126条，其中动态类98条、政策类28条。", "微信公众号推送图文213篇，总阅读量1.2万次。", "村级公开栏每季度更新，17个行政村全部覆盖。",
    "依申请公开答复文书实行法制审核，按期答复率100%。", "对征地补偿、低保救助等信息做到应公开尽公开。", "对公开内容实行“三审三校”，一条一条过，一字一字审。",
    "根据《中华人民共和国政府信息公开条例》（国务院令第711号）第四十九条编制。",
    "按照《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）要求编制。",
    "本报告电子版可在区政府网站（http://www.example.gov.cn/zwgk/2025/0120/1381234567.html）下载。",
    "联系地址：红旗大道66号，邮政编码453000，电话0373-5066666。", "如对报告有疑问，请与街道党政办联系（电话：0371－67181234，电子邮箱：dzb_2024@163.com）。",
    "修订《信息发布审核制度》《保密审查办法》等3项制度。", "上年结转的2件申请均于2024年2月办结。", "2023年度部门决算和2024年部门预算均按时公开。",
    "较2023年增加15条，增幅13.5%。", "2024年3月、6月、9月分别组织业务培训，参训120人次。", "2024年以来，我办共梳理公开事项56项。",
    "自2019年新修订的条例施行以来，我局依申请公开逐年规范。", "“十四五”规划中期评估情况已于2024年8月公开。", "存在的问题：一是解读形式单一；二是更新不够及时。",
    "改进措施：一是丰富解读形式；二是明确更新时限；三是加强督促检查。", "针对2023年报告中指出的基层力量不足问题，已配备专职人员1名。",
    "2025年，我镇将继续深化基层政务公开标准化规范化建设。", "下一步，街道将从以下三个方面改进：一是抓学习，二是抓制度，三是抓落实。",
    "（六）工作考核、社会评议和责任追究情况：将政务公开纳入年度考核，分值占4%。", "社会评议满意率98.6%，未发生责任追究情形。",
    "政府网站适老化改造完成，长者模式运行平稳。", "12345热线转办件1386件，按时办结率99.8%。", "设立政务公开专区1处，配备查询机2台。",
    "公开行政执法事项清单38项，实施行政处罚12起。", "开展“政府开放日”活动3场，邀请居民代表60余人。", "政策文件与解读材料同步起草、同步审签、同步发布。",
    "对已公开的信息定期清理，废止规范性文件2件。", "依申请公开办理做到件件有登记、事事有回复。", "未收到涉及政府信息公开的行政复议和行政诉讼。",
    "本年度我单位没有发出收费通知，未收取信息处理费。", "完善“线上+线下”公开渠道，线上公开占比85%。", "公开电话、地址、办公时间（工作日8:30—12:00，14:30—17:30）。",
    "对涉及商业秘密、个人隐私的内容依法不予公开。", "申请人李某要求公开宅基地审批材料，已依法答复。", "对段某、王某等人提出的同一事项申请合并答复。",
    "编制基层政务公开26个试点领域标准目录。", "乡村振兴衔接资金使用情况在村级公示栏长期公示。", "惠民惠农补贴通过“一卡通”发放，名单公示7天。",
    "公示内容隐去身份证号、银行卡号等个人信息。", "公开栏规格统一为2.4米×1.2米。", "镇村两级公开目录同步调整，共42类186项。", "规范答复格式文本，制作答复模板8种。",
    "对照《条例》第二十条第（一）、（五）、（六）、（八）项主动公开。", "信息发布坚持“谁起草、谁审核，谁发布、谁负责”。",
    "主要负责同志每季度听取一次专题汇报。", "分管领导定期调度，党政办常态抽查。", "与区政务服务和大数据管理局建立会商机制。", "网站栏目由12个整合为8个，查找更加便捷。",
    "发布民生实事进展12期，群众知晓率明显提升。", "全年召开新闻发布会1次，回应群众关切9件。", "统筹推进财政预决算、重大项目、公共资源交易等重点领域公开。",
    "对村（社区）公开员开展轮训，参训率100%。", "审查发现错别字、错敏词43处，均已改正。", "公开指南、公开目录于2024年11月完成更新。", "年报按时于2025年1月在网站公布。",
    "历史信息归档1056条，其中2018年以前的312条。", "河南省政务公开考核指标（2024年版）逐项落实。", "一年来，我局公开工作稳中有进，但仍有不足。",
  ]

  @Test(arguments: sentences)
  func `a sentence without a slip gives no finding`(_ sentence: String) throws {
    let findings = try Judging.findings(WordingText.report(sentence)).filter { Self.wording.contains($0.rule) }
    #expect(findings == [])
  }

  @Test func `nor do all of them together, in either manner of breaking lines`() throws {
    #expect(Self.sentences.count >= 60)
    for joint in ["\n", ""] {
      let text = Self.sentences.joined(separator: joint)
      let findings = try Judging.findings(WordingText.report(text)).filter { Self.wording.contains($0.rule) }
      #expect(findings == [])
    }
  }

  @Test(arguments: try Corpus.documents())
  func `the reports kept for tests have no slips`(_ report: Corpus.Report) throws {
    let findings = try Judging.findings(Corpus.bytes(report.file)).filter { Self.wording.contains($0.rule) }
    #expect(findings == [])
  }
}
