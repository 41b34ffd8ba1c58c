import DocumentModel

/// How much may be painted. A file of a few kilobytes can place one drawing in another, and that in a third, without
/// end; what it unfolds to counts like what it unpacks to.
struct OFDBudget {
  /// A report has some thousand characters; a book of a thousand pages has a million.
  private static let mostGlyphs = 1_000_000
  /// What one object takes, in bytes of text that take as long to read.
  private static let costOfObject = 128

  private let unpacked: Int
  private var left: Int
  private var glyphs = 0
  /// How many questions whether one thing lies on another are left. A page of shaded cells asks some ten thousand.
  private var comparisons = 50_000_000

  init(limits: DocumentLimits) {
    unpacked = limits.unpacked
    left = limits.unpacked
  }

  mutating func takeObject() throws(Obstacle) {
    try takeText(Self.costOfObject)
  }

  mutating func takeText(_ bytes: Int) throws(Obstacle) {
    left -= min(bytes, unpacked)
    guard left >= 0 else { throw .tooMuch(.unpacked, limit: unpacked) }
  }

  /// - Returns: Whether there were so many left. Without, nothing is found to lie on anything.
  mutating func takeComparisons(_ count: Int) -> Bool {
    guard count <= comparisons else { return false }
    comparisons -= count
    return true
  }

  mutating func takeGlyphs(_ count: Int) throws(Obstacle) {
    glyphs += count
    guard glyphs <= Self.mostGlyphs else { throw .tooLong(lines: Document.mostPieces) }
  }
}
