package import ReportModel

/// What came of working out one equation with the figures as they were read.
package enum SumCheck: Equatable, Sendable {
  case holds
  /// `difference` is left less right.
  case differs(left: Figure, right: Figure, difference: Figure)
  /// A figure is missing or could not be read, or the sum is beyond any count.
  case unknown
}

extension Equation {
  /// The equation of one row. `nil` when it is not about this row, because a column that it names is not there.
  package func check(_ row: RowReading) -> SumCheck? {
    let columns = Set(row.row.columns.map(\.id))
    guard axis == .row, columns.isSuperset(of: left), columns.isSuperset(of: right) else { return nil }
    let figures = Dictionary(
      zip(row.row.columns, row.cells).map { ($0.id, $1.figure) }, uniquingKeysWith: { first, _ in first })
    return Self.compare(left.map { figures[$0] ?? nil }, right.map { figures[$0] ?? nil })
  }

  /// The equation of one column. `nil` when it is not about this column, because a row that it names does not have it.
  package func check(column: String, in table: TableReading) -> SumCheck? {
    guard axis == .column else { return nil }
    for id in left + right {
      let row = table.table.rows.first { $0.id == id }
      guard let row, row.columns.contains(where: { $0.id == column }) else { return nil }
    }
    return Self.compare(left.map { table[$0, column]?.figure }, right.map { table[$0, column]?.figure })
  }

  private static func compare(_ left: [Figure?], _ right: [Figure?]) -> SumCheck {
    guard let left = sum(left), let right = sum(right), let difference = left.subtracting(right) else {
      return .unknown
    }
    return difference.significand == 0 ? .holds : .differs(left: left, right: right, difference: difference)
  }

  private static func sum(_ figures: [Figure?]) -> Figure? {
    let known = figures.compactMap(\.self)
    return known.count == figures.count ? Figure.sum(of: known) : nil
  }
}
