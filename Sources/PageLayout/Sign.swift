/// A glyph with what the layout asks of it, worked out once.
struct Sign {
  enum Kind {
    /// Takes a square: ideographs and the punctuation set with them.
    case ideograph
    /// Digits, and the marks inside numbers.
    case digit
    case space
    case other
  }

  var text: String
  var box: Box
  var turn: Glyph.Turn
  var kind: Kind
  var isPale: Bool
  /// A line runs through it.
  var isStruck = false

  /// - Returns: `nil` for what cannot stand on a page of that size.
  init?(_ glyph: Glyph, width: Double, height: Double) {
    let box = glyph.box.ordered
    guard box.isSane, box.middleX >= 0, box.middleX <= width, box.middleY >= 0, box.middleY <= height,
      let kind = Self.kind(of: glyph.text)
    else { return nil }
    text = glyph.text
    self.box = box
    turn = glyph.turn
    self.kind = kind
    isPale = glyph.isPale
  }

  /// The size of the character, in points.
  var size: Double { box.bottom - box.top }

  /// - Returns: `nil` when there is no text.
  private static func kind(of text: String) -> Kind? {
    var scalars = text.unicodeScalars.makeIterator()
    guard let first = scalars.next() else { return nil }
    switch first.value {
    case 0x30...0x39, 0x2C, 0x2E: return .digit
    case 0x20, 0x09...0x0D, 0xA0, 0x2000...0x200B, 0x202F, 0x205F, 0x3000, 0xFEFF: return .space
    default: return cells(of: first) == 2 ? .ideograph : .other
    }
  }

  /// How many cells of a terminal a character takes, which is how columns are kept in text.
  static func cells(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      2
    default: 1
    }
  }
}

extension Box {
  var middleX: Double { (left + right) / 2 }
  var middleY: Double { (top + bottom) / 2 }

  /// With its sides where their names say.
  var ordered: Box {
    Box(left: min(left, right), top: min(top, bottom), right: max(left, right), bottom: max(top, bottom))
  }

  /// Neither of numbers that are none, nor larger than any page (ISO 32000-2, annex C: 14,400 points).
  var isSane: Bool {
    left >= -20_000 && top >= -20_000 && right <= 20_000 && bottom <= 20_000 && left <= right && top <= bottom
  }

  func union(_ other: Box) -> Box {
    Box(
      left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
      bottom: max(bottom, other.bottom))
  }

  func holds(x: Double, y: Double) -> Bool { left <= x && x <= right && top <= y && y <= bottom }

  /// Turned back by as many quarters as `turn` says, round the corner of a page of that size.
  func turnedBack(_ turn: Glyph.Turn, width: Double, height: Double) -> Box {
    switch turn {
    case .none: self
    case .right: Box(left: top, top: width - right, right: bottom, bottom: width - left)
    case .over: Box(left: width - right, top: height - bottom, right: width - left, bottom: height - top)
    case .left: Box(left: height - bottom, top: left, right: height - top, bottom: right)
    }
  }
}
