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
    /// The number once more in brackets: 207（二百零七）件.
    var restated: (numeral: Numeral, range: Range<Int>)?
    /// What it means as a part of all: 近三成.
    var portion: Portion?
    /// What stands between the number before and this one.
    var before: ArraySlice<Token>
    /// What stands between this number and the next one.
    var after: ArraySlice<Token>
    var isLast: Bool
    /// 二百零七, and not 207.
    var isInWords = false
  }

  let tokens: [Token]
  let counts: [Count]
  /// What its tokens mean, without the many that say nothing of their own; something unknown once.
  private let words: [Word]
  let isBracketed: Bool
  /// What follows is a part of what it counts: 不予公开的20件中.
  let opensScope: Bool
  /// The mark before it.
  let follows: Unicode.Scalar?
  /// 网站、信函等方式: two ways as examples of all, or 各渠道.
  let namesEveryChannel: Bool

  /// - Parameters:
  ///   - scalars: the prose.
  ///   - range: where the clause stands in it.
  ///   - isBracketed: it stands in brackets.
  ///   - reportYear: the year that the report covers.
  ///   - speaksOfRequests: the sentences before do.
  ///   - speaksOfDecisions: its sentence tells of 行政许可 and the like.
  init(
    _ scalars: [Unicode.Scalar], in range: Range<Int>, isBracketed: Bool = false, reportYear: Int?,
    speaksOfRequests: Bool = false, speaksOfDecisions: Bool = false
  ) {
    self.isBracketed = isBracketed
    follows = range.lowerBound > 0 ? scalars[range.lowerBound - 1] : nil
    let read = Self.dated(Self.tokens(of: scalars[range]), of: scalars)
    let dated = Self.meant(
      Self.carrying(read, reportYear: reportYear), of: scalars, speaksOfRequests: speaksOfRequests,
      speaksOfDecisions: speaksOfDecisions)
    tokens = Self.compared(dated, of: scalars, reportYear: reportYear)
    opensScope = Self.opensScope(tokens, of: scalars)
    namesEveryChannel = Self.namesEveryChannel(tokens, of: scalars)
    counts = Self.counts(in: tokens, of: scalars)
    words = Self.words(of: tokens)
  }

  /// Only a number with its measure word.
  var isOneNumber: Bool {
    counts.count == 1 && tokens.count == 2
  }

  private static func words(of tokens: [Token]) -> [Word] {
    var words: [Word] = []
    var isUnknown = false
    for token in tokens.dropFirst(nameLength(of: tokens)) {
      switch token.word {
      case .unknown: isUnknown = true
      case .filler: break
      default: words.append(token.word)
      }
    }
    return isUnknown ? words + [.unknown] : words
  }

  /// 青禾镇2024年: how many tokens are the office's name before the year.
  private static func nameLength(of tokens: [Token]) -> Int {
    let name = tokens.prefix { $0.word == .unknown }
    let behind = tokens[name.endIndex...].prefix { $0.word == .office }
    guard (2...8).contains(name.count), !behind.isEmpty, behind.endIndex < tokens.count,
      case .year = tokens[behind.endIndex].word
    else { return 0 }
    return behind.endIndex
  }

  func holds(_ word: Word) -> Bool {
    words.contains(word)
  }

  func holdsAny(_ words: [Word]) -> Bool {
    self.words.contains { words.contains($0) }
  }

  /// It sets something beside another time.
  var isComparing: Bool { tokens.contains { $0.word.isComparing } }

  /// Numbers stand before what they count: 12件维持、3件纠正.
  var countsFirst: Bool {
    guard counts.count > 1, let first = counts.first, let last = counts.last else { return false }
    return !first.before.contains { $0.key != nil || $0.word == .unknown } && last.after.contains { $0.key != nil }
      && counts.dropLast().allSatisfy { $0.after.contains { $0.key != nil } && $0.after.last?.word == .and }
  }

  var keys: [Key] { tokens.compactMap(\.key) }

  private static func counts(in tokens: [Token], of scalars: [Unicode.Scalar]) -> [Count] {
    var found: [(start: Int, end: Int)] = []
    for index in tokens.indices {
      guard case .numeral(let numeral) = tokens[index].word else { continue }
      let measure = tokens[(index + 1)...].first?.word.isRestated ?? false ? index + 2 : index + 1
      if measure < tokens.count, tokens[measure].word.isMeasure {
        found.append((index, measure + 1))
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
      var count = Count(tokens, start: start, end: end, from: from, to: to)
      count.isInWords = NumeralScanner.isWord(scalars[tokens[start].range.lowerBound])
      count.portion = count.portion(said: tokens[start], of: scalars)
      return count
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
    if end - start > 2, case .restated(let numeral) = tokens[start + 1].word {
      restated = (numeral, tokens[start + 1].range)
    }
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
  fileprivate var isRestated: Bool { if case .restated = self { true } else { false } }

  var isMeasure: Bool {
    switch self {
    case .unit, .percent: true
    default: false
    }
  }

  /// Belongs to what is said of two years.
  var isComparing: Bool {
    switch self {
    case .comparison, .base, .change, .reaching, .ratio: true
    default: false
    }
  }

  /// Stands between a number and what it counts without a meaning of its own.
  var isPassive: Bool {
    switch self {
    case .filler, .matter, .and, .total, .about, .among, .each, .all, .thisYear, .area, .reserve, .year, .cumulative,
      .upTo, .yearEnd, .lastYear, .copula, .amount, .money, .from, .application, .except, .office, .rate, .document,
      .both, .any:
      true
    default: false
    }
  }
}
