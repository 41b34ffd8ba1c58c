import DocumentModel
package import Findings
import ReportModel

package struct EmptySectionRule: Rule {
  package static let description = RuleDescription(
    id: "empty-section", severity: .error,
    source: "《中华人民共和国政府信息公开条例》第五十条: each of the five contents is reported.",
    clerk: "文字部分只有标题，没有内容。第五部分要写明问题和改进措施；其他部分确实没有的，也要写明“无”。",
    administrator: "A prose section has a heading and nothing below it.",
    example: RuleExample(
      wrong: """
        五、存在的主要问题及改进情况
        六、其他需要报告的事项
        """,
      right: """
        五、存在的主要问题及改进情况
        公开的及时性还不够，将明确公开时限并按季检查。
        六、其他需要报告的事项
        """))

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    guard let report = subject.report else { return [] }
    return report.sections.compactMap { section in
      guard let form = report.form.sections.first(where: { $0.number == section.number }), form.kind == .prose,
        !section.paragraphs.contains(where: { isHoldingWords($0.text) })
      else { return nil }
      return finding(
        .message(section.heading), advice: section.number == 5 ? .problemsAdvice : .advice,
        at: FindingPlace(section: section.number, source: section.place), found: "只有标题", expected: "有内容")
    }
  }

  private func isHoldingWords(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.isIdeographic }
  }
}

extension String {
  fileprivate static func message(_ heading: String) -> String {
    "“\(heading)”下面没有内容。"
  }

  fileprivate static let advice = "请补写内容；确实没有需要写的，写“无”。"
  fileprivate static let problemsAdvice = "请如实写明存在的主要问题和改进措施。"
}
