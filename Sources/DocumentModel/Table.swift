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
  package var text: String
  package var place: Place
  package var rowSpan: Int
  package var columnSpan: Int

  package init(text: String, place: Place, rowSpan: Int = 1, columnSpan: Int = 1) {
    self.text = text
    self.place = place
    self.rowSpan = rowSpan
    self.columnSpan = columnSpan
  }
}
