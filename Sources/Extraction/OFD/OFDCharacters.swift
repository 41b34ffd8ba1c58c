/// The characters of a TextCode, each of which has a place of its own.
enum OFDCharacters {
  /// White space counts, but for the line breaks and indents of XML that was made to look nice.
  static func characters(_ text: String) -> [Unicode.Scalar] {
    var text = text
    if text.utf8.contains(UInt8(ascii: "\n")) || text.utf8.contains(UInt8(ascii: "\r")) { text = unwrapped(text) }
    // Some producers escape twice.
    if text.utf8.contains(UInt8(ascii: "&")) { text = unescaped(text) }
    return Array(text.unicodeScalars)
  }

  private static func unwrapped(_ text: String) -> String {
    let lines = text.unicodeScalars.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r" }
    let isIndent = { (scalar: Unicode.Scalar) in scalar == " " || scalar == "\t" }
    var result = String.UnicodeScalarView()
    for (index, line) in lines.enumerated() {
      var line = line
      if index > 0 { line = line.drop(while: isIndent) }
      if index < lines.count - 1 { while let last = line.last, isIndent(last) { line.removeLast() } }
      result.append(contentsOf: line)
    }
    return String(result)
  }

  private static let entities: [(name: String, character: String)] = [
    ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&nbsp;", " "), ("&amp;", "&"),
  ]

  private static func unescaped(_ text: String) -> String {
    entities.reduce(text) { text, entity in text.replacing(entity.name, with: entity.character) }
  }
}

extension Unicode.Scalar {
  /// Whether it takes a whole em in fonts for Chinese: ideographs, their punctuation, and the marks that look like it.
  var isWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x2010...0x27BF, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xE000...0xFAFF, 0xFE30...0xFE6F,
      0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F000...0x3FFFD:
      true
    default: false
    }
  }

  /// A character that means something in one font alone is lost: U+FFFD.
  var orLost: Unicode.Scalar {
    switch value {
    case 0xE000...0xF8FF, 0xF0000...: "\u{FFFD}"
    default: self
    }
  }

  /// Whether it is drawn on the character before it.
  var isMark: Bool {
    switch value {
    case 0x0300...0x036F, 0x20D0...0x20FF, 0xFE00...0xFE0F, 0xE0100...0xE01EF: true
    default: false
    }
  }

  /// Whether nothing is drawn and no room taken.
  var isControl: Bool {
    switch value {
    case 0..<0x20, 0x7F...0x9F, 0xAD, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}
