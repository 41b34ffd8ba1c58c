package import Findings
import ReportModel

package struct SameAsLastYearRule: Rule {
  package static let description = RuleDescription(
    id: "same-as-last-year", severity: .warning,
    source: "Practice: assessments of the annual reports mark down one that is last year's over again (雷同).",
    clerk: "正文六成以上与本单位上一年的报告相同（界线可由主管部门调整）。格式要求的话、法规名称、数字和单位名称不算在内，表格也不比较。",
    administrator:
      "Three fifths of the prose or more, or what likeness.last_year sets, stand in the unit's accepted report of last year. The form's wording, stock phrases, numbers and names are set aside, and tables are not compared.",
    example: RuleExample(
      wrong: "2023年：在老街市场设政策咨询台，请摆摊的商户说说哪些通知看不懂，共收到意见18条\n2024年：在老街市场设政策咨询台，请摆摊的商户说说哪些通知看不懂，共收到意见23条",
      right: "2023年：在老街市场设政策咨询台，请摆摊的商户说说哪些通知看不懂，共收到意见18条\n2024年：照去年商户提的意见，把摊位续租、卫生费两件事的通知改成一页纸的问答，贴在市场入口"))

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    guard let last = subject.memory.lastYear, let text = last.prose, let report = subject.report else { return [] }
    let prose = ReportProse(report)
    let own = prose.compared
    guard own.isTelling else { return [] }
    let other = ReportProse.compared(text, office: report.office)
    let resemblance = Resemblance(of: own, to: other)
    guard resemblance.percent >= subject.likeness.lastYear else { return [] }
    return [
      finding(
        .message(resemblance.percent, year: last.year), advice: .advice, of: resemblance, in: prose,
        with: "本单位\(last.year)年报告")
    ]
  }
}

extension String {
  fileprivate static func message(_ percent: Int, year: Int) -> String {
    "正文有 \(percent)% 与本单位\(year)年报告相同（格式要求的话、数字和单位名称不计）。"
  }

  fileprivate static let advice = "请结合本年度的实际重写：今年做了哪些事、有什么变化、去年的问题改得怎样。只改数字、照搬上年文字的，考核时会按雷同扣分。"
}
