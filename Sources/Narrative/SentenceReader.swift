/// Reads the claims of one sentence, clause by clause.
struct SentenceReader {
  struct Found {
    var subjects: [Counted]
    var statement: Statement
    var range: Range<Int>
  }

  var context: Context
  var claims: [Found] = []
  private let clauses: [Clause]
  let year: Int?
  private let isCumulative: Bool
  private let isAbout: Bool
  /// 除政府信息公开外
  private let excludesAbout: Bool
  private(set) var period = Period.report
  private var isUpTo = false
  private var isListed = false
  /// What 其中 splits.
  private var parent: Counted?
  var years = ComparedYears()
  /// The clause before.
  private(set) var previous: Clause?

  init(clauses: [Clause], year: Int?, context: Context) {
    self.clauses = clauses
    self.year = year
    self.context = context
    let isThisYear = clauses.contains { $0.holds(.thisYear) || $0.holds(.year(year ?? 0)) }
    isCumulative = clauses.contains { $0.holds(.cumulative) } && !isThisYear
    let about = clauses.filter { $0.holdsAny([.about, .key(.request)]) }
    isAbout = !about.isEmpty
    excludesAbout = about.contains { $0.holds(.except) }
  }

  var coversArea: Bool { clauses.contains { $0.holds(.area) } }

  /// The claims, without those that speak of the same thing with different numbers: one of them means a part.
  var certainClaims: [Found] {
    claims.filter { claim in
      guard case .count(let numeral) = claim.statement, claim.subjects.count == 1,
        case .requests(let stage, .anyone)? = claim.subjects.first, stage.isGeneral
      else { return true }
      return !claims.contains {
        if case .count(let other) = $0.statement { $0.subjects == claim.subjects && other != numeral } else { false }
      }
    }
  }

  mutating func read() {
    var outside: (period: Period, years: ComparedYears)?
    for clause in clauses {
      if clause.isBracketed, outside == nil { outside = (period, years) }
      if !clause.isBracketed, let saved = outside {
        period = saved.period
        years.leaveBracket(saved.years)
        outside = nil
      }
      read(clause)
      previous = clause
    }
  }

  private mutating func read(_ clause: Clause) {
    noteTime(of: clause)
    noteTopic(of: clause)
    if clause.holds(.respectively) { isListed = true }
    if clause.holds(.among) { parent = context.last }
    noteBase(of: clause)
    // 比2023年的多 is of either year.
    guard isComparable(clause), period != .report || !clause.holds(.lastYear) else {
      years.forget()
      readCounts(of: clause, onlySpans: true)
      return
    }
    readCounts(of: clause)
    readStatements(of: clause)
    readSame(of: clause)
    if clause.namesMore { years.forget() }
  }

  private mutating func noteTime(of clause: Clause) {
    if clause.holds(.upTo) { isUpTo = true }
    let years = clause.tokens.compactMap { if case .year(let year) = $0.word { year } else { nil } }
    let isElsewhere = clause.holdsAny([.otherTime, .samePeriod]) || years.contains { $0 != year }
    if isElsewhere || clause.holds(.lastYear) {
      // What two numbers are of, they say themselves.
      guard !clause.isComparing else { return }
      period = !isElsewhere && clause.isOfLastYear ? .lastYear(isAlone: clause.isOnlyTime) : .other
    } else if clause.holds(.thisYear) || !years.isEmpty {
      period = .report
    } else if case .lastYear(let isAlone) = period {
      // 2023年，收到: what comes after that may be of either year.
      period = isAlone ? .lastYear(isAlone: false) : .afterLastYear
    }
    if clause.holds(.upTo), !clause.holds(.yearEnd) { period = .other }
  }

  private mutating func noteTopic(of clause: Clause) {
    let keys = clause.keys
    let proceedings = KeyChain(clause.tokens.filter { $0.key != nil }).proceedings
    if keys.contains(.request) {
      context.topic = .requests
    } else if clause.holds(.foreign) {
      context.topic = .foreign
    } else if keys.contains(.normativeDocument) || keys.contains(.documents(.inForce)) {
      context.topic = .documents
    }
    guard !proceedings.isEmpty else { return }
    if isAbout || context.topic == .requests {
      context.proceedings = proceedings
    } else {
      context.proceedings = []
      context.topic = .foreign
    }
  }

  func isComparable(_ clause: Clause) -> Bool {
    let isElsewhere = clause.holdsAny([.otherTime, .samePeriod, .plan, .part, .foreign])
    let isClear = period != .other && (period != .afterLastYear || clause.isComparing)
    return isClear && !excludesAbout && !isListed && !isCumulative && !isElsewhere
      && (!isUpTo || context.topic == .documents)
  }

  func subjects(of chain: KeyChain, unit: Unit?, in clause: Clause) -> [Counted] {
    SubjectFinder(clause: clause, context: context, parent: parent, isAbout: isAbout).subjects(of: chain, unit: unit)
  }

  // MARK: Numbers

  private mutating func readCounts(of clause: Clause, onlySpans: Bool = false) {
    var isSpan = false
    for (index, count) in clause.counts.enumerated() {
      if isSpan {
        isSpan = false
      } else if index + 1 < clause.counts.count, readSpan(count, clause.counts[index + 1], of: clause) {
        isSpan = true
      } else if onlySpans {
        years.forget()
      } else if count.before.contains(where: \.word.isComparing) {
        readComparing(count, of: clause)
      } else if count.isPercent {
        readShare(count, of: clause)
        years.forget()
      } else {
        readCount(count, of: clause)
      }
    }
  }

  private mutating func readCount(_ count: Clause.Count, of clause: Clause) {
    // 3件实事: the word behind says what is counted, and is not known. Of two numbers that are compared, only the one
    // before 较上年 is sure to be this year's.
    guard count.after.first?.word != .unknown,
      !count.after.contains(where: \.word.isComparing) || count.after.first?.word == .base(.lastYear)
    else { return years.forget() }
    let chain = KeyChain(count)
    let subjects = subjects(of: chain, unit: count.unit, in: clause)
    if let subject = subjects.first { context.last = subject }
    let value = count.unit == .yuan ? count.numeral?.perTenThousand : count.numeral
    let groups = chain.isEach ? subjects.map { [$0] } : [subjects]
    guard !subjects.isEmpty else {
      if !noteBefore(value, count, of: clause) { years.forget() }
      return
    }
    for group in groups {
      if period == .report { years.note(group, now: value) } else { years.note(group, before: value) }
      guard let value else { continue }
      claims.append(
        Found(subjects: group, statement: period == .report ? .count(value) : .before(value), range: count.range))
    }
  }

  private mutating func readShare(_ count: Clause.Count, of clause: Clause) {
    guard period == .report, let numeral = count.numeral else { return }
    guard let mark = count.before.firstIndex(where: { $0.word == .share }), count.after.isEmpty else { return }
    let whole = KeyChain(count.before[mark...].filter { $0.word != .share })
    guard !whole.isBlocked, whole.keys.allSatisfy({ if case .stage(let stage) = $0 { stage.isGeneral } else { false } })
    else { return }
    var subject = context.last
    let named = count.before[..<mark]
    if named.contains(where: { $0.key != nil || $0.word == .unknown }) || claims.isEmpty {
      let chain = KeyChain(named.reversed())
      guard !chain.isBlocked else { return }
      let found = subjects(of: chain, unit: .piece, in: clause)
      subject = found.count == 1 ? found.first : nil
    }
    guard let subject, case .requests(let stage, let applicant) = subject, !stage.isGeneral || applicant != .anyone
    else { return }
    claims.append(Found(subjects: [subject], statement: .share(numeral), range: count.range))
  }

  // MARK: Statements without a number

  private mutating func readStatements(of clause: Clause) {
    guard period == .report, clause.counts.isEmpty, !clause.isComparing, !clause.holds(.channel) else { return }
    if let mark = clause.tokens.firstIndex(where: { $0.word == .none }) {
      readNone(clause.tokens[mark...])
    } else if let mark = clause.tokens.firstIndex(where: { $0.word == .all }),
      !clause.holdsAny([.reserve, .except, .unknown])
    {
      readAll(clause.tokens[mark...])
    }
  }

  private mutating func readNone(_ tokens: ArraySlice<Clause.Token>) {
    let chain = KeyChain(tokens.filter { $0.word != .none })
    guard
      let range = tokens.first.map({ $0.range.lowerBound..<(tokens.last?.range.upperBound ?? $0.range.upperBound) }),
      !chain.isBlocked, chain.outcomes.isEmpty, chain.documents.isEmpty,
      chain.stages.allSatisfy({ $0 == .received || $0 == .handled })
    else { return }
    if !chain.proceedings.isEmpty, chain.keys.count == chain.proceedings.count {
      guard isAbout || context.topic == .requests else { return }
      claims += chain.proceedings.map {
        Found(subjects: [.proceedings($0, .any)], statement: .none, range: range)
      }
    } else if chain.namesRequests, chain.keys.count == chain.stages.count {
      claims.append(Found(subjects: [.requests(.newlyReceived, .anyone)], statement: .none, range: range))
    }
  }

  private mutating func readAll(_ tokens: ArraySlice<Clause.Token>) {
    guard let all = tokens.first, let last = tokens.last else { return }
    let range = all.range.lowerBound..<last.range.upperBound
    let keys = tokens.compactMap(\.key)
    if keys == [.outcome(.upheld)], !context.proceedings.isEmpty {
      claims += context.proceedings.map {
        Found(subjects: [.proceedings($0, .upheld)], statement: .allUpheld, range: range)
      }
    }
    guard keys == [.finished], context.topic == .requests, speaksOfAllRequests else { return }
    claims.append(
      Found(subjects: [.requests(.carriedOut, .anyone)], statement: .allConcluded, range: range))
  }

  /// The sentence speaks of what was received, and of nothing that is left over.
  private var speaksOfAllRequests: Bool {
    let keys = clauses.flatMap(\.keys)
    let receives = keys.contains(.stage(.received)) || keys.contains(.stage(.newlyReceived))
    let names = receives || (keys.contains(.request) && !keys.contains(.stage(.carriedIn)))
    let narrows = keys.contains { key in
      switch key {
      case .applicant, .proceeding, .stage(.carriedOut), .stage(.carried): true
      default: false
      }
    }
    return names && !narrows
      && !clauses.contains { $0.holdsAny([.among, .channel, .foreign, .part, .reserve, .except, .plan]) }
  }
}

/// The time that a part of a sentence speaks of.
enum Period: Equatable {
  case report
  /// `isAlone`: it has named the year, and nothing of it yet.
  case lastYear(isAlone: Bool)
  /// One of the two.
  case afterLastYear
  case other
}

extension Clause {
  /// 上年为86件, 2023年收到: it begins with the year before, and is of no part of it.
  fileprivate var isOfLastYear: Bool {
    tokens.first { $0.word != .filler }?.word == .lastYear && !holds(.yearEnd) && !holds(.thisYear)
      && !tokens.contains { if case .year = $0.word { true } else { false } }
  }

  /// It speaks of something else than was counted, without a number.
  fileprivate var namesMore: Bool {
    counts.isEmpty && !isComparing && !holdsAny([.all, .none])
      && (!keys.isEmpty || holdsAny([.among, .share, .channel]))
  }

  fileprivate var isOnlyTime: Bool { tokens.allSatisfy { $0.word == .lastYear || $0.word == .filler } }
}

extension Numeral {
  /// 元 in 万元.
  var perTenThousand: Numeral {
    Numeral(tenThousandths: tenThousandths / 10_000, step: step / 10_000)
  }
}
