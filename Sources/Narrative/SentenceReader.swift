/// Reads the claims of one sentence, clause by clause.
struct SentenceReader {
  struct Found {
    var subjects: [Counted]
    var alternatives: [Counted] = []
    var statement: Statement
    var range: Range<Int>
    /// The number is told twice, in figures and in words.
    var isRestated = false
  }

  var context: Context
  var claims: [Found] = []
  let clauses: [Clause]
  let year: Int?
  private let isCumulative: Bool
  let isAbout: Bool
  /// 除政府信息公开外
  private let excludesAbout: Bool
  var period = Period.report
  var isUpTo = false
  /// Where the tables' part of what is counted beyond them is told.
  let split: Int?
  /// What was counted beyond them.
  var spanned: Counted?
  private var isListed = false
  /// What 其中, brackets and 中 split.
  var parent: Counted?
  /// How many that is, as the sentence says.
  var parentNumeral: Numeral?
  /// It is split by 中.
  private var isInside = false
  /// What came by one way is told of: 线上受理65件，办结62件.
  var isOfChannel = false
  /// 规范性文件 has been named: 文件 behind it means the same.
  private var namesDocuments = false
  /// What was named in a list, or told as shares, last.
  var listed: [Counted] = []
  /// What was told as a share in this sentence.
  var shares: [Counted] = []
  /// It tells under what heads documents fall: 主动公开类、依申请公开类.
  private let sortsDocuments: Bool
  var years = ComparedYears()
  /// The clause before.
  private(set) var previous: Clause?

  init(clauses: [Clause], year: Int?, context: Context) {
    self.clauses = clauses
    self.year = year
    self.context = context
    split = Self.split(clauses, year: year)
    let isThisYear = clauses.contains { $0.holds(.thisYear) || $0.holds(.year(year ?? 0)) }
    isCumulative = clauses.contains { $0.holds(.cumulative) && $0.holdsAny([.unknown, .upTo]) } && !isThisYear
    let acts = clauses.contains {
      $0.keys.contains { if case .stage(let stage) = $0 { stage.isGeneral } else { $0 == .finished } }
    }
    let sorts = clauses.contains {
      $0.keys.contains { if case .stage(let stage) = $0 { !stage.isGeneral } else { $0 == .request } }
    }
    sortsDocuments =
      sorts && !acts && (clauses.first.map { $0.holdsAny([.foreign, .document]) && !$0.counts.isEmpty } ?? false)
    let about = clauses.filter { $0.holdsAny([.about, .key(.request)]) }
    isAbout = !about.isEmpty
    excludesAbout = about.contains { $0.holds(.except) }
  }

  var coversArea: Bool { clauses.contains { $0.holds(.area) } }

  /// The claims, without those that speak of the same thing with different numbers: one of them means a part.
  var certainClaims: [Found] {
    claims.filter { claim in
      guard case .count(let numeral) = claim.statement, claim.subjects.count == 1, !claim.isRestated,
        case .requests(let stage, .anyone)? = claim.subjects.first, stage.isGeneral
      else { return true }
      return !claims.contains {
        guard case .count(let other) = $0.statement, !$0.isRestated else { return false }
        return $0.subjects == claim.subjects && other != numeral
      }
    }
  }

  mutating func read() {
    var outside: Outside?
    for (index, clause) in clauses.enumerated() {
      if clause.isBracketed, outside == nil {
        outside = Outside(
          period: period, years: years, parent: parent, parentNumeral: parentNumeral, isInside: isInside,
          last: context.last)
        if context.last != nil { (parent, parentNumeral) = (context.last, context.lastNumeral) }
        isInside = false
      }
      if !clause.isBracketed, let saved = outside {
        period = saved.period
        years.leaveBracket(saved.years)
        (parent, parentNumeral, isInside) = (saved.parent, saved.parentNumeral, saved.isInside)
        context.last = saved.last
        outside = nil
      }
      read(clause, at: index)
      previous = clause
    }
  }

  private mutating func read(_ clause: Clause, at index: Int) {
    noteTime(of: clause)
    noteTopic(of: clause)
    if isSpan(clause, at: index) { return noteSpan(clause) }
    if index == split, readOfSpan(clause) { return }
    if isInside, clause.follows == "；" || clause.follows == ";" { (parent, isInside) = (nil, false) }
    if clause.holds(.among) { (parent, parentNumeral, isInside) = (context.last, context.lastNumeral, false) }
    noteBase(of: clause)
    if clause.holds(.respectively) {
      isListed = !isComparable(clause) || !readList(clause)
      return
    }
    // 比2023年的多 is of either year.
    guard isComparable(clause), period != .report || !clause.holds(.lastYear) else {
      years.forget()
      if clause.counts.contains(where: { !$0.isPercent }) { context.last = nil }
      readCounts(of: clause, onlySpans: true)
      return
    }
    if clause.keys.contains(.request) || clause.follows == "；" || clause.follows == ";" { isOfChannel = false }
    if !readShares(clause) { readCounts(of: clause) }
    if clause.holds(.channel), !clause.namesEveryChannel, !clause.counts.isEmpty, parent == nil, context.last == nil {
      isOfChannel = true
    }
    readStatements(of: clause)
    readSame(of: clause)
    readDirection(of: clause)
    if clause.namesMore { years.forget() }
    if clause.keys.contains(.normativeDocument) { namesDocuments = true }
    if clause.opensScope { (parent, parentNumeral, isInside) = (context.last, context.lastNumeral, true) }
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
    // 低保申请: of something else.
    let isOfOthers = clause.asksForOthers && !keys.contains(.request)
    let proceedings = KeyChain(clause.tokens.filter { $0.key != nil }).proceedings
    if keys.contains(.request) {
      context.topic = .requests
    } else if isOfOthers || clause.holds(.foreign) || (clause.holds(.document) && !namesDocuments) {
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
    let isElsewhere = clause.holdsAny([.otherTime, .samePeriod, .plan, .part]) || clause.isForeign
    let isClear = period != .other && (period != .afterLastYear || clause.isComparing)
    let isOfOthers = sortsDocuments || (clause.holds(.document) && !namesDocuments)
    return isClear && !excludesAbout && !isListed && !isCumulative && !isElsewhere && !isOfOthers
      && (!isUpTo || context.topic == .documents)
  }

  func subjects(of chain: KeyChain, unit: Unit?, in clause: Clause) -> [Counted] {
    finder(for: clause).subjects(of: chain, unit: unit)
  }

  func finder(for clause: Clause) -> SubjectFinder {
    SubjectFinder(clause: clause, context: context, parent: parent, isInside: isInside, isAbout: isAbout)
  }
}

/// What held before a bracket, and holds again behind it.
private struct Outside {
  var period: Period
  var years: ComparedYears
  var parent: Counted?
  var parentNumeral: Numeral?
  var isInside: Bool
  var last: Counted?
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

  /// It speaks of something else from its beginning: 制发规范性文件7件、解读3篇 does not.
  fileprivate var isForeign: Bool {
    guard holds(.foreign) else { return false }
    guard let first = counts.first else { return true }
    return tokens.contains { $0.word == .foreign && $0.range.lowerBound < first.range.lowerBound }
      || !first.after.contains { $0.word == .and }
      || first.after.prefix { $0.word != .and }.contains { $0.word == .foreign }
  }

  /// 低保申请86件
  fileprivate var asksForOthers: Bool {
    tokens.indices.contains { index in
      tokens[index].word == .application && index > 0 && tokens[index - 1].word == .unknown && !counts.isEmpty
    }
  }

  fileprivate var isOnlyTime: Bool { tokens.allSatisfy { $0.word == .lastYear || $0.word == .filler } }
}
