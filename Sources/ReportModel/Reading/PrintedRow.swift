/// A row as it is printed: one row of the form, or all rows of a table that stand side by side.
struct PrintedRow: Sendable {
  /// The printings of the label, folded.
  let labels: [[Unicode.Scalar]]
  let rows: [FormRow]
  let columns: [FormColumn]

  private init(labels: [[Unicode.Scalar]], rows: [FormRow]) {
    self.labels = labels
    self.rows = rows
    columns = rows.flatMap(\.columns)
  }

  var width: Int { columns.count }

  /// How much of the label must be found for the row to count as found. A header is longer than what counts of it,
  /// and its words stand in another order in each format.
  var leastShare: Double { rows.count > 1 ? 0.3 : 0.5 }

  static func rows(of table: FormTable) -> [PrintedRow] {
    if table.sideBySide {
      // Its only label is the header above the figures.
      let header = table.rows.map(\.label).joined() + table.rows.flatMap(\.columns).map(\.label).joined()
      return [PrintedRow(labels: [Folding.key(header)], rows: table.rows)]
    }
    return table.rows.map { row in
      PrintedRow(labels: ([row.label] + row.variants).map { Folding.key($0) }, rows: [row])
    }
  }
}
