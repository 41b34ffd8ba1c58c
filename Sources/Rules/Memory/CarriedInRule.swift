package import Findings
import ReportModel

package struct CarriedInRule: Rule {
  package static let description = RuleDescription(
    id: "carried-in", severity: .warning,
    source: "国办公开办函〔2021〕30号: 上年结转 is what last year's report carried out, column by column.",
    clerk: "每一列的“上年结转”应等于本单位上一年报告里的“结转下年度继续办理”。",
    administrator: "What is carried in differs from what the unit's accepted report of last year carried out.",
    example: RuleExample(
      wrong: "2023年：四、结转下年度继续办理 9 5 8 0 1 1 24\n2024年：二、上年结转政府信息公开申请数量 9 5 7 0 1 1 23",
      right: "2023年：四、结转下年度继续办理 9 5 8 0 1 1 24\n2024年：二、上年结转政府信息公开申请数量 9 5 8 0 1 1 24"))

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    guard let last = subject.memory.lastYear, let table = subject.report?.table("requests") else { return [] }
    return table.figuredCells(row: "carried_in").compactMap { cell in
      let before = last.figures[table.table.figureID(row: "carried_out", column: cell.column.id)]
      guard let before, before != cell.figure else { return nil }
      return finding(
        .message(cell, before: before, year: last.year), advice: .advice(year: last.year), at: cell.place,
        found: cell.figure.description, expected: before.description,
        evidence: [Self.comparison(of: cell, in: table, with: last)])
    }
  }
}

extension CarriedInRule {
  /// The column with the total of all, which tells a column's slip from another's figures.
  private static func comparison(of cell: FiguredCell, in table: TableReading, with last: AcceptedReport) -> Evidence {
    let total = table.figuredCell(row: "carried_in", column: "total")
    let cells = [cell] + (cell.column.id == "total" ? [] : [total].compactMap(\.self))
    return .comparison(
      Comparison(
        with: last,
        rows: cells.map { cell in
          let before = last.figures[table.table.figureID(row: "carried_out", column: cell.column.id)]
          return Comparison.Row(.label(cell), before: before, now: cell.figure)
        }))
  }
}

extension String {
  fileprivate static func label(_ cell: FiguredCell) -> String { "结转下年度／上年结转 · \(cell.column.label)" }

  fileprivate static func message(_ cell: FiguredCell, before: Figure, year: Int) -> String {
    "“\(cell.column.label)”一列的上年结转是 \(cell.figure) 件，而\(year)年报告里结转下年度继续办理的是 \(before) 件。"
  }

  fileprivate static func advice(year: Int) -> String {
    "请对照已经通过审核的\(year)年报告，核对这一格。如果是\(year)年的数有更正，或者有其他原因，请在正文中说明。"
  }
}
