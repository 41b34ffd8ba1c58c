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

  /// UTF-16 without a mark: its line ends and ASCII digits show as zero bytes on one side only.
  private static func unmarkedUTF16(_ bytes: [UInt8]) -> Decoded? {
    let zeros = bytes.indices.reduce(into: (even: 0, odd: 0)) { zeros, index in
      guard bytes[index] == 0 else { return }
      if index % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
    }
    guard bytes.count % 2 == 0, min(zeros.even, zeros.odd) == 0 else { return nil }
    let decoded = utf16(bytes[...], bigEndian: zeros.even > 0)
    return decoded.flatMap { $0.replaced == 0 ? $0 : nil }
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
