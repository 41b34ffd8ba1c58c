/// Numbers that count something: 收到申请207件, 其中自然人187件.
extension SentenceReader {
  mutating func readCounts(of clause: Clause, onlySpans: Bool = false) {
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
      } else if count.isPercent || count.portion != nil {
        readShare(count, of: clause)
        years.forget()
      } else if let restated = restated(count, of: clause) {
        claims.append(restated)
      } else {
        readCount(count, of: clause)
      }
    }
  }

  /// 二百零七件 behind 207件, in brackets of its own.
  private func restated(_ count: Clause.Count, of clause: Clause) -> Found? {
    guard period == .report, clause.isBracketed, clause.isOneNumber, let value = count.numeral,
      value != context.lastNumeral, listed.count == 1,
      let before = previous?.counts.last, before.after.isEmpty, before.unit == count.unit,
      before.range.upperBound + 1 == count.range.lowerBound, before.isInWords != count.isInWords
    else { return nil }
    return Found(subjects: listed, statement: .count(value), range: count.range, isRestated: true)
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
      let isBoth = count.restated.map { $0.numeral != count.numeral } ?? false
      if isBoth, period == .report, let restated = count.restated, count.numeral != nil {
        claims.append(
          Found(subjects: group, statement: .count(restated.numeral), range: restated.range, isRestated: true))
      }
      if period == .report { years.note(group, now: value) } else { years.note(group, before: value) }
      guard let value else { continue }
      claims.append(
        Found(
          subjects: group, alternatives: alternatives(to: group, behind: before),
          statement: period == .report ? .count(value) : .before(value), range: count.told, isRestated: isBoth))
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
}

extension Clause {
  fileprivate func isForeign(to count: Clause.Count) -> Bool {
    guard holds(.foreign) else { return false }
    return tokens.contains { $0.word == .foreign && $0.range.lowerBound < count.range.upperBound }
      || count.after.prefix { $0.word != .and }.contains { $0.word == .foreign }
  }
}

extension Clause.Count {
  /// What is marked: of 207（二百零七）件 the figures, for the words are marked by themselves.
  fileprivate var told: Range<Int> {
    restated.map { range.lowerBound..<($0.range.lowerBound - 1) } ?? range
  }
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
