/// Characters that are taken from a font of symbols by their place in it.
enum SymbolFont {
  /// - Parameters:
  ///   - code: The place, hexadecimal, often shifted to U+F000.
  ///   - font: The font's name.
  /// - Returns: What is seen; nothing when that is not known.
  static func text(_ code: String?, font: String?) -> String {
    guard let code, let value = UInt32(code, radix: 16) else { return "" }
    if let signs = signs[font?.lowercased() ?? ""] {
      let place = (0xF000...0xF0FF).contains(value) ? value - 0xF000 : value
      return signs[place].map { String($0) } ?? ""
    }
    // Of other fonts characters are what they are called; private ones are called nothing.
    guard let scalar = Unicode.Scalar(value), value >= 0x20, !(0xE000...0xF8FF).contains(value) else { return "" }
    return String(scalar)
  }

  /// The signs that forms are ticked with, and those that stand for words.
  private static let signs: [String: [UInt32: Unicode.Scalar]] = [
    "wingdings": [
      0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x75: "◆", 0x76: "❖", 0x9F: "•", 0xA1: "○", 0xA4: "◉",
      0xA7: "▪", 0xA8: "□", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒",
      0xFE: "☑",
    ],
    "wingdings 2": [
      0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "□", 0x97: "●", 0x98: "●",
    ],
    "symbol": [
      0x2B: "+", 0x2D: "−", 0x3D: "=", 0xA3: "≤", 0xA5: "∞", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷",
      0xB9: "≠", 0xBB: "≈", 0xBC: "…", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓",
    ],
  ]
}
