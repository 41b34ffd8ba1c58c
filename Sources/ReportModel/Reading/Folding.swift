/// Writes of one character that mean the same are made one: full-width letters and digits become ASCII ones. What looks
/// the same has been made the same when the text entered the document (`SeenCharacters`).
enum Folding {
  static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x3000, 0xA0: " "
    default: scalar
    }
  }

  /// The characters by which labels are compared: folded, without white space and punctuation.
  static func key(_ text: some StringProtocol) -> [Unicode.Scalar] {
    var key: [Unicode.Scalar] = []
    append(keyOf: text, to: &key)
    return key
  }

  static func append(keyOf text: some StringProtocol, to key: inout [Unicode.Scalar]) {
    for scalar in text.unicodeScalars {
      let folded = fold(scalar)
      if isLetterOrDigit(folded) { key.append(folded) }
    }
  }

  /// `text` folded and without white space.
  static func compact(_ text: some StringProtocol) -> String {
    String(String.UnicodeScalarView(compactScalars(text)))
  }

  static func compactScalars(_ text: some StringProtocol) -> [Unicode.Scalar] {
    var compact: [Unicode.Scalar] = []
    compact.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      let folded = fold(scalar)
      if !isSpace(folded) { compact.append(folded) }
    }
    return compact
  }

  /// Without the white space round it.
  static func trimmed(_ text: String.UnicodeScalarView) -> Substring.UnicodeScalarView {
    var scalars = text[...]
    while let first = scalars.first, isSpace(first) { scalars.removeFirst() }
    while let last = scalars.last, isSpace(last) { scalars.removeLast() }
    return scalars
  }

  static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF, 0x3007: true
    default: false
    }
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar)
  }

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x09...0x0D, 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF: true
    default: false
    }
  }

  private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    isIdeograph(scalar) || isDigit(scalar) || ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }
}
