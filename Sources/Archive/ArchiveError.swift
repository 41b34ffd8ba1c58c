/// How much of an archive is unpacked.
package struct ArchiveLimits: Equatable, Sendable {
  /// All parts together, in bytes.
  package var unpacked: Int
  package var entries: Int

  package init(unpacked: Int, entries: Int) {
    self.unpacked = unpacked
    self.entries = entries
  }
}

/// Why an archive or a part of it was not read.
package enum ArchiveError: Error, Equatable, Sendable, CustomStringConvertible {
  /// It is broken; the library's own words.
  case malformed(String)
  case encrypted
  case missing(String)
  /// The parts unpack to more bytes than they may.
  case tooLarge(limit: Int)
  case tooManyEntries(limit: Int)

  package var description: String {
    switch self {
    case .malformed(let reason): "the archive is broken: \(reason)"
    case .encrypted: "the archive is protected by a password"
    case .missing(let name): "the archive has no part \(name)"
    case .tooLarge(let limit): "the archive unpacks to more than \(limit) bytes"
    case .tooManyEntries(let limit): "the archive has more than \(limit) parts"
    }
  }
}
