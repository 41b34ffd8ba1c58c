import DocumentModel
package import Findings
import ReportModel

package struct FeeStatementRule: Rule {
  package static let description = RuleDescription(
    id: "fee-statement", severity: .warning,
    source: "《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）: 收费通知的件数、金额和实际收取的金额写入年度报告。",
    clerk: "第六部分应当写明信息处理费的收取情况，以元为单位；没有收取的，也要写明没有收取。",
    administrator: "Section 6 does not say what 信息处理费 was collected, or contradicts itself or table 3.",
    example: RuleExample(wrong: "六、其他需要报告的事项　无。", right: "六、其他需要报告的事项　本年度未收取政府信息公开信息处理费。"))

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    // The fee is reported since 2021.
    guard let report = subject.report, report.year ?? 0 >= 2021,
      let text = FlowingText.prose(ofSection: 6, in: report),
      let section = report.sections.first(where: { $0.number == 6 })
    else { return [] }
    let statement = FeeStatement(in: text)
    let unpaid = report.unpaidRequests
    guard statement.isMade else {
      return [
        self.finding(
          unpaid.map { .missingNotices($0) } ?? .missing, advice: unpaid == nil ? .missingAdvice : .noticeAdvice,
          at: FindingPlace(section: 6, source: section.place),
          found: Quotation.of(String(text.scalars)),
          expected: .sentence)
      ]
    }
    func finding(_ message: String, advice: String, quoting range: Range<Int>, expected: String?) -> Finding {
      self.finding(
        message, advice: advice, at: FindingPlace(section: 6, source: text.place(at: range.lowerBound)),
        found: Quotation.of(String(text.scalars[range])), expected: expected,
        evidence: [text.quote(of: [range], section: 6)])
    }
    if let collected = statement.contradiction {
      return [finding(.contradiction, advice: .contradictionAdvice, quoting: collected, expected: nil)]
    }
    if let unpaid, let sentence = statement.sentenceWithoutNotices {
      return [finding(.notices(unpaid), advice: .noticeAdvice, quoting: sentence, expected: .noticeSentence)]
    }
    return []
  }
}

extension AnnualReport {
  /// Requests that ended because no fee was paid, when there are any.
  fileprivate var unpaidRequests: Figure? {
    let figure = tables.lazy.compactMap { $0["otherwise.fee_unpaid", "total"]?.figure }.first
    return figure.flatMap { $0.isNegative || $0.isZero ? nil : $0 }
  }
}

extension String {
  fileprivate static let sentence = "写明信息处理费，如：本年度未收取政府信息公开信息处理费。"
  fileprivate static let noticeSentence = "写明收费通知的件数、总金额和实际收取的金额"
  fileprivate static let missing = "第六部分没有写明信息处理费的收取情况。"
  fileprivate static let missingAdvice = "请补写一句：没有收取的，写明“本年度未收取政府信息公开信息处理费”；收取的，写明收费通知的件数、总金额和实际收取多少元。"
  fileprivate static let contradiction = "第六部分既说没有收取信息处理费，又写了收取的金额。"
  fileprivate static let contradictionAdvice = "请核对实际收取的金额，只保留正确的说法。"
  fileprivate static let noticeAdvice = "请核对第三部分“申请人逾期未按收费通知要求缴纳费用”一行；确有这种情形的，在第六部分写明发出收费通知多少件、总金额和实际收取多少元。"

  fileprivate static func missingNotices(_ unpaid: Figure) -> String {
    "第三部分有 \(unpaid) 件因逾期不缴纳费用不再处理，第六部分却没有写信息处理费的情况。"
  }

  fileprivate static func notices(_ unpaid: Figure) -> String {
    "第三部分有 \(unpaid) 件因逾期不缴纳费用不再处理，第六部分却没有写到收费通知。"
  }
}
