import DocumentModel
package import Findings
import ReportModel

package struct FeeItemisationRule: Rule {
  package static let description = RuleDescription(
    id: "fee-itemisation", severity: .warning,
    source: "Practice: the parts of a sum that section 6 itemises add up to it.",
    clerk: "第六部分写了收费总数又分项列出的，各分项之和应当等于总数。",
    administrator: "Fees or notices that section 6 itemises do not add up to the total it names.",
    example: RuleExample(
      wrong: "共收取信息处理费360元，分别为200元、150元。", right: "共收取信息处理费360元，分别为200元、160元。"))

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    guard let report = subject.report, let text = FlowingText.prose(ofSection: 6, in: report) else { return [] }
    let findings = text.scalars.ranges(between: \.endsSentence).lazy.compactMap { sentence -> Finding? in
      let words = text.scalars[sentence].prefix(600)
      guard words.holds("费"), let itemisation = FeeItemisation(of: words), let fault = itemisation.fault else {
        return nil
      }
      let unit = fault.unit == .yuan ? "元" : "件"
      return finding(
        .message(sum: "\(fault.sum) \(unit)", total: "\(fault.total) \(unit)"), advice: .advice,
        at: FindingPlace(section: 6, source: text.place(at: sentence.lowerBound)), found: Quotation.of(String(words)),
        expected: "各分项之和 = \(fault.total) \(unit)",
        evidence: [
          text.quote(of: Quantity.all(in: words).filter { $0.unit == fault.unit }.map(\.range), section: 6)
        ])
    }
    return Array(findings.prefix(Self.most))
  }

  /// No report itemises more sums than this.
  private static let most = 20
}

extension String {
  fileprivate static func message(sum: String, total: String) -> String {
    "第六部分各分项加起来是 \(sum)，与写的总数 \(total)不一致。"
  }

  fileprivate static let advice = "请核对总数和各分项，改正写错的那个数。"
}
