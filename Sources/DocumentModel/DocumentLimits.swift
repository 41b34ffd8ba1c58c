/// How much of a file is read. What goes beyond is no report, or is meant to wear a reader out.
package struct DocumentLimits: Equatable, Sendable {
  /// The size of the file, in bytes.
  package var file: Int
  /// What a packed file may unpack to, all of its parts together, in bytes.
  package var unpacked: Int
  /// The parts of a packed file.
  package var entries: Int
  /// Elements, tables, lists and parts inside each other.
  package var nesting: Int
  package var pages: Int

  package init(
    file: Int = 32 << 20, unpacked: Int = 256 << 20, entries: Int = 10_000, nesting: Int = 256, pages: Int = 1_000
  ) {
    self.file = file
    self.unpacked = unpacked
    self.entries = entries
    self.nesting = nesting
    self.pages = pages
  }
}

/// What there may be too much of inside a file.
package enum Excess: String, CaseIterable, Sendable {
  /// Bytes, once unpacked.
  case unpacked
  /// Parts of a packed file.
  case entries
  /// Levels of things inside each other.
  case nesting
  case pages
}
