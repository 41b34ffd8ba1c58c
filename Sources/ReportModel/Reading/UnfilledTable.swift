import DocumentModel

/// Knows a table of which only the form is there: its labels, and no figure.
enum UnfilledTable {
  /// - Parameters:
  ///   - known: The table.
  ///   - lines: The lines among which it should stand.
  /// - Returns: Rows of blank cells; `nil` when there is a figure, or no such table.
  static func rows(of known: KnownTable, in lines: ArraySlice<ReadingLine>) -> [RowReading]? {
    guard !lines.contains(where: \.isHoldingValues) else { return nil }
    let rows = known.table.rows
    // Side by side the rows have their labels in the head.
    let labels = rows.map { row in ([row.label] + row.variants).map { Folding.key($0) } }
    let places = labels.map { labels in lines.first { line in labels.contains { holds($0, line) } }?.place }
    guard places.count(where: { $0 != nil }) * 3 > rows.count * 2 else { return nil }
    return zip(rows, places).map { row, place in
      let place = place ?? .unknown
      return RowReading(
        row: row, cells: row.columns.map { _ in CellReading(content: .blank, place: place) }, place: place)
    }
  }

  /// Cells of a head may be one line or several; a label is short enough to be looked for in each.
  private static func holds(_ label: [Unicode.Scalar], _ line: ReadingLine) -> Bool {
    guard let first = label.first, line.key.count >= label.count else { return false }
    return line.key.indices.contains { line.key[$0] == first && line.key[$0...].starts(with: label) }
  }
}
