/// What came of reading a file: its document, or the obstacle that stands in the file itself.
///
/// An obstacle is no failure of the reader. The file was understood well enough to tell its author what to change.
package enum Extract: Equatable, Sendable {
  case document(Document)
  case obstacle(Obstacle)
  /// A format of old that is read once an office suite has converted it.
  case needsConversion(from: DocumentFormat)
}

/// Why a file holds no document for us.
package enum Obstacle: Error, Equatable, Sendable {
  /// No bytes, or nothing but white space.
  case empty
  /// Bytes that are text in no encoding, or a known format that is broken; `detail` is for the administrator.
  case unreadable(detail: String)
  /// A format that is not on the list, by what its first bytes say (`nil`: unknown).
  case unsupportedFormat(found: String?)
  /// Protected by a password.
  case encrypted
  /// Larger than files may be, in bytes.
  case tooLarge(limit: Int)
  /// More lines than a document may have.
  case tooLong(lines: Int)
  /// More inside than ``DocumentLimits`` allows.
  case tooMuch(Excess, limit: Int)
  /// Pages that hold pictures only.
  case noTextLayer(pages: Int)
  /// Nothing but parts that could not be read.
  case unreadParts([UnreadPart])
}
