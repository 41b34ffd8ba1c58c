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
    cells = rows.indices.flatMap { row in
      (0..<min(rows[row].row.columns.count, rows[row].cells.count)).map { index in
        PrintedCell(in: table.table, rows, row: row, index: index)
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

/// A cell of such a line, by where it stands in it: nearly every one is passed over.
struct PrintedCell {
  private let section: Int
  private let table: String
  private let rows: [RowReading]
  private let rowIndex: Int
  private let index: Int

  fileprivate init(in table: FormTable, _ rows: [RowReading], row: Int, index: Int) {
    section = table.section
    self.table = table.id
    self.rows = rows
    rowIndex = row
    self.index = index
  }

  var row: FormRow { rows[rowIndex].row }
  var column: FormColumn { row.columns[index] }
  var cell: CellReading { rows[rowIndex].cells[index] }

  var place: FindingPlace {
    FindingPlace(section: section, table: table, row: row.id, column: column.id, source: cell.place)
  }
}

extension CellReading {
  fileprivate var isBlank: Bool {
    if case .blank = content { true } else { false }
  }
}
