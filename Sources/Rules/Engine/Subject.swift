package import DocumentModel
package import ReportModel

/// What rules look at: a file as far as it could be understood.
package struct Subject: Sendable {
  package let extract: Extract
  /// `nil` when the document is no report.
  package let report: AnnualReport?
  /// The sums that fail, explained by as few wrong cells as possible.
  let imbalances: [Imbalance]
  /// The prose as it reads.
  let passages: [Passage]
  /// The tables line by line.
  let printedLines: [PrintedLine]
  /// What is known of earlier submissions. It is looked up by what the report says of itself, and so comes after it.
  package var memory = Memory()

  package init(extract: Extract, reader: ReportReader) {
    switch extract {
    case .document(let document): self.init(extract: extract, report: reader.read(document))
    case .obstacle, .needsConversion: self.init(extract: extract, report: nil)
    }
  }

  /// - Parameters:
  ///   - extract: what was read of the file.
  ///   - report: what stands in it.
  package init(extract: Extract, report: AnnualReport?) {
    self.extract = extract
    self.report = report
    // In most reports every sum holds, and nothing is to be explained.
    let unbalanced = report?.tables.filter { !$0.isBalanced } ?? []
    imbalances = unbalanced.flatMap { Reconciliation(of: $0).imbalances }
    passages = Passage.all(in: report)
    printedLines = PrintedLine.all(in: report)
  }

  var document: Document? {
    if case .document(let document) = extract { document } else { nil }
  }

  var obstacle: Obstacle? {
    if case .obstacle(let obstacle) = extract { obstacle } else { nil }
  }
}
