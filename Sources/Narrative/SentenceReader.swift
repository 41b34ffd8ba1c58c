/// Reads the claims of one sentence, clause by clause.
struct SentenceReader {
  struct Found {
    var subjects: [Counted]
    var alternatives: [Counted] = []
    var statement: Statement
    var range: Range<Int>
  }

  var context: Context
  var claims: [Found] = []
  let clauses: [Clause]
  let year: Int?
  private let isCumulative: Bool
  let isAbout: Bool
  /// 除政府信息公开外
  private let excludesAbout: Bool
  private(set) var period = Period.report
  private var isUpTo = false
  private var isListed = false
  /// What 其中, brackets and 中 split.
  private var parent: Counted?
  /// How many that is, as the sentence says.
  private var parentNumeral: Numeral?
  /// It is split by 中.
  private var isInside = false
  /// What came by one way is told of: 线上受理65件，办结62件.
  private var isOfChannel = false
  /// 规范性文件 has been named: 文件 behind it means the same.
  private var namesDocuments = false
  /// What was named in a list, or told as shares, last.
  var listed: [Counted] = []
  /// What was told as a share in this sentence.
  private(set) var shares: [Counted] = []
  /// It tells under what heads documents fall: 主动公开类、依申请公开类.
  private let sortsDocuments: Bool
  var years = ComparedYears()
  /// The clause before.
  private(set) var previous: Clause?

  init(clauses: [Clause], year: Int?, context: Context) {
    self.clauses = clauses
    self.year = year
    self.context = context
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
      guard case .count(let numeral) = claim.statement, claim.subjects.count == 1,
        case .requests(let stage, .anyone)? = claim.subjects.first, stage.isGeneral
      else { return true }
      return !claims.contains {
        if case .count(let other) = $0.statement { $0.subjects == claim.subjects && other != numeral } else { false }
      }
    }
  }

  mutating func read() {
    var outside: Outside?
    for clause in clauses {
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
      read(clause)
      previous = clause
    }
  }

  private mutating func read(_ clause: Clause) {
    noteTime(of: clause)
    noteTopic(of: clause)
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

  private func finder(for clause: Clause) -> SubjectFinder {
    SubjectFinder(clause: clause, context: context, parent: parent, isInside: isInside, isAbout: isAbout)
  }

  // MARK: Numbers

  private mutating func readCounts(of clause: Clause, onlySpans: Bool = false) {
    var isSpan = false
    for (index, count) in clause.counts.enumerated() {
      if clause.isForeign(to: count), !onlySpans {
        (context.last, isSpan) = (nil, false)
        years.forget()
      } else if isSpan {
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
    guard count.after.first?.word != .unknown, !count.before.contains(where: { $0.word == .rate }),
      !count.after.contains(where: \.word.isComparing) || count.after.first?.word == .base(.lastYear)
    else { return years.forget() }
    let chain = KeyChain(count, countsFirst: clause.countsFirst)
    let before = context.last
    var subjects = shared(subjects(of: chain, unit: count.unit ?? .piece, in: clause), of: count, in: clause)
    if isOfChannel, subjects.contains(where: \.isOfRequests) { subjects = [] }
    if subjects.isEmpty, !isOfChannel, isPending(count, chain) { subjects = [.requests(.handled, .anyone)] }
    let value = count.unit == .yuan ? count.numeral?.perTenThousand : count.numeral
    context.last = subjects.first
    context.lastNumeral = value
    listed = subjects
    let groups = chain.isEach ? subjects.map { [$0] } : [subjects]
    guard !subjects.isEmpty else {
      if noteBefore(value, count, of: clause) {
        context.last = before
      } else {
        years.forget()
        readPart(value, count, chain, of: clause)
      }
      return
    }
    for group in groups {
      if period == .report { years.note(group, now: value) } else { years.note(group, before: value) }
      guard let value else { continue }
      claims.append(
        Found(
          subjects: group, alternatives: alternatives(to: group, behind: before),
          statement: period == .report ? .count(value) : .before(value), range: count.range))
    }
  }

  /// 12件行政复议、9件行政诉讼获维持: how it ended is said once of both.
  private func shared(_ subjects: [Counted], of count: Clause.Count, in clause: Clause) -> [Counted] {
    guard count.after.last?.word == .and, clause.countsFirst,
      let last = clause.counts.last, last.isLast
    else { return subjects }
    let outcomes = KeyChain(last.after).outcomes
    guard outcomes.count == 1, let outcome = outcomes.first else { return subjects }
    return subjects.map { subject in
      if case .proceedings(let proceeding, .any) = subject { .proceedings(proceeding, outcome) } else { subject }
    }
  }

  /// A number that counts what the clause before it names, or the sum of what came in: 依申请公开：207件; 共计210件.
  private func isPending(_ count: Clause.Count, _ chain: KeyChain) -> Bool {
    guard count.unit == .piece, chain.keys.isEmpty, !chain.namesRequests, !chain.isBlocked, parent == nil,
      context.topic == .requests, count.after.isEmpty, count.before.allSatisfy(\.word.isPassive)
    else { return false }
    if count.before.contains(where: { $0.word == .total }) {
      let told = Set(claims.flatMap(\.subjects))
      return told.contains(.requests(.carriedIn, .anyone))
        && (told.contains(.requests(.newlyReceived, .anyone)) || told.contains(.requests(.received, .anyone)))
    }
    guard let previous, previous.counts.isEmpty, previous.keys == [.request] else { return false }
    return !previous.holds(.unknown) || previous.isComparing
  }

  /// 商业企业12件，予以公开5件: of theirs, or of all.
  private func alternatives(to subjects: [Counted], behind before: Counted?) -> [Counted] {
    guard case .requests(let whole, let applicant)? = before, applicant != .anyone, whole.isGeneral else { return [] }
    return subjects.compactMap { subject in
      guard case .requests(let stage, .anyone) = subject, !stage.isGeneral else { return nil }
      return .requests(stage, applicant)
    }
  }

  /// Some of what is counted, and so no more than all.
  private mutating func readPart(
    _ value: Numeral?, _ count: Clause.Count, _ chain: KeyChain, of clause: Clause
  ) {
    guard period == .report, let value, let whole = finder(for: clause).whole(of: chain, unit: count.unit) else {
      return
    }
    let told = whole == parent ? parentNumeral : nil
    claims.append(Found(subjects: [whole], statement: .part(value, of: told), range: count.range))
  }

  private mutating func readShare(_ count: Clause.Count, of clause: Clause) {
    guard period == .report, let numeral = count.numeral else { return }
    if readRate(numeral, count, of: clause) { return }
    guard let mark = count.before.firstIndex(where: { $0.word == .share }), count.after.isEmpty else { return }
    if count.before.contains(where: { $0.word == .both }) { return readTogether(numeral, count) }
    let whole = KeyChain(count.before[mark...].filter { $0.word != .share })
    let isOfAll = whole.stages.count == whole.keys.count && whole.stages.allSatisfy(\.isGeneral)
    guard !whole.isBlocked, isOfAll else { return }
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
    shares.append(subject)
    context.last = subject
    let wholes = parent.map { $0 == subject ? [] : [$0] } ?? []
    claims.append(
      Found(subjects: [subject], alternatives: wholes, statement: .share(numeral), range: count.range))
  }

  /// 两者合计占60%
  private mutating func readTogether(_ numeral: Numeral, _ count: Clause.Count) {
    guard shares.count == 2, Set(shares).count == 2 else { return }
    claims.append(Found(subjects: shares, statement: .share(numeral), range: count.range))
  }

  /// 维持率50%, 办结率95.2%
  ///
  /// - Returns: whether it is told as a rate.
  private mutating func readRate(_ numeral: Numeral, _ count: Clause.Count, of clause: Clause) -> Bool {
    guard let mark = count.before.lastIndex(where: { $0.word == .rate }), !count.before.contains(where: \.word.isShare)
    else { return false }
    let between = count.before[(mark + 1)...]
    let chain = KeyChain(count.before[..<mark].reversed())
    guard between.allSatisfy({ $0.word == .copula || $0.word == .filler }), !chain.isBlocked,
      !count.before.contains(where: { $0.word == .reserve }), context.topic == .requests || isAbout
    else { return true }
    let proceedings = chain.proceedings.isEmpty ? context.proceedings : chain.proceedings
    if let outcome = chain.outcomes.first, chain.outcomes.count == 1, proceedings.count == 1 {
      claims += proceedings.map {
        Found(subjects: [.proceedings($0, outcome)], statement: .share(numeral), range: count.range)
      }
    } else if chain.keys == [.finished], numeral != Numeral(100), !clause.holds(.channel) {
      // What was not due yet is often left out of 100%.
      claims.append(Found(subjects: [.requests(.concluded, .anyone)], statement: .share(numeral), range: count.range))
    }
    return true
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

  fileprivate func isForeign(to count: Clause.Count) -> Bool {
    guard holds(.foreign) else { return false }
    return tokens.contains { $0.word == .foreign && $0.range.lowerBound < count.range.upperBound }
      || count.after.prefix { $0.word != .and }.contains { $0.word == .foreign }
  }

  fileprivate var isOnlyTime: Bool { tokens.allSatisfy { $0.word == .lastYear || $0.word == .filler } }
}

extension Counted {
  fileprivate var isOfRequests: Bool { if case .requests = self { true } else { false } }
}

extension Numeral {
  /// 元 in 万元.
  var perTenThousand: Numeral {
    Numeral(tenThousandths: tenThousandths / 10_000, step: step / 10_000)
  }
}
