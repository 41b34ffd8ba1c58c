package import Findings
import ReportModel

package struct BlankCellRule: Rule {
  package static let description = RuleDescription(
    id: "blank-cell", severity: .error,
    source: "国办公开办函〔2021〕30号: every cell is filled in, with 0 where nothing happened.",
    clerk: "表格每一格都要填数字，没有发生的填 0，不能空着。",
    administrator: "A cell is blank, or a row holds fewer figures than it has columns.")

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    guard let report = subject.report else { return [] }
    return report.tables.flatMap { table in table.rows.flatMap { row in check(row, of: table, in: subject) } }
  }

  private func check(_ row: RowReading, of table: TableReading, in subject: Subject) -> [Finding] {
    let place = FindingPlace(
      section: table.table.section, table: table.table.id, row: row.row.id, source: row.place)
    if !row.isMissing, row.cells.allSatisfy({ $0.content == .blank }) {
      return [finding(.blankRow, advice: .advice, at: place, found: "空白", expected: "\(row.cells.count) 个数")]
    }
    if case .undetermined(let printed) = row.cells.first?.content {
      let width = table.width(of: row)
      guard printed.count < width else { return [] }
      return [
        finding(
          .shortRow(width, printed.count), advice: .shortRowAdvice, at: place,
          found: printed.joined(separator: " "), expected: "\(width) 个数")
      ]
    }
    return zip(row.row.columns, row.cells).compactMap { column, cell in
      guard cell.content == .blank else { return nil }
      var place = place
      place.column = column.id
      place.source = cell.place
      let implied = Reconciliation(of: table).impliedFigure(row: row.row.id, column: column.id)
      return finding(
        .blank, advice: implied.map { .impliedAdvice($0.description) } ?? .advice, at: place, found: "空白",
        expected: "数字，没有发生的填 0")
    }
  }
}

extension TableReading {
  /// How many figures stand in the printed line of a row.
  fileprivate func width(of row: RowReading) -> Int {
    table.sideBySide ? table.rows.reduce(0) { $0 + $1.columns.count } : row.row.columns.count
  }
}

extension String {
  fileprivate static let blank = "这一格是空的。"
  fileprivate static let blankRow = "这一行没有填数字。"
  fileprivate static let advice = "请填上数字；没有发生的填 0，不要空着，也不要用“—”或“/”代替。"
  fileprivate static let shortRowAdvice = "这一行有空格没有填，但从文件里看不出是哪一格。请对照表格逐格检查，没有发生的填 0。"

  fileprivate static func shortRow(_ width: Int, _ count: Int) -> String {
    "这一行应有 \(width) 个数，只读到 \(count) 个。"
  }

  fileprivate static func impliedAdvice(_ figure: String) -> String {
    "请填上数字，没有发生的填 0。按同一行、同一列的合计推算是 \(figure)，请核实后填写。"
  }
}
