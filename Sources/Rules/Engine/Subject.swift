package import DocumentModel
package import ReportModel

/// What rules look at: a file as far as it could be understood.
package struct Subject: Sendable {
  package let extract: Extract
  /// `nil` when the document is no report.
  package let report: AnnualReport?
  /// The sums that fail, explained by as few wrong cells as possible.
  let imbalances: [Imbalance]
  /// What is known of earlier submissions. It is looked up by what the report says of itself, and so comes after it.
  package var memory = Memory()

  package init(extract: Extract, reader: ReportReader) {
    self.extract = extract
    switch extract {
    case .document(let document): report = reader.read(document)
    case .obstacle, .needsConversion: report = nil
    }
    imbalances = report.map { $0.tables.flatMap { Reconciliation(of: $0).imbalances } } ?? []
  }

  var document: Document? {
    if case .document(let document) = extract { document } else { nil }
  }

  var obstacle: Obstacle? {
    if case .obstacle(let obstacle) = extract { obstacle } else { nil }
  }
}
