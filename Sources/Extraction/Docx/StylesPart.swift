import DocumentModel
import Glibc
import Markup

extension OfficePackage {
  /// The styles of a document, and the ids of the styles of tables that hold a shading.
  func styles(_ part: PartName) throws(Obstacle) -> (styles: WordStyles, shadedTables: Set<String>) {
    guard let bytes = try bytes(part) else {
      let root = WordPart(try markup(part)).root
      return (WordStyles(root), StylesPart.shadedTableStyles(in: root))
    }
    // Without the styles of tables, which no text depends on and which are most of the part.
    if let part = StylesPart(bytes) {
      let tree = try MarkupTree.parsed(part.withoutTableStyles, limits: limits)
      return (WordStyles(WordPart(tree.root).root), part.shadedTableStyles)
    }
    let root = WordPart(try MarkupTree.parsed(bytes, limits: limits).root).root
    return (WordStyles(root), StylesPart.shadedTableStyles(in: root))
  }
}

/// The markup of styles parted into those of tables, `<w:style w:type="table" …>…</w:style>`, and all others.
///
/// Without comments, character data sections and processing instructions `<` stands at tags only, and a style holds
/// no style: what ends the next style ends this one.
struct StylesPart {
  private(set) var withoutTableStyles: [UInt8] = []
  /// The ids of the table styles that hold a shading.
  private(set) var shadedTableStyles: Set<String> = []

  /// - Returns: `nil` when the markup is such that it cannot be parted.
  init?(_ bytes: [UInt8]) {
    withoutTableStyles.reserveCapacity(bytes.count)
    var keptTo = 0
    // The tag of the table style that is being cut out.
    var cut: Range<Int>?
    var position = 0
    while let tag = Self.firstTag(in: bytes, from: position), tag + 1 < bytes.count {
      position = tag + 1
      switch bytes[position] {
      case UInt8(ascii: "!"): return nil
      // Only the declaration that the markup begins with.
      case UInt8(ascii: "?") where tag > 3: return nil
      case UInt8(ascii: "/") where cut != nil && Self.stands(Self.end, at: tag, in: bytes):
        keptTo = tag + Self.end.count
        cut = nil
      // `<w:style`, `<w:shd`
      case UInt8(ascii: "w") where position + 2 < bytes.count && bytes[position + 2] == UInt8(ascii: "s"):
        if let style = cut {
          guard Self.stands(Self.shading, at: tag, in: bytes), let id = Self.styleID(style, in: bytes) else { continue }
          shadedTableStyles.insert(id)
        } else if Self.stands(Self.start, at: tag, in: bytes) {
          let close = bytes[tag...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count
          // A style may be empty: then nothing ends it.
          guard bytes[close - 1] != UInt8(ascii: "/"), Self.firstPlace(of: Self.table, tag..<close, in: bytes) != nil
          else { continue }
          withoutTableStyles += bytes[keptTo..<tag]
          cut = tag..<close
        }
      default: break
      }
    }
    if cut != nil { return nil }
    withoutTableStyles += bytes[keptTo...]
  }

  /// The same in a part that is kept as elements.
  static func shadedTableStyles(in root: WordElement) -> Set<String> {
    let tables = root.children.filter { $0.name == .style && $0.attribute("type") == "table" && $0.holds(.shd) }
    return Set(tables.compactMap { $0.attribute("styleId") })
  }

  private static let start = Array("<w:style ".utf8)
  private static let end = Array("</w:style>".utf8)
  private static let table = Array("w:type=\"table\"".utf8)
  private static let styleName = Array("w:styleId=\"".utf8)
  private static let shading = Array("<w:shd ".utf8)

  private static func styleID(_ tag: Range<Int>, in bytes: [UInt8]) -> String? {
    guard let start = firstPlace(of: styleName, tag, in: bytes) else { return nil }
    let value = bytes[(start + styleName.count)...].prefix { $0 != UInt8(ascii: "\"") }
    return String(decoding: value, as: UTF8.self)
  }

  private static func firstPlace(of word: [UInt8], _ range: Range<Int>, in bytes: [UInt8]) -> Int? {
    guard let first = word.first else { return nil }
    var position = range.lowerBound
    while position < range.upperBound {
      if bytes[position] == first, stands(word, at: position, in: bytes) { return position }
      position += 1
    }
    return nil
  }

  private static func stands(_ word: [UInt8], at position: Int, in bytes: [UInt8]) -> Bool {
    guard bytes.count - position >= word.count else { return false }
    var index = 0
    while index < word.count {
      if bytes[position + index] != word[index] { return false }
      index += 1
    }
    return true
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
}
