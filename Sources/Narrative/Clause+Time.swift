extension Clause {
  /// Whole dates say nothing more than their year. A month alone is a part of the year, unless it is the last one.
  static func dated(_ tokens: [Token], of scalars: [Unicode.Scalar]) -> [Token] {
    var tokens = tokens
    let untilDecember = tokens.contains { $0.word == .month(12) }
    let months = tokens.count { if case .month = $0.word { true } else { false } }
    let isUpTo = tokens.contains { $0.word == .upTo }
    for index in tokens.indices {
      guard case .month = tokens[index].word else { continue }
      let isDate = index + 2 < tokens.count && tokens[index + 2].word == .unit(.foreign)
      if isDate, case .numeral = tokens[index + 1].word {
        tokens[index + 1].word = .filler
        tokens[index + 2].word = .filler
      }
      let next = tokens[index].range.upperBound
      let isAtEnd = next < scalars.count && (scalars[next] == "底" || scalars[next] == "末")
      if tokens[index].word == .month(12), isDate || isUpTo || isAtEnd || months > 1 {
        tokens[index].word = .yearEnd
      } else {
        tokens[index].word = isDate || (untilDecember && months > 1) ? .filler : .otherTime
      }
    }
    return tokens
  }

  /// 2023年结转 is 上年结转 in a report on 2024, and 结转2025年 is 结转下年.
  static func carrying(_ tokens: [Token], reportYear: Int?) -> [Token] {
    guard let reportYear else { return tokens }
    var tokens = tokens
    for index in tokens.indices {
      if tokens[index].word == .lastYear, index + 2 < tokens.count, tokens[index + 1].word == .none,
        tokens[index + 2].word == .key(.stage(.carried))
      {
        // 上年无结转
        tokens[index].word = .filler
        tokens[index + 2].word = .key(.stage(.carriedIn))
      }
      guard tokens[index].word == .key(.stage(.carried)) || tokens[index].word == .turned else { continue }
      if let year = tokens[..<index].lastIndex(where: { $0.word != .filler }),
        tokens[year].word == .year(reportYear - 1)
      {
        tokens[year].word = .filler
        tokens[index].word = .key(.stage(.carriedIn))
      } else if let year = tokens[(index + 1)...].firstIndex(where: { $0.word != .filler }),
        tokens[year].word == .year(reportYear + 1)
      {
        tokens[year].word = .filler
        tokens[index].word = .key(.stage(.carriedOut))
      }
    }
    return tokens
  }

  /// 较上年, 与2023年相比, 比前年同期: what the numbers behind are set beside. 上年 and 2023年 are the same in a report on 2024.
  static func compared(_ tokens: [Token], of scalars: [Unicode.Scalar], reportYear: Int?) -> [Token] {
    var tokens = tokens
    for index in tokens.indices where reportYear.map({ tokens[index].word == .year($0 - 1) }) ?? false {
      tokens[index].word = .lastYear
    }
    markRatios(in: &tokens)
    var compared: [Token] = []
    var index = 0
    while index < tokens.count {
      if let (base, end) = base(in: tokens, at: index, reportYear: reportYear) {
        compared.append(
          Token(word: .base(base), range: tokens[index].range.lowerBound..<tokens[end - 1].range.upperBound))
        index = end
      } else {
        compared.append(tokens[index])
        index += 1
      }
      // 比上年的80件多3件
      if compared.contains(where: { if case .base = $0.word { true } else { false } }), index + 1 < tokens.count,
        case .numeral = tokens[index + 1].word, tokens[index].range.count == 1
      {
        if scalars[tokens[index].range.lowerBound] == "多" { tokens[index].word = .change(.more) }
        if scalars[tokens[index].range.lowerBound] == "少" { tokens[index].word = .change(.less) }
      }
      // 较上年多3件
      guard case .base = compared.last?.word, index < tokens.count else { continue }
      switch scalars[tokens[index].range.lowerBound] {
      case "多" where tokens[index].range.count == 1: tokens[index].word = .change(.more)
      case "少" where tokens[index].range.count == 1: tokens[index].word = .change(.less)
      default: break
      }
    }
    return compared
  }

  /// 是上年的1.25倍, 为去年同期的125%
  private static func markRatios(in tokens: inout [Token]) {
    for index in tokens.indices where tokens[index].word == .lastYear {
      let rest = tokens[(index + 1)...].drop { $0.word == .filler || $0.word == .samePeriod }
      guard rest.count > 1, case .numeral? = rest.first?.word, rest.startIndex > index + 1,
        [.unit(.times), .percent].contains(rest[rest.startIndex + 1].word),
        !tokens[..<index].contains(where: { $0.word == .comparison })
      else { continue }
      for between in index..<rest.startIndex { tokens[between].word = .filler }
      tokens[index].word = .ratio
    }
  }

  private static func base(in tokens: [Token], at start: Int, reportYear: Int?) -> (Base, end: Int)? {
    guard tokens[start].word == .comparison || tokens[start].word == .and else { return nil }
    let time = tokens[(start + 1)...].firstIndex { $0.word != .filler } ?? tokens.count
    guard time < tokens.count else { return nil }
    let base: Base
    switch tokens[time].word {
    case .lastYear, .samePeriod: base = .lastYear
    case .otherTime: base = .other
    case .year(let year) where year != reportYear: base = .other
    default: return nil
    }
    var end = time + 1
    while end < tokens.count, tokens[end].word == .samePeriod || tokens[end].word == .yearEnd { end += 1 }
    let behind = tokens[end...].firstIndex { $0.word != .filler } ?? tokens.count
    if behind < tokens.count, tokens[behind].word == .comparison { return (base, behind + 1) }
    // 2024年和2023年
    guard tokens[start].word == .comparison || (behind < tokens.count && tokens[behind].word == .change(.same)) else {
      return nil
    }
    return (base, end)
  }
}
