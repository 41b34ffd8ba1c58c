/// What is printed in a cell.
struct CellText {
  /// Its lines, one below the other. What goes on in the next line, as a vertical text does or a number that is too
  /// wide for its column, is in one piece.
  let text: String
  /// Whether it holds numbers far apart from each other: it is no cell, but several that no rule parts.
  let holdsSeveral: Bool

  /// - Parameters:
  ///   - signs: The characters in the cell.
  ///   - width: The width of the cell, in points.
  init(_ signs: [Sign], width: Double) {
    guard !signs.isEmpty else {
      (text, holdsSeveral) = ("", false)
      return
    }
    let lines = TextLine.lines(of: Self.upright(signs))
    let words = lines.map(LineText.words)
    let holdsColumns = zip(lines, words).contains { Self.holdsColumns($1, size: $0.size) }
    var continues = false
    var holdsRows = false
    if lines.count > 1, words.joined().allSatisfy(\.isNumber) {
      // Nothing but room breaks a number.
      let widest = lines.lazy.map { $0.box.right - $0.box.left }.max() ?? 0
      continues = widest > width * 0.6
      holdsRows = !continues
    } else if lines.count > 1 {
      continues = lines.allSatisfy { $0.signs.count == 1 }
    }
    text = words.map { $0.map(\.text).joined(separator: " ") }.joined(separator: continues ? "" : "\n")
    holdsSeveral = holdsColumns || holdsRows
  }

  private static func holdsColumns(_ words: [LineText.Word], size: Double) -> Bool {
    zip(words, words.dropFirst()).contains { left, right in
      left.isNumber && right.isNumber && right.box.left - left.box.right > size * 1.2
    }
  }

  /// The signs as if they were upright. Most of a cell is turned, or nothing.
  private static func upright(_ signs: [Sign]) -> [Sign] {
    if signs.allSatisfy({ $0.turn == .none }) { return signs }
    var counts = [0, 0, 0, 0]
    for sign in signs { counts[sign.turn.rawValue] += 1 }
    guard let common = counts.firstIndex(where: { $0 * 2 > signs.count }), let turn = Glyph.Turn(rawValue: common)
    else { return signs }
    return signs.map { sign in
      var sign = sign
      sign.box = sign.box.turnedBack(turn, width: 0, height: 0)
      return sign
    }
  }
}
