/// Where something stands in the document as it was handed in. Members that a format cannot know are `nil`;
/// all numbers count from one.
package struct Place: Equatable, Hashable, Sendable {
  package var page: Int?
  package var line: Int?
  /// The how-manieth paragraph outside tables, where a format knows paragraphs and no lines.
  package var paragraph: Int?
  /// The how-manieth table of the document, and the row and column inside it.
  package var table: Int?
  package var row: Int?
  package var column: Int?

  package init(
    page: Int? = nil, line: Int? = nil, paragraph: Int? = nil, table: Int? = nil, row: Int? = nil, column: Int? = nil
  ) {
    self.page = page
    self.line = line
    self.paragraph = paragraph
    self.table = table
    self.row = row
    self.column = column
  }

  package static let unknown = Place()

  /// Most places are keys only once or twice: two steps of hashing do for six numbers, of which few are set.
  package func hash(into hasher: inout Hasher) {
    hasher.combine((page ?? 0) << 42 ^ (line ?? 0) << 21 ^ (paragraph ?? 0))
    hasher.combine((table ?? 0) << 42 ^ (row ?? 0) << 21 ^ (column ?? 0))
  }
}
