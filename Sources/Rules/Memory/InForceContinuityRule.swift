package import Findings
import ReportModel

package struct InForceContinuityRule: Rule {
  package static let description = RuleDescription(
    id: "in-force-continuity", severity: .warning,
    source: "Practice: documents in force are last year's, with those issued and without those repealed.",
    clerk: "规章和行政规范性文件的现行有效件数，应等于上一年的现行有效件数，加上本年制发、减去本年废止的件数。集中清理等原因造成的不同，请说明。",
    administrator: "The documents in force are not last year's with those issued and without those repealed.",
    example: RuleExample(
      wrong: "2023年：行政规范性文件，现行有效 31 件\n2024年：行政规范性文件，制发 7 件，废止 4 件，现行有效 38 件",
      right: "2023年：行政规范性文件，现行有效 31 件\n2024年：行政规范性文件，制发 7 件，废止 4 件，现行有效 34 件"))

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    guard let last = subject.memory.lastYear, let table = subject.report?.table("disclosure") else { return [] }
    return ["rules", "normative_documents"].compactMap { row in
      guard let inForce = table.figuredCell(row: row, column: "in_force"),
        let issued = table[row, "issued"]?.figure, let repealed = table[row, "repealed"]?.figure,
        let before = last.figures[table.table.figureID(row: row, column: "in_force")],
        let expected = before.adding(issued)?.subtracting(repealed), expected != inForce.figure
      else { return nil }
      let sum = "\(last.year)年现行有效 \(before) 件，加本年制发 \(issued) 件，减本年废止 \(repealed) 件，得 \(expected) 件"
      let rows = [
        Comparison.Row(.inForce, before: before, now: inForce.figure), Comparison.Row(.issued, now: issued),
        Comparison.Row(.repealed, now: repealed),
      ]
      let due = Comparison.Row(.due, now: expected)
      return finding(
        .message(inForce, sum: sum), advice: .advice, at: inForce.place, found: inForce.figure.description,
        expected: expected.isNegative ? nil : expected.description,
        evidence: [.comparison(Comparison(with: last, rows: rows + (expected.isNegative ? [] : [due])))])
    }
  }
}

extension String {
  fileprivate static let inForce = "现行有效件数"
  fileprivate static let issued = "加：本年制发件数"
  fileprivate static let repealed = "减：本年废止件数"
  fileprivate static let due = "现行有效件数应为"

  fileprivate static func message(_ cell: FiguredCell, sum: String) -> String {
    "\(cell.row.label)：\(sum)，这里填的是 \(cell.figure) 件。"
  }

  fileprivate static let advice = "请核对这一行的三个数。如有清理、机构调整等原因，数字不需要改，请在正文中说明。"
}
