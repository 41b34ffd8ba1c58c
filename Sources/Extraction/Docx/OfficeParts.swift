import Archive
import DocumentModel
import Markup

/// Where the parts of a package are kept. Names are compared as ``ZipArchive/contains(_:)`` does.
protocol OfficeParts {
  func contains(_ name: String) -> Bool

  /// - Returns: `nil` for a part that is kept as elements and has no bytes of its own.
  func bytes(of name: String) throws(Obstacle) -> [UInt8]?

  /// - Returns: The element that holds all others of the part.
  func markup(of name: String) throws(Obstacle) -> MarkupElement
}

/// The parts of a package that is a zip file.
struct ZippedParts: OfficeParts {
  let archive: ZipArchive
  let limits: DocumentLimits

  func contains(_ name: String) -> Bool { archive.contains(name) }

  func bytes(of name: String) throws(Obstacle) -> [UInt8]? { try archive.unpacked(name) }

  func markup(of name: String) throws(Obstacle) -> MarkupElement {
    try archive.markup(name, limits: limits).root
  }
}
