import Findings
import TestFixtures
import Testing

@Suite struct ItemisedTotalTests {
  @Test(arguments: [
    ("网站全年发布信息53篇，其中组织机构2篇、部门文件5篇、工作动态43篇、财政预算4篇。", "54篇"),
    ("全年发布信息53条（其中概况类2条，法规类5条，动态类43条，其他4条）。", "54条"),
    ("公开各类文件30件，包括通知12件、公告8件、其他9件。", "29件"),
    ("发布图解3个、视频5个、问答4个，合计13个。", "12个"),
    ("接待咨询50次，其中当面20次、网络31次。", "51次"),
  ])
  func `items that miss their total are told of`(_ words: String, _ sum: String) throws {
    let findings = try WordingText.findings("itemised-total", in: words)
    #expect(findings.map(\.expected) == [sum])
  }

  @Test(arguments: [
    "网站全年发布信息54篇，其中组织机构2篇、部门文件5篇、工作动态43篇、财政预算4篇。",
    "全年发布信息80条，其中财政信息12条、工作动态30条。", "发布信息80条，其中财政信息12条、工作动态30条等。",
    "全年发布信息100条，其中网站80条、微信公众号60条。", "发布信息约53条，其中概况类30条、动态类29条。",
    "组织培训6次，培训210人次，其中业务培训4次、专题培训3次。", "公开信息53条、公告7条，其中概况类40条、动态类20条。",
    "发布信息53条，其中概况类30条，较上年增加29条。", "举办活动5场，其中线上3场，参与人数400人。",
    "办理建议12件，其中办结10件，正在办理3件。", "更新栏目12个，其中一季度5个，二季度30个。",
  ])
  func `items that add up, may overlap or are not all are left alone`(_ words: String) throws {
    #expect(try WordingText.findings("itemised-total", in: words).map(\.message) == [])
  }
}
