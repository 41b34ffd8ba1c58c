/// A line of text on which characters stand for the rules of a table: `| 规章 | 0 | 0 |`, `├───┼───┤`.
struct RuledLine {
  /// What stands between the rules.
  private(set) var cells: [Word] = []

  /// - Returns: `nil` where a line has no rules, or where what looks like them is a figure: an `|` for a 1.
  init?(_ text: String) {
    guard text.unicodeScalars.contains(where: { Self.isUpright(Folding.fold($0)) || Self.isDrawn($0) || $0 == "+" })
    else {
      return nil
    }
    if Self.isRuleOnly(text) { return }
    var parts = text.unicodeScalars.split(omittingEmptySubsequences: false) {
      Self.isUpright(Folding.fold($0)) || Self.isDrawn($0)
    }.map { String(Folding.trimmed(String.UnicodeScalarView($0))) }
    guard parts.count > 1 else { return nil }
    // What stands outside of the outer rules is nothing.
    let opens = parts.first?.isEmpty == true
    let closes = parts.last?.isEmpty == true
    if opens { parts.removeFirst() }
    if closes, !parts.isEmpty { parts.removeLast() }
    let words = parts.map { WordScanner.words($0) }
    // Several figures were never one cell.
    guard words.allSatisfy({ $0.count { $0.isValue } < 2 }) else { return nil }
    let isLabelled = words.first?.contains { !$0.isValue } == true
    guard opens && closes || parts.count > 2 || isLabelled else { return nil }
    cells = zip(parts, words).flatMap { text, words in
      words.count > 1 && words.contains { $0.isValue } ? words.map(\.asCell) : [Word(text: text, isCell: true)]
    }
  }

  private static func isUpright(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "|", "¦", "∣", "︱": true
    default: false
    }
  }

  /// The characters for drawing boxes.
  private static func isDrawn(_ scalar: Unicode.Scalar) -> Bool { (0x2500...0x257F).contains(scalar.value) }

  /// Whether a line is nothing but rules: `+-----+-----+`, `|-----|:---:|`. Single dashes may stand for zeros.
  private static func isRuleOnly(_ text: String) -> Bool {
    let parts = text.unicodeScalars.split { isUpright(Folding.fold($0)) || $0 == "+" || Folding.isSpace($0) }
    return parts.allSatisfy { part in
      part.contains(where: isDrawn) && part.allSatisfy { isDrawn($0) || Folding.isSpace($0) }
        || part.count > 1 && part.allSatisfy { "-=:—－".unicodeScalars.contains($0) }
    }
  }
}

extension Word {
  /// The same without a place in its line.
  fileprivate var asCell: Word { Word(text: text) }
}
