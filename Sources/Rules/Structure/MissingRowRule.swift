import DocumentModel
package import Findings
import ReportModel

package struct MissingRowRule: Rule {
  package static let description = RuleDescription(
    id: "missing-row", severity: .error,
    source: "国办公开办函〔2021〕30号: the rows of the three tables.",
    clerk: "表格缺了规定的行。没有发生的也要保留这一行，填 0。",
    administrator: "A row of a table was not found.",
    example: RuleExample(
      wrong: """
        6.属于四类过程性信息 0 0 0 8 0 0 8
        8.属于行政查询事项 0 0 0 7 0 5 12
        """,
      right: """
        6.属于四类过程性信息 0 0 0 8 0 0 8
        7.属于行政执法案卷 0 7 9 0 0 0 16
        8.属于行政查询事项 0 0 0 7 0 5 12
        """))

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    guard let report = subject.report else { return [] }
    return report.tables.flatMap { table in
      table.rows.indices.filter { table.rows[$0].isMissing }.map { index in
        let row = table.rows[index].row
        let before = table.rows[..<index].last { !$0.isMissing }
        return finding(
          .message(row.label), advice: .advice(row.label, after: before?.row.label),
          at: FindingPlace(
            section: table.table.section, table: table.table.id, row: row.id, source: before?.place ?? .unknown),
          expected: row.label)
      }
    }
  }
}

extension String {
  fileprivate static func message(_ label: String) -> String {
    "表格里没有找到“\(label)”这一行。"
  }

  fileprivate static func advice(_ label: String, after before: String?) -> String {
    let place = before.map { "在“\($0)”下面" } ?? "在表格开头"
    return "请\(place)补上“\(label)”一行，没有发生的填 0。"
  }
}
