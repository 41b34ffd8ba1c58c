import Findings
import ReportModel

/// A cell whose figure could be read.
struct FiguredCell {
  var row: FormRow
  var column: FormColumn
  var figure: Figure
  var place: FindingPlace
}

extension TableReading {
  /// The cells of a row that could be read, in the order of its columns.
  func figuredCells(row id: String) -> [FiguredCell] {
    guard let reading = rows.first(where: { $0.row.id == id }) else { return [] }
    return zip(reading.row.columns, reading.cells).compactMap { column, cell in
      cell.figure.map { figure in
        FiguredCell(
          row: reading.row, column: column, figure: figure,
          place: FindingPlace(
            section: table.section, table: table.id, row: id, column: column.id, source: cell.place))
      }
    }
  }

  func figuredCell(row: String, column: String) -> FiguredCell? {
    figuredCells(row: row).first { $0.column.id == column }
  }
}

extension AnnualReport {
  func table(_ id: String) -> TableReading? {
    tables.first { $0.table.id == id }
  }
}
