import Archive
import DocumentModel
import Markup

extension ZipArchive {
  /// Unpacks a part that is to be parsed.
  func unpacked(_ name: String) throws(Obstacle) -> [UInt8] {
    try Obstacle.from { () throws(ArchiveError) in
      try contents(of: name, atMost: MarkupTree.mostBytes)
    }
  }

  /// Unpacks and parses a part.
  func markup(_ name: String, limits: DocumentLimits) throws(Obstacle) -> MarkupTree {
    try MarkupTree.parsed(try unpacked(name), limits: limits)
  }
}

extension MarkupTree {
  /// The largest part that is read as markup: the tree of a part takes several times its bytes. In bytes.
  static let mostBytes = 32 << 20

  static func parsed(_ bytes: [UInt8], limits: DocumentLimits) throws(Obstacle) -> MarkupTree {
    try Obstacle.from { () throws(MarkupError) in
      try read(xml: bytes, depth: limits.nesting)
    }
  }
}
