import DocumentModel
import Findings
import Rules
import TestFixtures
import Testing

@Suite struct WordingNumberingTests {
  @Test(arguments: [
    ("一是健全制度。二是畅通渠道。四是加强培训。", "三是"),
    ("一是健全制度；二是畅通渠道；二是加强培训。", "三是"),
    ("一是健全制度；一是畅通渠道；二是加强培训。", "二是"),
    ("一是健全制度，二是畅通渠道，五是加强培训。", "三是"),
    ("一是把好审核关口，做到先审后发。二是补齐短板。三拓宽发布途径，用好公众号。四强化业务学习。", "三是"),
    ("一是把好审核关口。二是补齐短板；三拓宽发布途径，用好公众号。", "三是"),
    ("一是健全制度。三是畅通渠道。二是加强培训。", "二是"),
    ("一是健\n全制度。二是畅通\n渠道。\n四是加强培训。", "三是"),
    ("九是甲事。十是乙事。十二是丙事。", "十一是"),
  ])
  func `a point whose number does not follow is named with what it should be`(_ words: String, _ expected: String)
    throws
  {
    let findings = try WordingText.lastSection("numbering", words)
    #expect(findings.first?.expected == expected)
    #expect(findings.first?.place.section == 6)
  }

  @Test(arguments: [
    ("（一）收费情况\n本年度未收费。\n（三）其他情况\n无。", "（二）"),
    ("（一）收费情况\n本年度未收费。\n（二）考核情况\n已考核。\n（二）其他情况\n无。", "（三）"),
    ("1.收费情况良好。\n3.考核情况良好。", "2."),
    ("（一）收费\n1.未收费。\n2、未减免。\n4、无退费。", "3."),
    ("（1）未收费。\n（2）未减免。\n（4）无退费。", "（3）"),
  ])
  func `a subheading whose number does not follow is named`(_ words: String, _ expected: String) throws {
    let findings = try WordingText.lastSection("numbering", words)
    #expect(findings.compactMap(\.expected) == [expected])
  }

  @Test(arguments: [
    "存在以下问题：一是主动性不够。二是形式单一。改进措施：一是加强培训。二是丰富形式。三是健全机制。",
    "一是主动性不够；二是形式单一。\n下一步，一是加强培训；二是丰富形式；三是健全机制。",
    "一是抓重点：一是抓财政；二是抓民生。二是抓基础。三是抓队伍。",
    "（一）存在问题\n一是力量不足。二是时效不强。三是解读不够。\n（二）改进措施\n一是充实力量。二是提高时效。三是强化解读。",
    "（一）存在问题\n1.力量不足。\n2.时效不强。\n（二）改进措施\n1.充实力量。\n2.提高时效。\n3.强化解读。",
    "一是健全制度。二是畅通渠道。三务公开栏及时更新。三是加强培训。", "一是健全制度。二是畅通渠道。四好农村路信息及时公开。",
    "一是健全制度，二是畅通渠道，三是加强培训，四是严格考核，五是用好平台。", "依据《条例》第二十条第\n（一）项、第\n（五）项公开。",
    "依照第（一）、（三）、（八）项主动公开。", "一方面加强培训，一方面完善制度。", "首先健全制度，二是加强培训。", "星期一是公开日，星期三是接待日。",
    "一要健全制度，二要畅通渠道，四要加强培训一事已列入计划。", "1.2万人次浏览公开栏。\n3.5万人次关注公众号。", "2024.1至2024.12完成更新。\n12.月度更新。",
    "十是加强督查。十一是加强考核。十二是加强问责。", "一是健全制度。二是畅通渠道。\n三是加强培训。\n此外。四是严格考核。", "一条一条核对，三遍三遍审校。",
  ])
  func `lists that begin anew or go on are left alone`(_ words: String) throws {
    #expect(try WordingText.lastSection("numbering", words) == [])
  }

  @Test func `of very many slips the first five are named`() throws {
    let words = String(repeating: "一是甲。三是乙。", count: 500)
    #expect(try WordingText.lastSection("numbering", words).count == 5)
  }
}
