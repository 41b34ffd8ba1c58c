/// A table as printed: cells in reading order, a merged cell once, at its top left.
package struct Table: Equatable, Sendable {
  package var cells: [Cell]
  package var place: Place

  package init(cells: [Cell], place: Place) {
    self.cells = cells
    self.place = place
  }
}

/// One cell. Its place names the row and column of its top left corner.
package struct Cell: Equatable, Sendable {
  /// Its lines. Where a number found no room in its line and seems to go on in the next stands ``numberGoesOn`` in the
  /// place of the end of the line.
  package var text: String
  package var place: Place
  package var rowSpan: Int
  package var columnSpan: Int
  /// What is struck through in it, and so is none of its text; empty for nothing.
  package var struck: String

  package static let numberGoesOn: Unicode.Scalar = "\u{2028}"

  package init(text: String, place: Place, rowSpan: Int = 1, columnSpan: Int = 1, struck: String = "") {
    self.text = text
    self.place = place
    self.rowSpan = rowSpan
    self.columnSpan = columnSpan
    self.struck = struck
  }
}
