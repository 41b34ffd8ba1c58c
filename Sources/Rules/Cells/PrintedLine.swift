import DocumentModel
import Findings
import ReportModel

/// A line of a table as it is printed: one row, or all rows of a table that stand side by side.
struct PrintedLine {
  let table: TableReading
  let rows: [RowReading]

  /// The lines of a report's tables, without those that are missing.
  static func all(in report: AnnualReport?) -> [PrintedLine] {
    guard let report else { return [] }
    return report.tables.flatMap { table -> [PrintedLine] in
      let found = table.rows.filter { !$0.isMissing }
      if table.table.sideBySide { return found.isEmpty ? [] : [PrintedLine(table: table, rows: found)] }
      return found.map { PrintedLine(table: table, rows: [$0]) }
    }
  }

  /// How many figures belong in it.
  var width: Int { rows.reduce(0) { $0 + $1.cells.count } }

  /// The figures as printed, when they are too many or too few to tell which is which.
  var undetermined: [String]? {
    if case .undetermined(let printed) = rows.first?.cells.first?.content { printed } else { nil }
  }

  var isBlank: Bool {
    rows.allSatisfy { $0.cells.allSatisfy { $0.content == .blank } }
  }

  /// Where the line as a whole stands. Rows that stand side by side are not told apart.
  var place: FindingPlace {
    FindingPlace(
      section: table.table.section, table: table.table.id, row: rows.count == 1 ? rows.first?.row.id : nil,
      column: width == 1 ? rows.first?.row.columns.first?.id : nil, source: rows.first?.place ?? .unknown)
  }

  /// Every cell with its column and its place.
  var cells: [(column: FormColumn, cell: CellReading, place: FindingPlace)] {
    rows.flatMap { row in
      zip(row.row.columns, row.cells).map { column, cell in
        let place = FindingPlace(
          section: table.table.section, table: table.table.id, row: row.row.id, column: column.id, source: cell.place)
        return (column, cell, place)
      }
    }
  }
}
