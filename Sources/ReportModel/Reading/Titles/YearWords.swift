/// Years as they are written in titles and sentences: 2024年, 2024年度, 二〇二四年.
package enum YearWords {
  /// A year, and where it stands among characters that are folded and without white space.
  package struct Found: Equatable, Sendable {
    package var year: Int
    /// From its first digit to the end of 年 or 年度.
    package var range: Range<Int>

    package init(year: Int, range: Range<Int>) {
      self.year = year
      self.range = range
    }

    /// Where what follows 年 begins. Of 2024年度报告 that is 度报告: the word is 年度报告, with a year before it.
    package var end: Int { range.lowerBound + 5 }
  }

  /// The years of a text, in its order. 202024年 holds none: nobody knows which digit is too many.
  package static func all(in text: [Unicode.Scalar]) -> [Found] {
    var found: [Found] = []
    var start = 0
    while start < text.count {
      let run = run(at: text[start...])
      guard !run.isEmpty else {
        start += 1
        continue
      }
      if run.count == 4, let end = end(of: run, in: text) {
        let year = run.compactMap(digit).reduce(0) { $0 * 10 + $1 }
        if (1990...2999).contains(year) { found.append(Found(year: year, range: run.startIndex..<end)) }
      }
      start = run.endIndex
    }
    return found
  }

  /// Digits side by side. Of 之一2024年 the 一 is none of the year's.
  private static func run(at text: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    let isFigure = text.first.map(Folding.isDigit) ?? true
    return text.prefix { scalar in
      guard let digit = digit(scalar) else { return false }
      return digit == 0 || Folding.isDigit(scalar) == isFigure
    }
  }

  /// Behind 年 or 年度.
  private static func end(of digits: ArraySlice<Unicode.Scalar>, in text: [Unicode.Scalar]) -> Int? {
    guard digits.endIndex < text.count, text[digits.endIndex] == "年" else { return nil }
    let next = digits.endIndex + 1
    return next < text.count && text[next] == "度" ? next + 1 : next
  }

  static func digit(_ scalar: Unicode.Scalar) -> Int? {
    if Folding.isDigit(scalar) { return Int(scalar.value) - 0x30 }
    switch scalar {
    case "○", "零", "O", "〇": return 0
    default: return numerals.firstIndex(of: scalar).map { $0 + 1 }
    }
  }

  private static let numerals = Array("一二三四五六七八九".unicodeScalars)
}
