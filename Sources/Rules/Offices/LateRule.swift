import DocumentModel
package import Findings
import ReportModel

package struct LateRule: Rule {
  package static let description = RuleDescription(
    id: "late", severity: .warning,
    source: "《中华人民共和国政府信息公开条例》第四十九条: 每年1月31日前报送上一年度报告；各地通知一般要求得更早。",
    clerk: "报告交来时已经过了名册里的截止日期（到当日24时为止）。以本单位这一年度第一次交来的时间为准：按时交过、退回修改后再交的，不算迟交。",
    administrator:
      "Handed in after the unit's deadline in the roster, or the general one: the end of that day in Beijing. What counts is when the unit's first report of that year came in, and only in the year after the report's.",
    example: RuleExample(wrong: "截止日期是1月20日，2024年度报告第一次交来是2025年1月22日", right: "2025年1月20日交来，退回修改后1月22日再交"))

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    guard let report = subject.report, let year = report.year, let unit = subject.unit,
      let received = subject.reception?.date, let deadline = unit.deadline ?? subject.roster?.deadline
    else { return [] }
    let first = min(received, subject.memory.firstReceived ?? received)
    // Reports of older years are handed in to be on record, or corrected.
    guard first.year == year + 1, received.year == first.year else { return [] }
    let last = deadline.date(ofReportFor: year)
    guard first > last else { return [] }
    return [
      finding(
        .message(first, last, isFirst: first == received), advice: .advice,
        at: FindingPlace(source: report.title?.place ?? .unknown), found: first.words, expected: "\(last.words)以前（含当日）")
    ]
  }
}

extension String {
  fileprivate static func message(_ day: CivilDate, _ last: CivilDate, isFirst: Bool) -> String {
    "\(isFirst ? "报告" : "本单位这一年度的报告第一次")交来是 \(day.words)，截止日期是 \(last.words)。"
  }

  fileprivate static let advice = "不影响审核，也不用再做什么。已经商量好延期的，请向收报告的单位说明一声；明年请留意截止日期。"
}
