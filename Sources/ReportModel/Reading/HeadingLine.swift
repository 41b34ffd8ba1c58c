/// A line that may be a heading: its ordinal and its words.
struct HeadingLine {
  /// 一 of 一、总体情况; `nil` when there is none.
  var ordinal: String?
  /// Numbered as the parts of a section are: （一）, 1.
  var isSubheading: Bool
  /// 1 of 1.总体情况; `nil` for all other ordinals.
  var number: Int? {
    guard isSubheading, !isBracketed, let ordinal else { return nil }
    return Int(String(String.UnicodeScalarView(ordinal.unicodeScalars.map(Folding.fold))))
  }
  private var isBracketed = false
  /// The words, folded.
  var key: [Unicode.Scalar]
  /// As printed, without what follows on the line.
  var heading: String
  /// What follows the heading on its line: 一、总体情况。2024年……
  var remainder: String

  /// - Returns: `nil` when the line is too long for a heading, or ends as a sentence does.
  init?(_ line: String) {
    var scalars = line.unicodeScalars[...]
    while let first = scalars.first, Folding.isSpace(first) { scalars.removeFirst() }
    while let last = scalars.last, Folding.isSpace(last) { scalars.removeLast() }
    let start = scalars.startIndex
    guard scalars.count >= 2 else { return nil }

    isBracketed = scalars.first.map { Folding.fold($0) == "(" } ?? false
    (ordinal, isSubheading) = Self.takeOrdinal(from: &scalars)
    let end = scalars.firstIndex { Self.sentenceMarks.contains($0) } ?? scalars.endIndex
    let words = scalars[..<end]
    guard words.count <= 48 else { return nil }
    remainder = String(scalars[end...].drop { Self.sentenceMarks.contains($0) || Folding.isSpace($0) })
    // Without an ordinal, words that a sentence goes on after are the beginning of a sentence.
    guard ordinal != nil || remainder.isEmpty else { return nil }
    heading = String(line.unicodeScalars[start..<end])
    key = Folding.key(String(words))
    guard !key.isEmpty else { return nil }
  }

  private static let sentenceMarks = Set("。：:；;".unicodeScalars)
  private static let numerals = Set("一二三四五六七八九十".unicodeScalars)

  private static func takeOrdinal(from scalars: inout Substring.UnicodeScalarView) -> (String?, isSubheading: Bool) {
    var rest = scalars
    let opensBracket = rest.first.map { Folding.fold($0) == "(" } ?? false
    if opensBracket { rest.removeFirst() }
    let digits = rest.prefix { numerals.contains($0) || Folding.isDigit(Folding.fold($0)) }
    guard !digits.isEmpty, digits.count <= 3 else { return (nil, false) }
    rest = rest[digits.endIndex...]
    guard let mark = rest.first.map(Folding.fold) else { return (nil, false) }
    let isChinese = digits.allSatisfy { numerals.contains($0) }
    if opensBracket {
      guard mark == ")" else { return (nil, false) }
    } else {
      // 一 总体情况 and 一总体情况 are met too, but 2024年 is no ordinal.
      guard "、.,，．".unicodeScalars.contains(mark) || Folding.isSpace(mark) else { return (nil, false) }
    }
    rest.removeFirst()
    while let next = rest.first, Folding.isSpace(next) || "、.,，．".unicodeScalars.contains(next) { rest.removeFirst() }
    scalars = rest
    return (String(digits), opensBracket || !isChinese)
  }
}
