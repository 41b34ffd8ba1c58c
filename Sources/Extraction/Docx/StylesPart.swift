import DocumentModel
import Glibc
import Markup

extension OfficePackage {
  /// The styles of a document, and the ids of the styles of tables that hold a shading, where those are asked for.
  func styles(
    _ part: PartName, findingShades: Bool
  ) throws(Obstacle) -> (styles: WordStyles, shadedTables: Set<String>) {
    guard let bytes = try bytes(part) else {
      let root = WordPart(try markup(part)).root
      return (WordStyles(root), findingShades ? StylesPart.shadedTableStyles(in: root) : [])
    }
    // Without the styles of tables, which no text depends on and which are most of the part.
    let tree = try MarkupTree.parsed(StylesPart.withoutTableStyles(bytes) ?? bytes, limits: limits)
    return (
      WordStyles(WordPart(tree.root).root), findingShades ? StylesPart.shadedTableStyles(in: bytes) : []
    )
  }
}

enum StylesPart {
  /// Cuts `<w:style w:type="table" …>…</w:style>` out of the markup.
  ///
  /// Without comments, character data sections and processing instructions `<` stands at tags only, and a style holds
  /// no style: what ends the next style ends this one.
  ///
  /// - Returns: `nil` when the markup is such that it cannot be told.
  static func withoutTableStyles(_ bytes: [UInt8]) -> [UInt8]? {
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var keptTo = 0
    var isCutting = false
    var position = 0
    while let tag = firstTag(in: bytes, from: position), tag + 1 < bytes.count {
      position = tag + 1
      switch bytes[position] {
      case UInt8(ascii: "!"): return nil
      // Only the declaration that the markup begins with.
      case UInt8(ascii: "?") where tag > 3: return nil
      case UInt8(ascii: "/") where isCutting && bytes[tag...].starts(with: end):
        keptTo = tag + end.count
        isCutting = false
      case UInt8(ascii: "w") where !isCutting && bytes[tag...].starts(with: start):
        let close = bytes[tag...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count
        // A style may be empty: then nothing ends it.
        guard bytes[close - 1] != UInt8(ascii: "/"), isTable(bytes[tag..<close]) else { continue }
        kept += bytes[keptTo..<tag]
        isCutting = true
      default: break
      }
    }
    if isCutting { return nil }
    return kept + bytes[keptTo...]
  }

  /// The C library looks at many bytes at a time.
  private static func firstTag(in bytes: [UInt8], from start: Int) -> Int? {
    unsafe bytes.withUnsafeBytes { buffer in
      guard start < buffer.count, let base = buffer.baseAddress,
        let found = unsafe memchr(base + start, CInt(UInt8(ascii: "<")), buffer.count - start)
      else { return nil }
      return unsafe UnsafeRawPointer(found) - base
    }
  }

  private static let start = Array("<w:style ".utf8)
  private static let end = Array("</w:style>".utf8)
  private static let table = Array("w:type=\"table\"".utf8)

  private static func isTable(_ tag: ArraySlice<UInt8>) -> Bool {
    tag.indices.contains { tag[$0] == UInt8(ascii: "w") && tag[$0...].starts(with: table) }
  }

  /// The ids of the table styles that hold a shading.
  static func shadedTableStyles(in bytes: [UInt8]) -> Set<String> {
    var shaded: Set<String> = []
    var id: String?
    var position = 0
    while let tag = firstTag(in: bytes, from: position), tag + 1 < bytes.count {
      position = tag + 1
      let markup = bytes[tag...]
      if markup.starts(with: start) {
        let close = markup.firstIndex(of: UInt8(ascii: ">")) ?? bytes.count
        id = isTable(bytes[tag..<close]) ? styleID(bytes[tag..<close]) : nil
      } else if let table = id, markup.starts(with: shading) {
        shaded.insert(table)
        id = nil
      }
    }
    return shaded
  }

  /// The same in a part that is kept as elements.
  static func shadedTableStyles(in root: WordElement) -> Set<String> {
    let tables = root.children.filter { $0.name == .style && $0.attribute("type") == "table" && $0.holds(.shd) }
    return Set(tables.compactMap { $0.attribute("styleId") })
  }

  private static func styleID(_ tag: ArraySlice<UInt8>) -> String? {
    guard let start = tag.indices.first(where: { tag[$0...].starts(with: styleName) }) else { return nil }
    let value = tag[(start + styleName.count)...].prefix { $0 != UInt8(ascii: "\"") }
    return String(decoding: value, as: UTF8.self)
  }

  private static let styleName = Array("w:styleId=\"".utf8)
  private static let shading = Array("<w:shd ".utf8)
}
