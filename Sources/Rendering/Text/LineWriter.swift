/// Collects lines for a terminal and wraps them at a width of so many columns, where a Chinese character takes two.
struct LineWriter {
  let width: Int
  private(set) var text = ""

  /// - Parameter width: Columns of a line.
  init(width: Int) {
    self.width = width
  }

  mutating func blank() {
    text += "\n"
  }

  /// Writes one paragraph. This is the one gate for text: what could command a terminal is made visible, and what is
  /// too long is cut.
  ///
  /// - Parameters:
  ///   - paragraph: The text, as it is.
  ///   - first: What the first line begins with, in the program's own words; following lines are indented by as much.
  ///   - limit: How much of the text is shown, in Unicode scalars.
  ///   - style: Terminal codes round the words, none by default.
  mutating func write(
    _ paragraph: String,
    first: String = "",
    limit: Int = ShownLimit.sentence,
    style: TerminalStyle = .none
  ) {
    let margin = first.columns
    let lines = Self.wrap(paragraph.shown(limit: limit), to: max(width - margin, 20))
    for (index, line) in lines.enumerated() {
      text += index == 0 ? first : String(repeating: " ", count: margin)
      text += style.on + line + style.off + "\n"
    }
  }

  /// Breaks between Chinese characters anywhere and between other words at spaces; brackets and marks stay with what they
  /// open or close, and only a word longer than a whole line is broken inside.
  private static func wrap(_ paragraph: String, to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for piece in pieces(of: paragraph) {
      if used > 0, used + piece.columns > width {
        lines.append(line.droppingTrailingSpaces())
        (line, used) = ("", 0)
      }
      if piece.text == " ", used == 0, !lines.isEmpty { continue }
      guard piece.columns > width else {
        line += piece.text
        used += piece.columns
        continue
      }
      for scalar in piece.text.unicodeScalars {
        if used + scalar.columns > width {
          lines.append(line)
          (line, used) = ("", 0)
        }
        line.unicodeScalars.append(scalar)
        used += scalar.columns
      }
    }
    return lines + [line.droppingTrailingSpaces()]
  }

  /// The smallest parts that must not be torn apart.
  private static func pieces(of paragraph: String) -> [(text: String, columns: Int)] {
    var pieces: [(text: String, columns: Int)] = []
    var mayBreak = true
    for scalar in paragraph.unicodeScalars {
      let isOpened = pieces.last?.text.unicodeScalars.last?.isOpening ?? false
      let joins = isOpened || (!mayBreak && !scalar.isWide && scalar != " ")
      let closes = scalar.isClosing && pieces.last?.text != " "
      if let last = pieces.indices.last, joins || closes || scalar.columns == 0 {
        pieces[last].text.unicodeScalars.append(scalar)
        pieces[last].columns += scalar.columns
      } else {
        pieces.append((String(scalar), scalar.columns))
      }
      mayBreak = scalar == " " || (scalar.isWide && !scalar.isOpening)
    }
    return pieces
  }
}

extension String {
  /// How many columns a terminal gives the text.
  package var columns: Int { unicodeScalars.reduce(0) { $0 + $1.columns } }

  fileprivate func droppingTrailingSpaces() -> String {
    var scalars = Substring(self).unicodeScalars
    while scalars.last == " " { scalars.removeLast() }
    return String(scalars)
  }
}

extension Unicode.Scalar {
  /// How many columns a terminal gives the character.
  fileprivate var columns: Int {
    if isWide { return 2 }
    guard value > 0x7E else { return 1 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    default: return 1
    }
  }

  fileprivate var isWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return true
    default: return false
    }
  }

  private static let opening: Set<Unicode.Scalar> = ["（", "《", "“", "‘", "〔", "「", "【", "〈"]
  private static let closing: Set<Unicode.Scalar> = [
    "，", "。", "、", "；", "：", "？", "！", "）", "》", "”", "’", "〕", "」", "】", "〉", "…", "%", ",", ".", ";", ":", "!",
    "?", ")", "]",
  ]

  fileprivate var isOpening: Bool { Self.opening.contains(self) }
  fileprivate var isClosing: Bool { Self.closing.contains(self) }
}
