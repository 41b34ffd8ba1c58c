package import Findings
import ReportModel

package struct MissingSectionRule: Rule {
  package static let description = RuleDescription(
    id: "missing-section", severity: .error,
    source: "《中华人民共和国政府信息公开条例》第五十条; 国办公开办函〔2021〕30号.",
    clerk: "报告应有六个部分，缺一不可。",
    administrator: "One of the six sections of the form was not found.",
    example: RuleExample(
      wrong: """
        四、政府信息公开行政复议、行政诉讼情况
        4 2 4 9 19 2 6 9 0 17 1 3 7 0 11
        六、其他需要报告的事项
        """,
      right: """
        四、政府信息公开行政复议、行政诉讼情况
        4 2 4 9 19 2 6 9 0 17 1 3 7 0 11
        五、存在的主要问题及改进情况
        公开的及时性还不够，将明确公开时限并按季检查。
        六、其他需要报告的事项
        """))

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    guard let report = subject.report else { return [] }
    let found = Set(report.sections.map(\.number))
    return report.form.sections.filter { !found.contains($0.number) }.map { section in
      let heading = "\(section.ordinal)、\(section.heading)"
      return finding(
        .message(heading), advice: .advice(heading, section.number), at: FindingPlace(section: section.number),
        expected: heading)
    }
  }
}

extension String {
  fileprivate static func message(_ heading: String) -> String {
    "没有找到“\(heading)”这一部分。"
  }

  fileprivate static func advice(_ heading: String, _ number: Int) -> String {
    let contents = number == 5 ? "问题和改进措施都要写明。" : "没有内容也要写明“无”。"
    return "请补上这一部分，标题单独成行，写作“\(heading)”。\(contents)"
  }
}
