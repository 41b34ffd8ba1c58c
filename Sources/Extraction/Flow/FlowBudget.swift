import DocumentModel

/// What may still be put into a document: formats have ways to say little and mean much.
struct FlowBudget {
  private var pieces = Document.mostPieces
  private var bytes: Int
  private let limits: DocumentLimits

  init(_ limits: DocumentLimits) {
    bytes = limits.unpacked
    self.limits = limits
  }

  /// Takes a paragraph, a table or a cell out of the budget, or several alike.
  mutating func spend(_ count: Int = 1, bytes size: Int = 0) throws(Obstacle) {
    guard count <= pieces else { throw .tooLong(lines: Document.mostPieces) }
    pieces -= count
    let (all, isTooMuch) = count.multipliedReportingOverflow(by: size)
    guard !isTooMuch, all <= bytes else { throw .tooMuch(.unpacked, limit: limits.unpacked) }
    bytes -= all
  }
}
