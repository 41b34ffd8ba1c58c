package import DocumentModel

/// What differs between the rows and heads of a table and those of the form, where figures were read all the same by
/// what their rows and columns are called, or could not be read.
package struct LayoutNote: Equatable, Sendable {
  package enum Kind: Equatable, Sendable {
    /// The columns stand in another order; their labels as printed from left to right, and as the form has them.
    case columnsInOtherOrder(found: [String], expected: [String])
    /// Columns of the form are not there; and their labels.
    case columnsMissing([String])
    /// There are columns that the form does not have.
    case columnsSurplus(Int)
    /// A head is in words of its own, where the form has others.
    case columnRenamed(found: String, expected: String)
    /// The head names another unit of money than the form's, in which the figures were read.
    case unit(column: String, found: String, expected: String)
    /// The heads of another form, by its id.
    case headsOfForm(String, found: [String], expected: [String])
    /// The heads contradict the form: the figures below were not read. As printed.
    case headsUnclear(String)
    /// A row stands elsewhere than in the form: its label, and that of the row behind which it stands.
    case rowsInOtherOrder(row: String, after: String)
  }

  package var kind: Kind
  /// The row of the form below the heads.
  package var row: String
  package var place: Place

  package init(kind: Kind, row: String, place: Place) {
    self.kind = kind
    self.row = row
    self.place = place
  }
}
