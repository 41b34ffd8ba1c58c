/// A form with all that can be told of its printing before a report is read.
struct KnownForm: Sendable {
  let form: Form
  let finder: SectionFinder
  let tables: [KnownTable]

  init(_ form: Form) {
    self.form = form
    finder = SectionFinder(sections: form.sections)
    tables = form.tables.map { KnownTable($0, form: form.id) }
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

  init(_ table: FormTable, form: String) {
    self.table = table
    self.form = form
    printed = PrintedRow.rows(of: table)
    aligner = RowAligner(rows: printed)
    sums = SumSystem(of: table)
  }
}

extension [KnownForm] {
  /// The sums of a table that was read with one of the forms.
  func sums(of reading: TableReading) -> SumSystem {
    first { $0.form.id == reading.form }?.tables.first { $0.table.id == reading.table.id }?.sums
      ?? SumSystem(of: reading.table)
  }
}
