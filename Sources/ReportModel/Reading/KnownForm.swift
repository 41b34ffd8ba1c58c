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

  init(_ table: FormTable, form: String) {
    self.table = table
    self.form = form
    printed = PrintedRow.rows(of: table)
    aligner = RowAligner(rows: printed)
  }
}
