/// Numbers that are parts of all: 占40%, 办结率95.2%, 占近三成.
extension SentenceReader {
  mutating func readShare(_ count: Clause.Count, of clause: Clause) {
    guard period == .report, let statement = count.share else { return }
    if case .share(let numeral) = statement, readRate(numeral, count, of: clause) { return }
    guard let mark = count.before.firstIndex(where: { $0.word == .share }),
      count.after.allSatisfy({ $0.word == .vague })
    else { return }
    if count.before.contains(where: { $0.word == .both }) { return readTogether(statement, count) }
    let whole = KeyChain(count.before[mark...].filter { $0.word != .share && $0.word != .vague })
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
      Found(subjects: [subject], alternatives: wholes, statement: statement, range: count.range))
  }

  /// 两者合计占60%
  private mutating func readTogether(_ statement: Statement, _ count: Clause.Count) {
    guard shares.count == 2, Set(shares).count == 2 else { return }
    claims.append(Found(subjects: shares, statement: statement, range: count.range))
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

extension Clause.Count {
  /// What it says as a part of all; `nil` where that is vague.
  fileprivate var share: Statement? { portion.map { .portion($0) } ?? numeral.map { .share($0) } }
}
