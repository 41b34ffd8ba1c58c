import Findings
import ReportModel

extension PrintedLine {
  /// What the sums say of which figure stands in which column, where the figures are too many, too few, or were put in
  /// their columns by their places.
  var columnDoubts: [DoubtfulReading] {
    guard let row = rows.first, let doubt = Reconciliation(of: table).lineDoubt(of: row) else { return [] }
    return [doubt]
  }

  /// What a cell that is no number may mean.
  func doubts(at place: FindingPlace) -> [DoubtfulReading] {
    guard let row = place.row, let column = place.column, table[row, column]?.doubt != nil else { return [] }
    let cell = Reconciliation.Cell(row: row, column: column)
    return Reconciliation(of: table).doubt(at: cell).map { [$0] } ?? []
  }
}
