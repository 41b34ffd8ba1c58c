package import DocumentModel

/// Where a finding points: in the form's own terms, and in the document.
package struct FindingPlace: Equatable, Hashable, Sendable {
  /// The section's number, 1 to 6.
  package var section: Int?
  /// Ids of the form: `requests`, `refused.state_secret`, `total`.
  package var table: String?
  package var row: String?
  package var column: String?
  /// Where that stands in the document.
  package var source: Place

  package init(
    section: Int? = nil,
    table: String? = nil,
    row: String? = nil,
    column: String? = nil,
    source: Place = .unknown
  ) {
    self.section = section
    self.table = table
    self.row = row
    self.column = column
    self.source = source
  }

  /// The place in the form as the ledger keeps it: the ids of table, row and column as far as they are known
  /// (`requests.received.total`, `requests.received`, `requests`), or `section.5`; `nil` for a whole file.
  package var id: String? {
    guard let table else { return section.map { "section.\($0)" } }
    return ([table] + (row.map { [$0] + (column.map { [$0] } ?? []) } ?? [])).joined(separator: ".")
  }
}
