/// A page as its reader holds it: turned so that most of its text is upright, and cleared of what no page can have.
struct UprightPage {
  var number: Int
  var width: Double
  var height: Double
  /// In the order of painting.
  var signs: [Sign]
  var lines: [RuledLine]

  init(_ page: PositionedPage) {
    number = page.number
    width = Self.length(page.width)
    height = Self.length(page.height)
    signs = []
    signs.reserveCapacity(page.glyphs.count)
    for glyph in page.glyphs {
      if let sign = Sign(glyph, width: width, height: height) { signs.append(sign) }
    }
    lines = page.lines
    let turn = commonTurn
    if turn != .none { turnBack(turn) }
    // A rule of the table strikes no watermark.
    signs = Watermark.cleared(signs)
    Strikes.mark(&signs, &lines)
  }

  private static func length(_ length: Double) -> Double { length > 0 ? min(length, 20_000) : 0 }

  /// The turn of more than half of the characters.
  private var commonTurn: Glyph.Turn {
    var counts = [0, 0, 0, 0]
    for sign in signs { counts[sign.turn.rawValue] += 1 }
    guard let common = counts.firstIndex(where: { $0 * 2 > signs.count }) else { return .none }
    return Glyph.Turn(rawValue: common) ?? .none
  }

  private mutating func turnBack(_ turn: Glyph.Turn) {
    for index in signs.indices {
      signs[index].box = signs[index].box.turnedBack(turn, width: width, height: height)
      signs[index].turn = signs[index].turn.less(turn)
    }
    lines = lines.map { $0.turnedBack(turn, width: width, height: height) }
    if turn != .over { swap(&width, &height) }
  }
}

extension Glyph.Turn {
  func less(_ other: Self) -> Self { Self(rawValue: (rawValue - other.rawValue + 4) % 4) ?? .none }
}

extension RuledLine {
  fileprivate func turnedBack(_ turn: Glyph.Turn, width: Double, height: Double) -> RuledLine {
    let box =
      axis == .horizontal
      ? Box(left: start, top: position, right: end, bottom: position)
      : Box(left: position, top: start, right: position, bottom: end)
    let turned = box.turnedBack(turn, width: width, height: height)
    let isHorizontal = (axis == .horizontal) == (turn == .over)
    return isHorizontal
      ? RuledLine(axis: .horizontal, position: turned.top, start: turned.left, end: turned.right)
      : RuledLine(axis: .vertical, position: turned.left, start: turned.top, end: turned.bottom)
  }
}
