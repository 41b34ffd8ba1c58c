package import Findings
import ReportModel

package struct ProblemsRepeatedRule: Rule {
  package static let description = RuleDescription(
    id: "problems-repeated", severity: .warning,
    source: "Practice: reviewers look first whether the section on problems is last year's over again (雷同).",
    clerk: "第五部分八成以上与本单位上一年的第五部分相同（界线可由主管部门调整）。问题仍然存在的，也要写明一年来改进的情况。",
    administrator:
      "Four fifths of the section on problems or more, or what likeness.problems sets, stand in that section of the unit's accepted report of last year, while the whole prose is below the mark of same-as-last-year.",
    example: RuleExample(
      wrong: "2023年：村里的公开栏位置偏，下雨天纸就糊了。将给11个村换上带雨棚的公开栏，装在小卖部门口。\n2024年：村里的公开栏位置偏，下雨天纸就糊了。将给11个村换上带雨棚的公开栏，装在小卖部门口。",
      right: "2023年：村里的公开栏位置偏，下雨天纸就糊了。将给11个村换上带雨棚的公开栏，装在小卖部门口。\n2024年：带雨棚的公开栏换了9个村，还有2个村没有换，明年春天装上。"))

  /// Below, a section can hardly be worded in two ways.
  private static let leastSigns = 80

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    guard let last = subject.memory.lastYear, let kept = last.prose.flatMap(ReportProse.problems(ofKept:)),
      let report = subject.report
    else { return [] }
    let prose = ReportProse(report, section: 5)
    let own = prose.compared
    guard own.signs.count >= Self.leastSigns else { return [] }
    let resemblance = Resemblance(of: own, to: ReportProse.compared(kept, office: report.office))
    guard resemblance.percent >= subject.likeness.problems, SameAsLastYearRule().check(subject).isEmpty else {
      return []
    }
    return [
      finding(
        .message(resemblance.percent, year: last.year), advice: .advice, of: resemblance, in: prose,
        with: "本单位\(last.year)年报告")
    ]
  }
}

extension String {
  fileprivate static func message(_ percent: Int, year: Int) -> String {
    "第五部分有 \(percent)% 与本单位\(year)年报告的第五部分相同（格式要求的话、数字和单位名称不计）。"
  }

  fileprivate static let advice = "请写本年度的问题和改进措施：去年提出的措施落实得怎样，哪些问题已经解决，哪些还没有解决、下一步怎么办。"
}
