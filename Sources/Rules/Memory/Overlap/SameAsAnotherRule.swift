package import Findings
import ReportModel

package struct SameAsAnotherRule: Rule {
  package static let description = RuleDescription(
    id: "same-as-another", severity: .warning,
    source:
      "Practice: assessments of the annual reports mark down one that is another unit's with the name changed (雷同).",
    clerk: "正文一半以上与其他单位本年或上一年的报告相同（界线可由主管部门调整）。格式要求的话、法规名称、数字和单位名称不算在内，表格也不比较。",
    administrator:
      "Half of the prose or more, or what likeness.another sets, stands in another unit's accepted report of the same year or the one before. The form's wording, stock phrases, numbers and names are set aside, and tables are not compared.",
    example: RuleExample(
      wrong: "白杨镇：在老街市场设政策咨询台，请摆摊的商户说说哪些通知看不懂\n青禾镇：在老街市场设政策咨询台，请摆摊的商户说说哪些通知看不懂",
      right: "白杨镇：在老街市场设政策咨询台，请摆摊的商户说说哪些通知看不懂\n青禾镇：把灌溉用水的排期提前一周贴到各村泵房"))

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    guard !subject.memory.others.isEmpty, let report = subject.report else { return [] }
    let prose = ReportProse(report)
    let own = prose.compared
    guard own.isTelling else { return [] }
    var closest: (other: AcceptedProse, resemblance: Resemblance)?
    for other in subject.memory.others {
      let compared = ReportProse.compared(other.text, office: other.office)
      let resemblance = Resemblance(of: own, to: compared)
      if resemblance.percent >= max(subject.likeness.another, (closest?.resemblance.percent ?? 0) + 1) {
        closest = (other, resemblance)
      }
    }
    guard let (other, resemblance) = closest else { return [] }
    let name = "“\(Quotation.of(other.office))\(other.year)年报告”"
    return [
      finding(.message(resemblance.percent, name: name), advice: .advice, of: resemblance, in: prose, with: name)
    ]
  }
}

extension String {
  fileprivate static func message(_ percent: Int, name: String) -> String {
    "正文有 \(percent)% 与\(name)相同（格式要求的话、数字和单位名称不计）。"
  }

  fileprivate static let advice = "请结合本单位本年度的实际重写，不要套用其他单位的报告。如果这些内容是本单位先写的，或者是统一要求的写法，请向审核人员说明。"
}
