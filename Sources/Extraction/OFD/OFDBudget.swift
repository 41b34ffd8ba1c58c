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

  mutating func takeGlyphs(_ count: Int) throws(Obstacle) {
    glyphs += count
    guard glyphs <= Self.mostGlyphs else { throw .tooLong(lines: Document.mostPieces) }
  }
}
