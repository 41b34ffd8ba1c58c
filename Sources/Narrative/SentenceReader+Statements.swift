/// Statements without a number.
extension SentenceReader {
  mutating func readStatements(of clause: Clause) {
    guard period == .report, clause.counts.isEmpty, !clause.isComparing else { return }
    if let mark = clause.tokens.firstIndex(where: { $0.word == .none }) {
      readNone(clause.tokens[mark...], of: clause)
    } else if let mark = clause.tokens.firstIndex(where: { $0.word == .all }), !clause.holds(.channel),
      !clause.holdsAny([.reserve, .rate, .except, .unknown])
    {
      readAll(clause.tokens[mark...], of: clause)
    }
  }

  // MARK: None

  private mutating func readNone(_ tokens: ArraySlice<Clause.Token>, of clause: Clause) {
    let named = tokens.filter { $0.word != .none && $0.word != .channel }
    let chain = KeyChain(named)
    guard
      let range = tokens.first.map({ $0.range.lowerBound..<(tokens.last?.range.upperBound ?? $0.range.upperBound) }),
      !chain.isBlocked, !named.contains(where: { [.reserve, .rate, .except, .all, .each].contains($0.word) }),
      !tokens.contains(where: { $0.word == .channel }) || namesAnyChannel(tokens)
    else { return }
    for subject in denied(chain, of: clause) {
      claims.append(Found(subjects: [subject], statement: .none, range: range))
    }
  }

  /// 纸质的和网上的 are all the ways there are; 网上 alone is one of them, and 任何形式 every one.
  private func namesAnyChannel(_ tokens: ArraySlice<Clause.Token>) -> Bool {
    tokens.count { $0.word == .channel } > 1 || tokens.contains { $0.word == .any }
  }

  private func denied(_ chain: KeyChain, of clause: Clause) -> [Counted] {
    let keys = chain.keys
    if !chain.proceedings.isEmpty || !chain.outcomes.isEmpty || keys.contains(.settled) {
      return deniedProceedings(chain)
    }
    if keys == [.normativeDocument] { return [.documents(.issued)] }
    if keys.contains(.normativeDocument) || !chain.documents.isEmpty {
      return subjects(of: chain, unit: .piece, in: clause)
    }
    let table = keys.compactMap(\.figure)
    if !table.isEmpty {
      let others = keys.filter { $0.figure == nil && $0 != .stage(.handled) }
      return others.isEmpty && !clause.holds(.application) ? table : []
    }
    return deniedRequests(chain, of: clause)
  }

  private func deniedProceedings(_ chain: KeyChain) -> [Counted] {
    guard isAbout || context.topic == .requests,
      chain.keys.allSatisfy({
        switch $0 {
        case .proceeding, .outcome(.corrected), .outcome(.pending), .stage(.received), .stage(.handled): true
        default: false
        }
      })
    else { return [] }
    let outcomes = Set(chain.outcomes)
    guard outcomes.count <= 1 else { return [] }
    let proceedings = chain.proceedings.isEmpty ? context.proceedings : chain.proceedings
    return proceedings.map { .proceedings($0, outcomes.first ?? .any) }
  }

  private func deniedRequests(_ chain: KeyChain, of clause: Clause) -> [Counted] {
    guard chain.applicants.count <= 1, chain.keys.count == chain.stages.count + chain.applicants.count else {
      return []
    }
    let outcomes = chain.outcomesOfRequests
    let receives = chain.stages.filter(\.isGeneral).allSatisfy { [.received, .newlyReceived, .handled].contains($0) }
    guard receives || !outcomes.isEmpty else { return [] }
    if outcomes.isEmpty {
      let isNamed = chain.namesRequests || clause.holds(.application) && context.topic == .requests
      if let applicant = chain.applicants.first, context.topic == .requests {
        return [.requests(.newlyReceived, applicant)]
      }
      return chain.applicants.isEmpty && isNamed ? [.requests(.newlyReceived, .anyone)] : []
    }
    guard context.topic == .requests, outcomes.count == 1, let stage = outcomes.first, chain.applicants.isEmpty else {
      return []
    }
    return [.requests(stage == .carried ? .carriedOut : stage, .anyone)]
  }

  // MARK: All

  private mutating func readAll(_ tokens: ArraySlice<Clause.Token>, of clause: Clause) {
    guard let all = tokens.first, let last = tokens.last else { return }
    let range = all.range.lowerBound..<last.range.upperBound
    let keys = tokens.compactMap(\.key)
    func claim(_ subjects: [Counted], _ statement: Statement) {
      claims += subjects.map { Found(subjects: [$0], statement: statement, range: range) }
    }
    switch keys {
    case [.outcome(.upheld)]: claim(context.proceedings.map { .proceedings($0, .upheld) }, .allUpheld)
    case [.settled]: claim(context.proceedings.map { .proceedings($0, .pending) }, .none)
    case _
    where !keys.isEmpty && keys.allSatisfy { $0 == .finished || $0 == .stage(.handled) } && keys.contains(.finished):
      guard context.topic == .requests, speaksOfAllRequests else { return }
      claim([.requests(.carriedOut, .anyone)], .allConcluded)
    case [.stage(.granted)], [.stage(.partiallyGranted)]:
      guard context.topic == .requests, speaksOfAllRequests, case .stage(let stage)? = keys.first else { return }
      claim([.requests(stage, .anyone)], .allEnded)
    case [.applicant(.naturalPerson)], [.applicant(.naturalPerson), .request]:
      guard context.topic == .requests, splitsAllRequests else { return }
      claim([.requests(.newlyReceived, .organization)], .none)
    case [.applicant(.organization)], [.applicant(.organization), .request]:
      guard context.topic == .requests, splitsAllRequests else { return }
      claim([.requests(.newlyReceived, .naturalPerson)], .none)
    default: return
    }
  }

  /// 申请人均为自然人: of all requests, and not of a part of them.
  private var splitsAllRequests: Bool {
    !clauses.contains { $0.holdsAny([.among, .channel, .foreign, .part, .except, .plan]) || $0.opensScope }
      && !clauses.flatMap(\.keys).contains { key in
        switch key {
        case .proceeding, .stage(.carried), .stage(.carriedIn), .stage(.carriedOut): true
        case .stage(let stage): !stage.isGeneral
        default: false
        }
      }
  }

  /// The sentence speaks of what was received, and of nothing that is left over.
  private var speaksOfAllRequests: Bool {
    let keys = clauses.flatMap(\.keys)
    let receives = keys.contains(.stage(.received)) || keys.contains(.stage(.newlyReceived))
    let names = receives || (keys.contains(.request) && !keys.contains(.stage(.carriedIn)))
    // 全部办结 begins the sentence: what was told of before is meant.
    let isAlone = clauses.first?.tokens.first { $0.word != .filler }?.word == .all
    let narrows = keys.contains { key in
      switch key {
      case .applicant, .proceeding, .stage(.carriedOut), .stage(.carried): true
      default: false
      }
    }
    return (names || isAlone) && (!narrows || leavesNothing)
      && !clauses.contains { $0.holdsAny([.among, .channel, .foreign, .part, .reserve, .except, .plan]) }
  }

  /// 全部办结，无结转
  private var leavesNothing: Bool {
    !clauses.contains { clause in
      !clause.holds(.none)
        && clause.keys.contains { key in
          switch key {
          case .applicant, .proceeding, .stage(.carriedOut), .stage(.carried): true
          default: false
          }
        }
    }
  }
}

extension Key {
  /// The figure of table 2 that it names by itself.
  fileprivate var figure: Counted? {
    switch self {
    case .licensing: .licensing
    case .penalties: .penalties
    case .coercion: .coercion
    case .fees: .fees
    case .otherServices: .otherServices
    default: nil
    }
  }
}
