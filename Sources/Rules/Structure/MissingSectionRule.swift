package import Findings
import ReportModel

package struct MissingSectionRule: Rule {
  package static let description = RuleDescription(
    id: "missing-section", severity: .error,
    source: "《中华人民共和国政府信息公开条例》第五十条; 国办公开办函〔2021〕30号.",
    clerk: "报告应有六个部分，缺一不可。",
    administrator: "One of the six sections of the form was not found.")

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    guard let report = subject.report else { return [] }
    let found = Set(report.sections.map(\.number))
    return report.form.sections.filter { !found.contains($0.number) }.map { section in
      let heading = "\(section.ordinal)、\(section.heading)"
      return finding(
        .message(heading), advice: .advice(heading), at: FindingPlace(section: section.number), expected: heading)
    }
  }
}

extension String {
  fileprivate static func message(_ heading: String) -> String {
    "没有找到“\(heading)”这一部分。"
  }

  fileprivate static func advice(_ heading: String) -> String {
    "请补上这一部分，标题单独成行，写作“\(heading)”。没有内容也要写明“无”。"
  }
}
