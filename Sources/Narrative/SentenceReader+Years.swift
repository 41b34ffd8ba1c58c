extension SentenceReader {
  mutating func noteBase(of clause: Clause) {
    let bases = clause.tokens.compactMap { if case .base(let base) = $0.word { base } else { nil } }
    guard !bases.isEmpty else { return }
    years.base = bases.contains(.other) ? .other : .lastYear
  }

  // MARK: Growth

  /// A number that is set beside another time: 较上年增加3件, 比上年的80件.
  mutating func readComparing(_ count: Clause.Count, of clause: Clause) {
    guard let mark = count.before.lastIndex(where: \.word.isComparing) else { return }
    let between = count.before[(mark + 1)...]
    switch count.before[mark].word {
    case .change(let direction)
    where between.allSatisfy({ $0.word == .copula || $0.word == .vague && count.portion != nil }):
      readGrowth(count, direction, at: count.before[mark], named: count.before[..<mark], of: clause)
    case .ratio where between.allSatisfy({ $0.word == .filler }):
      readRatio(count, named: count.before[..<mark], of: clause)
    case .base(let base) where between.allSatisfy({ $0.word == .filler }):
      readBaseNumber(count, base, named: count.before[..<mark], of: clause)
    default:
      years.forget()
    }
  }

  private mutating func readGrowth(
    _ count: Clause.Count, _ direction: Growth.Direction, at change: Clause.Token,
    named names: ArraySlice<Clause.Token>, of clause: Clause
  ) {
    if count.unit == .points { return readPoints(count, direction, at: change) }
    var (after, end) = (count.after.prefix { !$0.word.isComparing }, count.range.upperBound)
    var digit: Numeral?
    // 一成四
    if count.unit == .tenths, case .numeral(let numeral)? = after.first?.word {
      guard let numeral, numeral.isDigit else { return years.forget() }
      digit = numeral
      end = after.removeFirst().range.upperBound
    }
    let grown = grown(names, unit: count.countingUnit, of: clause)
    if count.portion != nil, after.first?.word == .vague { after.removeFirst() }
    guard after.allSatisfy({ $0.word.isPassive }), let amount = count.growth(tenths: digit), !grown.isEmpty else {
      return years.forget()
    }
    years.tell(grown)
    claim(Growth(direction, amount, of: grown), range: change.range.lowerBound..<end)
  }

  /// 占10%，较上年下降9个百分点
  private mutating func readPoints(_ count: Clause.Count, _ direction: Growth.Direction, at change: Clause.Token) {
    guard let subject = shares.last, let numeral = count.numeral, count.before.allSatisfy(\.word.isOfPoints) else {
      return years.forget()
    }
    let growth = Growth(direction, .points(numeral.rounded(to: 1)), of: [Growth.Grown(subjects: [subject])])
    claim(growth, range: change.range.lowerBound..<count.range.upperBound)
  }

  /// 是上年的1.25倍, 为上年的125%
  private mutating func readRatio(
    _ count: Clause.Count, named names: ArraySlice<Clause.Token>, of clause: Clause
  ) {
    let grown = grown(names.filter { $0.word != .filler }[...], unit: nil, of: clause)
    let share = count.isPercent ? count.numeral?.rounded(to: 1) : count.numeral?.rounded(to: 1).times(100)
    guard let share, !grown.isEmpty, count.after.isEmpty else { return years.forget() }
    years.base = .lastYear
    claim(Growth(.more, .ratio(share), of: grown), range: count.range)
  }

  /// 同比有所减少
  mutating func readDirection(of clause: Clause) {
    guard clause.counts.isEmpty, !clause.holds(.unknown), !clause.holds(.vague), !clause.holds(.none),
      clause.tokens.contains(where: { $0.word == .base(.lastYear) }),
      let mark = clause.tokens.lastIndex(where: { $0.word == .change(.more) || $0.word == .change(.less) }),
      clause.tokens.count(where: { if case .change = $0.word { true } else { false } }) == 1,
      clause.tokens[(mark + 1)...].allSatisfy({ $0.word == .filler }),
      case .change(let direction) = clause.tokens[mark].word
    else { return }
    let grown = grown(clause.tokens[..<mark], unit: nil, of: clause)
    guard let last = grown.first else { return }
    claim(Growth(direction, .some, of: [last]), range: clause.tokens[mark].range)
  }

  /// 与上年持平
  mutating func readSame(of clause: Clause) {
    guard let mark = clause.tokens.firstIndex(where: { $0.word == .change(.same) }) else { return }
    let start = clause.counts.last.map { last in
      clause.tokens.firstIndex { $0.range.lowerBound >= last.range.upperBound } ?? mark
    }
    let names = clause.tokens[min(start ?? 0, mark)..<mark]
    let grown = grown(names, unit: nil, of: clause)
    guard clause.tokens[(mark + 1)...].allSatisfy({ $0.word.isPassive }), !grown.isEmpty else { return years.forget() }
    years.tell(grown)
    claim(Growth(.same, .none, of: grown), range: clause.tokens[mark].range)
  }

  mutating func claim(_ growth: Growth, range: Range<Int>) {
    var growth = growth
    switch years.base {
    case .lastYear: break
    // The arithmetic of the sentence holds against whatever year.
    case nil: growth.grown = growth.grown.filter { $0.before != nil && $0.now != nil }
    case .other: growth.grown = []
    }
    guard let first = growth.grown.first else { return }
    claims.append(Found(subjects: first.subjects, statement: .growth(growth), range: range))
  }

  /// What the words before 增加 say has grown, or else what was counted last.
  private func grown(
    _ names: ArraySlice<Clause.Token>, unit: Unit?, of clause: Clause
  ) -> [Growth.Grown] {
    let words = names.map(\.word)
    guard !words.contains(.comparison), !clause.holdsAny([.share, .channel]) else { return [] }
    if names.contains(where: { $0.key != nil }) {
      let subjects = named(names, unit: unit, of: clause)
      return subjects.isEmpty ? [] : [Growth.Grown(subjects: subjects)]
    }
    return years.recent.reversed().filter { grown in
      grown.subjects.fits(unit) && words.allSatisfy { $0.isBeside(grown.subjects) }
    }
  }

  private func named(_ names: ArraySlice<Clause.Token>, unit: Unit?, of clause: Clause) -> [Counted] {
    let names = names.filter { if case .base = $0.word { false } else { true } }
    let chain = KeyChain(names.reversed())
    let isMoney = chain.keys.contains(.fees)
    // 答复率 is no number of answers.
    guard !chain.isBlocked, !names.contains(where: { $0.word == .reserve || $0.word == .rate }),
      isMoney || !names.contains(where: { $0.word == .money })
    else { return [] }
    return subjects(of: chain, unit: unit ?? (isMoney ? .tenThousandYuan : .piece), in: clause).filter { subject in
      // 重复申请 may be meant in another sense than the table's.
      if case .requests(.row, _) = subject { false } else { true }
    }
  }

  // MARK: Numbers of the year before

  /// 比上年的80件
  private mutating func readBaseNumber(
    _ count: Clause.Count, _ base: Base, named names: ArraySlice<Clause.Token>, of clause: Clause
  ) {
    let grown = grown(names, unit: count.unit, of: clause)
    guard base == .lastYear, let value = count.value, grown.count == 1, let first = grown.first,
      !first.subjects.isEmpty, count.unit?.isOfCounts ?? false, count.after.first?.word.isComparing ?? true
    else { return years.forget() }
    if first.now == nil { years.tell([first]) }
    years.note(first.subjects, before: value)
    claims.append(Found(subjects: first.subjects, statement: .before(value), range: count.range))
  }

  /// 上年为80件, or 较上年（80件）, of what was counted last.
  mutating func noteBefore(_ value: Numeral?, _ count: Clause.Count, of clause: Clause) -> Bool {
    let isBesideBase = clause.isBracketed && previous?.tokens.last?.word == .base(.lastYear)
    guard isOfLastYear || isBesideBase, let value, let last = years.recent.last, !last.subjects.isEmpty,
      last.subjects.fits(count.unit), count.unit?.isOfCounts ?? false, count.after.isEmpty,
      count.before.allSatisfy({ [.lastYear, .copula, .filler].contains($0.word) })
    else { return false }
    years.note(last.subjects, before: value)
    claims.append(Found(subjects: last.subjects, statement: .before(value), range: count.range))
    return true
  }

  private var isOfLastYear: Bool { if case .lastYear = period { true } else { false } }

  /// 由上年的80件增至100件
  ///
  /// - Returns: whether the two numbers are such.
  mutating func readSpan(_ first: Clause.Count, _ second: Clause.Count, of clause: Clause) -> Bool {
    let (from, to) = (first.before.map(\.word), second.before.map(\.word))
    guard to.contains(.reaching), from.contains(.from), first.unit == second.unit, !first.isPercent, !second.isPercent,
      to.allSatisfy({ $0 == .reaching || $0.isOfReportYear }),
      second.after.first?.word.isPassive ?? true
        || second.after.first?.word.isComparing ?? true
    else { return false }
    guard let before = first.value, let now = second.value,
      !(from + to).contains(where: { $0.isOtherTime(than: year) }),
      !from.contains(where: { $0.isComparing && $0 != .base(.lastYear) })
    else {
      years.forget()
      return true
    }
    let subjects = spanned(first, of: clause)
    years.tell([Growth.Grown(subjects: subjects, before: before, now: now)])
    years.base = nil
    guard !subjects.isEmpty else { return true }
    context.last = subjects.first
    claims.append(Found(subjects: subjects, statement: .before(before), range: first.range))
    claims.append(Found(subjects: subjects, statement: .count(now), range: second.range))
    return true
  }

  private func spanned(_ first: Clause.Count, of clause: Clause) -> [Counted] {
    guard isComparable(clause), !first.before.contains(where: { $0.word == .unknown }) else { return [] }
    if first.before.contains(where: { $0.key != nil }) { return named(first.before, unit: first.unit, of: clause) }
    return years.recent.last.map { $0.subjects.fits(first.unit) ? $0.subjects : [] } ?? []
  }
}

extension Clause.Count {
  /// In 万元 for money.
  fileprivate var value: Numeral? { unit == .yuan ? numeral?.perTenThousand : numeral }

  /// The unit of what has grown, where the growth has one of its own.
  fileprivate var countingUnit: Unit? {
    switch unit {
    case .times, .tenths, .doublings, .points: nil
    default: unit
    }
  }

  func growth(tenths digit: Numeral?) -> Growth.Amount? {
    guard let numeral, portion?.isExact ?? true else { return portion.map { .portion($0) } }
    if isPercent { return .share(numeral.rounded(to: 1)) }
    switch unit {
    case .times: return .times(numeral.rounded(to: 1))
    case .tenths:
      guard let digit else { return numeral.rounded(to: 1).times(10).map { .share($0) } }
      return numeral.times(10).map {
        .share(Numeral(tenThousandths: $0.tenThousandths + digit.tenThousandths, step: 10_000))
      }
    case .doublings: return numeral.isDigit ? .doublings(numeral.tenThousandths / 10_000) : nil
    case .foreign, .points: return nil
    default: return value.map { .count($0) }
    }
  }
}

extension Numeral {
  fileprivate var isDigit: Bool {
    step == 0 && tenThousandths % 10_000 == 0 && (1...9).contains(tenThousandths / 10_000)
  }

  /// 94% may be 94.4%.
  fileprivate func rounded(to weight: Int) -> Numeral {
    Numeral(tenThousandths: tenThousandths, step: step == 0 ? weight * 10_000 : step)
  }
}

extension [Counted] {
  /// Money is counted in money, all else in pieces.
  fileprivate func fits(_ unit: Unit?) -> Bool {
    switch unit {
    case nil: true
    case .yuan, .tenThousandYuan: self == [.fees] || isEmpty
    case .foreign, .points: isEmpty
    default: !contains(.fees)
    }
  }
}

extension Unit {
  /// It may be the unit of a figure.
  fileprivate var isOfCounts: Bool {
    switch self {
    case .piece, .other, .yuan, .tenThousandYuan: true
    case .foreign, .times, .tenths, .doublings, .points: false
    }
  }
}

extension Word {
  /// Stands beside 增加 without naming anything else than what was counted last.
  fileprivate func isBeside(_ subjects: [Counted]) -> Bool {
    switch self {
    case .base, .copula: return true
    case .amount, .thisYear, .year: return !subjects.isEmpty
    case .filler, .application:
      return !subjects.isEmpty
        && subjects.allSatisfy { if case .requests = $0 { true } else { false } }
    default: return false
    }
  }

  fileprivate var isOfPoints: Bool {
    switch self {
    case .base, .change, .copula, .filler: true
    default: false
    }
  }

  fileprivate var isOfReportYear: Bool {
    switch self {
    case .filler, .copula, .thisYear, .year: true
    default: false
    }
  }

  fileprivate func isOtherTime(than reportYear: Int?) -> Bool {
    switch self {
    case .otherTime, .samePeriod: true
    case .year(let year): year != reportYear
    default: false
    }
  }
}
