extension Unicode.Scalar {
  /// Whether it cannot be seen, or changes how its neighbours are seen: a control, a bidirectional override, a zero-width
  /// mark, a noncharacter. Some of them give orders to a terminal.
  package var isUnseen: Bool {
    switch value {
    case 0x20...0x7E, 0x4E00...0x9FFF: return false
    case 0xFDD0...0xFDEF: return true
    case _ where value & 0xFFFE == 0xFFFE: return true
    default: break
    }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return true
    default: return false
    }
  }

  /// As JSON writes a character that is not to stand there itself: `\u202e`, of two halves beyond U+FFFF.
  package var jsonEscape: String {
    UTF16.encode(self).map { unit in
      unit.map { "\\u" + String(repeating: "0", count: 4 - String($0, radix: 16).count) + String($0, radix: 16) }
        .joined()
    } ?? ""
  }
}

extension String {
  /// JSON text of the same meaning in which nothing unseen stands.
  package var withoutUnseenInJSON: String {
    guard unicodeScalars.contains(where: \.isUnseen) else { return self }
    return unicodeScalars.reduce(into: "") { text, scalar in
      if scalar.isUnseen { text += scalar.jsonEscape } else { text.unicodeScalars.append(scalar) }
    }
  }
}
