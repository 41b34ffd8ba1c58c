/// Years as they are written in titles and sentences: 2024年, 2024年度, 二〇二四年.
enum YearWords {
  /// A year, and where it stands among characters that are folded and without white space.
  struct Found: Equatable {
    var year: Int
    var range: Range<Int>
  }

  /// The years of a text, in its order. 202024年 holds none: nobody knows which digit is too many.
  static func all(in text: [Unicode.Scalar]) -> [Found] {
    var found: [Found] = []
    var start = 0
    while start < text.count {
      let run = text[start...].prefix { digit($0) != nil }
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

  /// Behind 年 or 年度.
  private static func end(of digits: ArraySlice<Unicode.Scalar>, in text: [Unicode.Scalar]) -> Int? {
    guard digits.endIndex < text.count, text[digits.endIndex] == "年" else { return nil }
    let next = digits.endIndex + 1
    // 2024年度报告: the word is 年度报告, with a year before it.
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
