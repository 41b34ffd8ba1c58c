/// Text as markup holds it, put the way it is printed.
enum FlowText {
  /// Drops the characters that nobody sees, U+200B and U+FEFF; line breaks and tabs of the markup itself are spaces.
  static func printed(_ text: String) -> String {
    guard text.utf8.contains(where: isSuspect) else { return text }
    var printed = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\u{200B}", "\u{FEFF}": break
      case "\n", "\r", "\t": printed.append(" ")
      default: printed.append(scalar)
      }
    }
    return String(printed)
  }

  /// White space of the markup, or the first byte of one of the two characters: 0xEF begins full-width signs too.
  private static func isSuspect(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0xE2 || byte == 0xEF
  }
}

extension FlowText {
  /// - Returns: A name from a file's properties without the white space round it; `nil` when nothing is left.
  static func name(_ text: String?) -> String? {
    guard let text else { return nil }
    let parts = printed(text).split(whereSeparator: \.isWhitespace)
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }
}
