package import Findings
import ReportModel

package struct SectionOrderRule: Rule {
  package static let description = RuleDescription(
    id: "section-order", severity: .warning,
    source: "国办公开办函〔2021〕30号: the order of the six sections.",
    clerk: "六个部分应按规定的顺序排列。",
    administrator: "The sections stand in another order than the form's.",
    example: RuleExample(
      wrong: """
        六、其他需要报告的事项
        本年度未收取政府信息公开信息处理费。
        五、存在的主要问题及改进情况
        公开的及时性还不够，将明确公开时限并按季检查。
        """,
      right: """
        五、存在的主要问题及改进情况
        公开的及时性还不够，将明确公开时限并按季检查。
        六、其他需要报告的事项
        本年度未收取政府信息公开信息处理费。
        """))

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    guard let report = subject.report else { return [] }
    return zip(report.sections, report.sections.dropFirst()).compactMap { before, section in
      guard section.number < before.number else { return nil }
      return finding(
        .message, advice: .advice(section.heading, before.heading),
        at: FindingPlace(section: section.number, source: section.place),
        found: "“\(section.heading)”排在“\(before.heading)”后面", expected: "按一、二、三、四、五、六的顺序")
    }
  }
}

extension String {
  fileprivate static let message = "各部分的先后顺序与规定的不一致。"

  fileprivate static func advice(_ heading: String, _ before: String) -> String {
    "请把“\(heading)”移到“\(before)”前面。"
  }
}
