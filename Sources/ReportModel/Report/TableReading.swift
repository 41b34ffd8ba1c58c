package import DocumentModel

/// One table of the form as it was read.
package struct TableReading: Equatable, Sendable {
  /// The table that the rows were read with, without columns that are not printed. It may stem from an older form than
  /// the report's, and so may its rows.
  package var table: FormTable
  /// The id of that form.
  package var form: String
  /// One reading for each row of `table`, in its order; empty when the table was not found.
  package var rows: [RowReading]
  /// Full rows of figures between the others that are none of the table's.
  package var surplus: [SurplusRow]
  /// What is otherwise about its rows and heads than the form has it.
  package var notes: [LayoutNote]

  package init(
    table: FormTable, form: String, rows: [RowReading], surplus: [SurplusRow] = [], notes: [LayoutNote] = []
  ) {
    self.table = table
    self.form = form
    self.rows = rows
    self.surplus = surplus
    self.notes = notes
  }

  package var isMissing: Bool { rows.isEmpty }

  /// The figures that could be read, with their ids.
  package var figures: [(id: String, figure: Figure)] {
    rows.flatMap { row in
      zip(row.row.columns, row.cells).compactMap { column, cell in
        cell.figure.map { (table.figureID(row: row.row.id, column: column.id), $0) }
      }
    }
  }

  /// The cell at a row and a column, by their ids.
  package subscript(row: String, column: String) -> CellReading? {
    guard let reading = rows.first(where: { $0.row.id == row }),
      let index = reading.row.columns.firstIndex(where: { $0.id == column }),
      reading.cells.indices.contains(index)
    else { return nil }
    return reading.cells[index]
  }
}

/// A row that the form does not know.
package struct SurplusRow: Equatable, Sendable {
  /// As printed.
  package var text: String
  package var place: Place

  package init(text: String, place: Place) {
    self.text = text
    self.place = place
  }
}

/// One row of a table as it was read.
package struct RowReading: Equatable, Sendable {
  package var row: FormRow
  /// One reading for each column of `row`; empty when the row was not found.
  package var cells: [CellReading]
  package var place: Place
  /// How it was told which figure stands in which column.
  package var placement: Placement
  /// The figures of its line as printed, too many or too few, where the sums have left one way to read them.
  package var settledFrom: [String]?

  package enum Placement: Sendable {
    /// Each figure has a cell of its own.
    case cells
    /// A line of text holds as many figures as there are columns. One that is broken in two beside a blank cell looks
    /// the same.
    case count
    /// By where the figures stand in their line, for there are too few of them.
    case position
  }

  package init(row: FormRow, cells: [CellReading], place: Place, placement: Placement = .cells) {
    self.row = row
    self.cells = cells
    self.place = place
    self.placement = placement
  }

  package var isMissing: Bool { cells.isEmpty }
}

/// One cell as it was read.
package struct CellReading: Equatable, Sendable {
  package enum Content: Equatable, Sendable {
    case figure(Figure)
    /// A number with words behind it: `22（其中修订16件）`.
    case remarked(Figure, remark: String)
    /// A number with the mark of a note beside it: `284¹`.
    case marked(Figure, mark: String)
    case blank
    /// Something else than the number that belongs here, as printed.
    case notANumber(String)
    /// The row holds more or fewer figures than it has columns, and which is which cannot be told.
    /// The figures of the row as printed; none where it is the heads that do not tell.
    case undetermined(row: [String])
  }

  package var content: Content
  package var place: Place
  /// Why it may mean something else.
  package var doubt: Doubt?
  /// What is struck through in it, and does not count; empty for nothing.
  package var struck: String

  package init(content: Content, place: Place, doubt: Doubt? = nil, struck: String = "") {
    self.content = content
    self.place = place
    self.doubt = doubt
    self.struck = struck
  }

  package var figure: Figure? {
    switch content {
    case .figure(let figure), .remarked(let figure, _), .marked(let figure, _): figure
    case .blank, .notANumber, .undetermined: nil
    }
  }
}
