/// A line of a signature: the unit, the date, or both, in brackets or not.
struct SignedLine {
  var unit: [Unicode.Scalar]?
  /// The year that the date is of.
  var year: Int?
  /// Whether the date is of the months in which the report of the year before is due.
  var isEarly = false

  private static let longestDate = 16

  /// - Parameter words: A line, folded and without white space.
  init(_ words: [Unicode.Scalar]) {
    let bare = words.filter { !"()〔〕[]:".unicodeScalars.contains($0) }
    guard let date = Self.date(in: bare) else {
      unit = UnitWords.isUnit(bare) ? bare : nil
      return
    }
    (year, isEarly) = (date.year, (1...4).contains(date.month))
    let name = Array(bare[..<date.start])
    unit = UnitWords.isUnit(name) ? name : nil
  }

  /// 2025年1月10日, 二〇二五年一月十日, 2025-01-10, 2025.1.10 at the end of a line.
  private static func date(in words: [Unicode.Scalar]) -> (start: Int, year: Int, month: Int)? {
    if let found = YearWords.all(in: words).first {
      let rest = words[found.range.upperBound...]
      guard words.count - found.range.lowerBound <= longestDate, rest.contains("月"), rest.last == "日" else {
        return nil
      }
      return (found.range.lowerBound, found.year, month(rest.prefix { $0 != "月" }))
    }
    let date = words.reversed().prefix { Folding.isDigit($0) || "-./".unicodeScalars.contains($0) }
    let parts = Array(date.reversed()).split { !Folding.isDigit($0) }
    guard parts.count == 3, parts[0].count == 4, let year = Int(parts[0].string), (1990...2999).contains(year) else {
      return nil
    }
    return (words.count - date.count, year, month(parts[1]))
  }

  /// 0 for what is none.
  private static func month(_ words: some Collection<Unicode.Scalar>) -> Int {
    let digits = words.compactMap(YearWords.digit)
    guard digits.count == words.count else { return words.first == "十" ? 10 : 0 }
    return digits.reduce(0) { $0 * 10 + $1 }
  }
}
