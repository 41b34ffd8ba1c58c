/// A line that may be a heading: its ordinal and its words.
struct HeadingLine {
  /// 一 of 一、总体情况; `nil` when there is none.
  var ordinal: [Unicode.Scalar]?
  /// Numbered as the parts of a section are: （一）, 1.
  var isSubheading: Bool
  /// 1 of 1.总体情况; `nil` for all other ordinals.
  var number: Int? {
    guard isSubheading, !isBracketed, let ordinal else { return nil }
    return Int(String(String.UnicodeScalarView(ordinal.map(Folding.fold))))
  }
  private var isBracketed = false
  /// The words, folded.
  var key: [Unicode.Scalar]
  /// As printed, without what follows on the line.
  var heading: String { String(printed) }
  /// What follows the heading on its line: 一、总体情况。2024年……
  var remainder: String { String(rest) }
  private let printed: Substring.UnicodeScalarView
  private let rest: Substring.UnicodeScalarView

  /// - Returns: `nil` when the line is too long for a heading, or ends as a sentence does.
  init?(_ line: String) {
    var scalars = Folding.trimmed(line.unicodeScalars)
    let start = scalars.startIndex
    guard !scalars.dropFirst().isEmpty else { return nil }

    isBracketed = scalars.first.map { Folding.fold($0) == "(" } ?? false
    (ordinal, isSubheading) = Self.takeOrdinal(from: &scalars)
    let words = scalars.prefix(Self.longest + 1).prefix { !Self.isSentenceMark($0) }
    guard words.count <= Self.longest else { return nil }
    rest = scalars[words.endIndex...].drop { Self.isSentenceMark($0) || Folding.isSpace($0) }
    // Without an ordinal, words that a sentence goes on after are the beginning of a sentence.
    guard ordinal != nil || rest.isEmpty else { return nil }
    printed = line.unicodeScalars[start..<words.endIndex]
    key = Folding.key(Substring(words))
    guard !key.isEmpty else { return nil }
  }

  private static let longest = 48

  private static func isSentenceMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "。", "：", ":", "；", ";": true
    default: false
    }
  }

  private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "一", "二", "三", "四", "五", "六", "七", "八", "九", "十": true
    default: false
    }
  }

  private static func isOrdinalMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "、", ".", ",", "，", "．": true
    default: false
    }
  }

  private static func takeOrdinal(from scalars: inout Substring.UnicodeScalarView) -> (
    [Unicode.Scalar]?, isSubheading: Bool
  ) {
    var rest = scalars
    let opensBracket = rest.first.map { Folding.fold($0) == "(" } ?? false
    if opensBracket { rest.removeFirst() }
    let digits = rest.prefix { isNumeral($0) || Folding.isDigit(Folding.fold($0)) }
    guard !digits.isEmpty, digits.prefix(4).count <= 3 else { return (nil, false) }
    rest = rest[digits.endIndex...]
    guard let mark = rest.first.map(Folding.fold) else { return (nil, false) }
    let isChinese = digits.allSatisfy(isNumeral)
    if opensBracket {
      guard mark == ")" else { return (nil, false) }
    } else {
      // 一 总体情况 and 一总体情况 are met too, but 2024年 is no ordinal.
      guard isOrdinalMark(mark) || Folding.isSpace(mark) else { return (nil, false) }
    }
    rest.removeFirst()
    while let next = rest.first, Folding.isSpace(next) || isOrdinalMark(next) { rest.removeFirst() }
    scalars = rest
    return (Array(digits), opensBracket || !isChinese)
  }
}
