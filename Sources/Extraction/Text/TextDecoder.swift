/// Bytes to text: by byte order mark, then by validity.
enum TextDecoder {
  /// Text, with U+FFFD where bytes belong to no character of its encoding.
  struct Decoded {
    var text: String
    var replaced: Int
  }

  /// - Returns: `nil` when the bytes are text in no encoding that offices use.
  static func decode(_ bytes: [UInt8], gb18030: borrowing GB18030Decoder) -> Decoded? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return utf8(bytes.dropFirst(3)) }
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2), bigEndian: false) }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2), bigEndian: true) }
    if let text = String(validating: bytes, as: UTF8.self) { return checked(Decoded(text: text, replaced: 0)) }
    if bytes.contains(0) { return unmarkedUTF16(bytes) }

    let chinese = gb18030.decode(bytes)
    if chinese.replaced == 0 { return checked(Decoded(text: chinese.text, replaced: 0)) }
    let unicode = utf8(bytes[...])
    // Damaged in either encoding: the one that explains more of the bytes.
    if let unicode, unicode.replaced <= chinese.replaced { return checked(unicode) }
    return checked(Decoded(text: chinese.text, replaced: chinese.replaced))
  }

  private static func utf8(_ bytes: ArraySlice<UInt8>) -> Decoded? {
    let text = String(decoding: bytes, as: UTF8.self)
    return checked(Decoded(text: text, replaced: text.unicodeScalars.count { $0 == "\u{FFFD}" }))
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, bigEndian: Bool) -> Decoded? {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(bigEndian ? first << 8 | second : second << 8 | first)
      index += 2
    }
    let text = String(decoding: units, as: UTF16.self)
    let odd = bytes.count % 2
    return checked(Decoded(text: text, replaced: text.unicodeScalars.count { $0 == "\u{FFFD}" } + odd))
  }

  /// UTF-16 without a mark: in one of the two byte orders nearly everything is Chinese or ASCII.
  private static func unmarkedUTF16(_ bytes: [UInt8]) -> Decoded? {
    guard bytes.count % 2 == 0 else { return nil }
    return [false, true].lazy.compactMap { utf16(bytes[...], bigEndian: $0) }.first { decoded in
      let scalars = decoded.text.unicodeScalars
      return decoded.replaced == 0 && scalars.count(where: isCommon) * 10 >= scalars.count * 9
    }
  }

  private static func isCommon(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20..<0x7F, 0x2000..<0x2040, 0x3000..<0x3040, 0x4E00..<0xA000, 0xFF00..<0xFFF0: true
    default: false
    }
  }

  /// Noise is not text: many control characters, or bytes of which every tenth had to be replaced.
  private static func checked(_ decoded: Decoded) -> Decoded? {
    var controls = 0
    var characters = 0
    for scalar in decoded.text.unicodeScalars {
      characters += 1
      switch scalar.value {
      case 0x09...0x0D, 0x1A: continue
      case 0..<0x20, 0x7F: controls += 1
      default: continue
      }
    }
    let isNoise = controls * 100 > characters || decoded.replaced * 10 > characters + 10
    return isNoise ? nil : decoded
  }
}
