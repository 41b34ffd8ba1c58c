import DocumentModel
package import Findings
import ReportModel

package struct SectionHeadingRule: Rule {
  package static let description = RuleDescription(
    id: "section-heading", severity: .warning,
    source: "国办公开办函〔2021〕30号: the headings of the six sections.",
    clerk: "部分的标题应单独成行，与规定的格式一字不差，序号也要对。",
    administrator:
      "A section's heading differs from the form's wording, its ordinal is missing or wrong, or it has no line of its own.",
    example: RuleExample(
      wrong: "五、存在问题及改进情况",
      right: "五、存在的主要问题及改进情况"))

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    guard let report = subject.report else { return [] }
    return report.sections.compactMap { section in
      guard let form = report.form.sections.first(where: { $0.number == section.number }) else { return nil }
      let expected = "\(form.ordinal)、\(form.heading)"
      if section.isInParagraph {
        return finding(
          .inParagraph, advice: .inParagraphAdvice(expected),
          at: FindingPlace(section: section.number, source: section.place), found: section.heading,
          expected: "“\(expected)”单独成行")
      }
      if bare(section.heading) == bare(expected) { return nil }
      return finding(
        .message, advice: .advice(expected), at: FindingPlace(section: section.number, source: section.place),
        found: section.heading, expected: expected)
    }
  }

  /// Spaces and the choice of mark behind the ordinal are layout, and the raised mark of a note is a note's.
  private func bare(_ heading: String) -> [Unicode.Scalar] {
    heading.unicodeScalars.filter { scalar in
      !scalar.isWhiteSpace && !"、.．，,".unicodeScalars.contains(scalar) && ShiftedText.plain(scalar) == nil
    }
  }
}

extension String {
  fileprivate static let message = "这一部分的标题与规定的写法不一致。"

  fileprivate static let inParagraph = "这一部分的标题没有单独成行，与正文连在一段里。"

  fileprivate static func inParagraphAdvice(_ heading: String) -> String {
    "请把标题单独成行，写作“\(heading)”。"
  }

  fileprivate static func advice(_ heading: String) -> String {
    "建议改为“\(heading)”。"
  }
}
