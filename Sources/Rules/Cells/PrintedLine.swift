import DocumentModel
import Findings
import ReportModel

/// A line of a table as it is printed: one row, or all rows of a table that stand side by side.
struct PrintedLine {
  let table: TableReading
  let rows: [RowReading]
  /// Every cell of its rows.
  let cells: [PrintedCell]

  private init(table: TableReading, rows: [RowReading]) {
    self.table = table
    self.rows = rows
    cells = rows.flatMap { row in
      zip(row.row.columns, row.cells).map { column, cell in
        PrintedCell(
          section: table.table.section, table: table.table.id, row: row.row.id, column: column, cell: cell)
      }
    }
  }

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
    rows.allSatisfy { $0.cells.allSatisfy(\.isBlank) }
  }

  /// Where the line as a whole stands. Rows that stand side by side are not told apart.
  var place: FindingPlace {
    FindingPlace(
      section: table.table.section, table: table.table.id, row: rows.count == 1 ? rows.first?.row.id : nil,
      column: width == 1 ? rows.first?.row.columns.first?.id : nil, source: rows.first?.place ?? .unknown)
  }
}

/// A cell of such a line.
struct PrintedCell {
  private let section: Int
  private let table: String
  private let row: String
  let column: FormColumn
  let cell: CellReading

  fileprivate init(section: Int, table: String, row: String, column: FormColumn, cell: CellReading) {
    self.section = section
    self.table = table
    self.row = row
    self.column = column
    self.cell = cell
  }

  var place: FindingPlace {
    FindingPlace(section: section, table: table, row: row, column: column.id, source: cell.place)
  }
}

extension CellReading {
  fileprivate var isBlank: Bool {
    if case .blank = content { true } else { false }
  }
}
