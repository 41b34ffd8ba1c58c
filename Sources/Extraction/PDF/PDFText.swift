/// Characters and text strings as PDF has them.
enum PDFText {
  /// What a drawn character says. One that its font knows no character for, or only one that means something in that
  /// font alone, is lost: U+FFFD.
  static func characters(_ codes: some Collection<UInt32>) -> String {
    guard let first = codes.first else { return "\u{FFFD}" }
    if codes.count == 1 { return String(Character(scalar(first))) }
    var text = String.UnicodeScalarView()
    for code in codes { text.append(scalar(code)) }
    return String(text)
  }

  private static func scalar(_ code: UInt32) -> Unicode.Scalar {
    switch code {
    case 0x09...0x0D: " "
    case 0..<0x20, 0x7F..<0xA0, 0xE000..<0xF900, 0xFFFE...0xFFFF, 0xF0000...: "\u{FFFD}"
    default: Unicode.Scalar(code) ?? "\u{FFFD}"
    }
  }

  /// A text string: UTF-16 or UTF-8 behind a mark (ISO 32000-2, 7.9.2.2), or letters.
  ///
  /// - Returns: `nil` when it is empty, or in an encoding that it does not tell, as some producers leave it.
  static func decode(_ bytes: [UInt8]) -> String? {
    let text: String? =
      if bytes.starts(with: [0xFE, 0xFF]) {
        utf16(bytes.dropFirst(2)) { high, low in UInt16(high) << 8 | UInt16(low) }
      } else if bytes.starts(with: [0xFF, 0xFE]) {
        utf16(bytes.dropFirst(2)) { low, high in UInt16(high) << 8 | UInt16(low) }
      } else if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
        String(validating: bytes.dropFirst(3), as: UTF8.self)
      } else {
        String(validating: bytes, as: UTF8.self)
      }
    guard let text, text.contains(where: { !$0.isWhitespace && $0 != "\0" }) else { return nil }
    return text
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, unit: (UInt8, UInt8) -> UInt16) -> String? {
    var units: [UInt16] = []
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      units.append(unit(bytes[index], bytes[index + 1]))
      index += 2
    }
    return String(validating: units, as: UTF16.self)
  }
}
