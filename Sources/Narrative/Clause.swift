/// A part of a sentence as words.
struct Clause {
  struct Token {
    var word: Word
    var range: Range<Int>
  }

  /// A number and the words round it.
  struct Count {
    /// `nil` when it is vague.
    var numeral: Numeral?
    var unit: Unit?
    var isPercent: Bool
    /// In the prose: from its first digit to the end of its measure word.
    var range: Range<Int>
    /// What stands between the number before and this one.
    var before: ArraySlice<Token>
    /// What stands between this number and the next one.
    var after: ArraySlice<Token>
    var isLast: Bool
  }

  let tokens: [Token]
  let counts: [Count]

  init(_ scalars: [Unicode.Scalar], in range: Range<Int>, reportYear: Int?) {
    tokens = Self.carrying(Self.dated(Self.tokens(of: scalars[range])), reportYear: reportYear)
    counts = Self.counts(in: tokens, of: scalars)
  }

  func holds(_ word: Word) -> Bool {
    tokens.contains { $0.word == word }
  }

  func holdsAny(_ words: [Word]) -> Bool {
    tokens.contains { words.contains($0.word) }
  }

  var keys: [Key] { tokens.compactMap(\.key) }

  private static func tokens(of scalars: ArraySlice<Unicode.Scalar>) -> [Token] {
    var tokens: [Token] = []
    var index = scalars.startIndex
    while index < scalars.endIndex {
      if scalars[index...].starts(with: "百分之".unicodeScalars),
        let found = NumeralScanner.scan(scalars, at: index + 3)
      {
        tokens.append(Token(word: .numeral(found.numeral), range: index..<found.end))
        tokens.append(Token(word: .percent, range: found.end..<found.end))
        index = found.end
      } else if let (word, end) = Lexicon.word(in: scalars, at: index) {
        tokens.append(Token(word: word, range: index..<end))
        index = end
      } else if let found = NumeralScanner.scan(scalars, at: index) {
        index = append(found, at: index, of: scalars, to: &tokens)
      } else {
        tokens.append(Token(word: .unknown, range: index..<(index + 1)))
        index += 1
      }
    }
    return tokens
  }

  /// A number with what belongs to it: 2024年, 30余件, 12.5%.
  private static func append(
    _ found: NumeralScanner.Found, at start: Int, of scalars: ArraySlice<Unicode.Scalar>, to tokens: inout [Token]
  ) -> Int {
    var end = found.end
    var numeral = found.numeral
    let next = end < scalars.endIndex ? scalars[end] : " "
    let whole = numeral.map { $0.tenThousandths / 10_000 }
    if next == "年", let whole, (1990...2999).contains(whole) {
      tokens.append(Token(word: .year(whole), range: start..<(end + 1)))
      guard scalars[(end + 1)...].first == "底" || scalars[(end + 1)...].first == "末" else { return end + 1 }
      tokens.append(Token(word: .yearEnd, range: (end + 1)..<(end + 2)))
      return end + 2
    }
    if next == "月", let whole, (1...12).contains(whole) {
      tokens.append(Token(word: .month(whole), range: start..<(end + 1)))
      return end + 1
    }
    if ["余", "多", "来", "几"].contains(next) {
      numeral = nil
      end += 1
    }
    tokens.append(Token(word: .numeral(numeral), range: start..<end))
    if end < scalars.endIndex, scalars[end] == "%" {
      tokens.append(Token(word: .percent, range: end..<(end + 1)))
      return end + 1
    }
    guard let (unit, unitEnd) = Lexicon.unit(in: scalars, at: end) else { return end }
    tokens.append(Token(word: .unit(unit), range: end..<unitEnd))
    return unitEnd
  }

  /// Whole dates say nothing more than their year. A month alone is a part of the year, unless it is the last one.
  private static func dated(_ tokens: [Token]) -> [Token] {
    var tokens = tokens
    let untilDecember = tokens.contains { $0.word == .month(12) }
    for index in tokens.indices {
      guard case .month = tokens[index].word else { continue }
      let isDate = index + 2 < tokens.count && tokens[index + 2].word == .unit(.foreign)
      if isDate, case .numeral = tokens[index + 1].word {
        tokens[index + 1].word = .filler
        tokens[index + 2].word = .filler
      }
      if tokens[index].word == .month(12) {
        tokens[index].word = .yearEnd
      } else {
        tokens[index].word = isDate || untilDecember ? .filler : .otherTime
      }
    }
    return tokens
  }

  /// 2023年结转 is 上年结转 in a report on 2024, and 结转2025年 is 结转下年.
  private static func carrying(_ tokens: [Token], reportYear: Int?) -> [Token] {
    guard let reportYear else { return tokens }
    var tokens = tokens
    for index in tokens.indices where tokens[index].word == .key(.stage(.carried)) {
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

  private static func counts(in tokens: [Token], of scalars: [Unicode.Scalar]) -> [Count] {
    var found: [(start: Int, end: Int)] = []
    for index in tokens.indices {
      guard case .numeral(let numeral) = tokens[index].word else { continue }
      if index + 1 < tokens.count, tokens[index + 1].word.isMeasure {
        found.append((index, index + 2))
      } else if numeral == Numeral(0), index > 0,
        scalars[tokens[index - 1].range.upperBound - 1] == "为", tokens[index].range.count == 1
      {
        found.append((index, index + 1))
      }
    }
    return found.indices.map { position in
      let (start, end) = found[position]
      let from = position > 0 ? found[position - 1].end : 0
      let to = position + 1 < found.count ? found[position + 1].start : tokens.count
      return Count(tokens, start: start, end: end, from: from, to: to)
    }
  }
}

extension Clause.Count {
  fileprivate init(_ tokens: [Clause.Token], start: Int, end: Int, from: Int, to: Int) {
    before = tokens[from..<start]
    after = tokens[end..<to]
    isLast = to == tokens.count
    range = tokens[start].range.lowerBound..<tokens[end - 1].range.upperBound
    isPercent = tokens[end - 1].word == .percent
    unit = if case .unit(let unit) = tokens[end - 1].word { unit } else { nil }
    numeral = if case .numeral(let numeral) = tokens[start].word { numeral } else { nil }
    if before.last?.word == .vague || after.first?.word == .vague || before.endsInRange { numeral = nil }
  }
}

extension Clause.Token {
  var key: Key? {
    if case .key(let key) = word { key } else { nil }
  }
}

extension ArraySlice<Clause.Token> {
  /// 3至5件, 3-5件
  fileprivate var endsInRange: Bool {
    dropLast().last.map { if case .numeral = $0.word { true } else { false } } ?? false
  }
}

extension Word {
  var isMeasure: Bool {
    switch self {
    case .unit, .percent: true
    default: false
    }
  }

  /// Stands between a number and what it counts without a meaning of its own.
  var isPassive: Bool {
    switch self {
    case .filler, .matter, .and, .total, .about, .among, .each, .all, .thisYear, .area, .reserve, .year, .cumulative,
      .upTo,
      .yearEnd:
      true
    default: false
    }
  }
}
