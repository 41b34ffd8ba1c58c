/// Reads the claims of one sentence, clause by clause.
struct SentenceReader {
  struct Found {
    var subjects: [Counted]
    var statement: Statement
    var range: Range<Int>
  }

  private(set) var context: Context
  private var claims: [Found] = []
  private let clauses: [Clause]
  private let year: Int?
  private let isCumulative: Bool
  private let isAbout: Bool
  private var isOtherTime = false
  private var isUpTo = false
  private var isListed = false
  /// What 其中 splits.
  private var parent: Counted?

  init(clauses: [Clause], year: Int?, context: Context) {
    self.clauses = clauses
    self.year = year
    self.context = context
    let isThisYear = clauses.contains { $0.holds(.thisYear) || $0.holds(.year(year ?? 0)) }
    isCumulative = clauses.contains { $0.holds(.cumulative) } && !isThisYear
    isAbout = clauses.contains { $0.holds(.about) || $0.holds(.key(.request)) }
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
    for clause in clauses {
      noteTime(of: clause)
      noteTopic(of: clause)
      if clause.holds(.respectively) { isListed = true }
      if clause.holds(.among) { parent = context.last }
      guard isComparable(clause) else { continue }
      readCounts(of: clause)
      readStatements(of: clause)
    }
  }

  private mutating func noteTime(of clause: Clause) {
    let years = clause.tokens.compactMap { if case .year(let year) = $0.word { year } else { nil } }
    if clause.holds(.otherTime) || years.contains(where: { $0 != year }) {
      isOtherTime = isOtherTime || !clause.holds(.comparison)
    } else if clause.holds(.thisYear) || !years.isEmpty {
      isOtherTime = false
    }
    if clause.holds(.upTo) {
      isUpTo = true
      isOtherTime = isOtherTime || !clause.holds(.yearEnd)
    }
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

  private func isComparable(_ clause: Clause) -> Bool {
    let isElsewhere = clause.holdsAny([.otherTime, .plan, .part, .foreign])
    return !isOtherTime && !isListed && !isCumulative && !isElsewhere
      && (!isUpTo || context.topic == .documents)
  }

  // MARK: Numbers

  private mutating func readCounts(of clause: Clause) {
    for count in clause.counts {
      if count.isPercent {
        readShare(count, of: clause)
        continue
      }
      // Two numbers that are compared are both left alone, and so is what a part of them would be.
      guard !count.before.contains(where: { $0.word == .comparison || $0.word == .growth }),
        !count.after.contains(where: { $0.word == .comparison || $0.word == .growth }),
        // 3件实事: the word behind says what is counted, and is not known.
        count.after.first?.word != .unknown
      else { continue }
      let chain = KeyChain(count)
      let subjects = SubjectFinder(clause: clause, context: context, parent: parent, isAbout: isAbout)
        .subjects(of: chain, unit: count.unit)
      if let subject = subjects.first { context.last = subject }
      guard let numeral = count.numeral, !subjects.isEmpty else { continue }
      let value = count.unit == .yuan ? numeral.perTenThousand : numeral
      let groups = chain.isEach ? subjects.map { [$0] } : [subjects]
      claims += groups.map { Found(subjects: $0, statement: .count(value), range: count.range) }
    }
  }

  private mutating func readShare(_ count: Clause.Count, of clause: Clause) {
    guard let numeral = count.numeral else { return }
    if count.before.contains(where: { $0.word == .comparison || $0.word == .growth }) {
      claims.append(Found(subjects: context.last.map { [$0] } ?? [], statement: .growth(numeral), range: count.range))
      return
    }
    guard let mark = count.before.firstIndex(where: { $0.word == .share }), count.after.isEmpty else { return }
    let whole = KeyChain(count.before[mark...].filter { $0.word != .share })
    guard !whole.isBlocked, whole.keys.allSatisfy({ if case .stage(let stage) = $0 { stage.isGeneral } else { false } })
    else { return }
    var subject = context.last
    let named = count.before[..<mark]
    if named.contains(where: { $0.key != nil || $0.word == .unknown }) || claims.isEmpty {
      let chain = KeyChain(named.reversed())
      guard !chain.isBlocked else { return }
      let found = SubjectFinder(clause: clause, context: context, parent: parent, isAbout: isAbout)
        .subjects(of: chain, unit: .piece)
      subject = found.count == 1 ? found.first : nil
    }
    guard let subject, case .requests(let stage, let applicant) = subject, !stage.isGeneral || applicant != .anyone
    else { return }
    claims.append(Found(subjects: [subject], statement: .share(numeral), range: count.range))
  }

  // MARK: Statements without a number

  private mutating func readStatements(of clause: Clause) {
    guard clause.counts.isEmpty, !clause.holdsAny([.channel, .comparison, .growth]) else { return }
    if let mark = clause.tokens.firstIndex(where: { $0.word == .none }) {
      readNone(clause.tokens[mark...])
    } else if let mark = clause.tokens.firstIndex(where: { $0.word == .all }), !clause.holdsAny([.reserve, .unknown]) {
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
    return names && !narrows && !clauses.contains { $0.holdsAny([.among, .channel, .foreign, .part, .reserve, .plan]) }
  }
}

extension Numeral {
  /// 元 in 万元.
  fileprivate var perTenThousand: Numeral {
    Numeral(tenThousandths: tenThousandths / 10_000, step: step / 10_000)
  }
}
