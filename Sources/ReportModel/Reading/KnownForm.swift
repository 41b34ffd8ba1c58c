/// A form with all that can be told of its printing before a report is read.
struct KnownForm: Sendable {
  let form: Form
  let finder: SectionFinder
  let inlineHeadings: InlineHeadings
  let tables: [KnownTable]

  /// - Parameters:
  ///   - form: The form.
  ///   - others: The other forms that are known: their heads may stand in its tables.
  init(_ form: Form, others: [Form]) {
    self.form = form
    finder = SectionFinder(sections: form.sections)
    inlineHeadings = InlineHeadings(sections: form.sections)
    tables = form.tables.map { KnownTable($0, form: form.id, others: others) }
  }
}

/// A table of a form.
struct KnownTable: Sendable {
  let table: FormTable
  /// The id of its form.
  let form: String
  let printed: [PrintedRow]
  let aligner: RowAligner
  let sums: SumSystem
  /// For each printed row what its heads may be called.
  let heads: [HeadNames]

  init(_ table: FormTable, form: String, others: [Form]) {
    self.table = table
    self.form = form
    let printed = PrintedRow.rows(of: table)
    self.printed = printed
    aligner = RowAligner(rows: printed)
    sums = SumSystem(of: table)
    heads = printed.map { row in
      HeadNames(of: row, in: table, foreign: row.rows.count == 1 ? Self.foreign(row.rows[0], in: table, others) : [])
    }
  }

  /// The same row of the other forms, where they have other columns for it.
  private static func foreign(_ row: FormRow, in table: FormTable, _ others: [Form]) -> [HeadNames.ForeignRow] {
    others.compactMap { form in
      guard let other = form.tables.first(where: { $0.id == table.id })?.rows.first(where: { $0.id == row.id }),
        other.columns.map(\.id) != row.columns.map(\.id)
      else { return nil }
      return HeadNames.ForeignRow(form: form.id, row: other)
    }
  }
}

extension [KnownForm] {
  /// The sums of a table that was read with one of the forms.
  func sums(of reading: TableReading) -> SumSystem {
    let known = first { $0.form.id == reading.form }?.tables.first { $0.table.id == reading.table.id }
    return known.flatMap { $0.table.rows == reading.table.rows ? $0.sums : nil } ?? SumSystem(of: reading.table)
  }
}
