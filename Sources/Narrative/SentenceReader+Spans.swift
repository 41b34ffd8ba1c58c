/// Numbers that count more than the tables do, of which the tables' part is told: 历年累计受理1860件，其中本年200件;
/// 行政诉讼98件，其中涉及政府信息公开的16件.
extension SentenceReader {
  /// Whether a later clause tells the part of what the clause counts that the tables count too.
  func isSpan(_ clause: Clause, at index: Int) -> Bool {
    guard let split, index < split, !clause.counts.isEmpty, !clause.isComparing, !clause.holds(.foreign) else {
      return false
    }
    if clauses[split].isOfThisYear(year) {
      return clause.holdsAny([.otherTime, .upTo]) || clause.holds(.cumulative) && (isUpTo || clause.holds(.unknown))
    }
    return !clause.holds(.about) && clause.keys.contains { if case .proceeding = $0 { true } else { false } }
  }

  /// Where 其中本年 stands, 其中2024年, or 其中涉及政府信息公开的, with a number behind it.
  static func split(_ clauses: [Clause], year: Int?) -> Int? {
    clauses.firstIndex { clause in
      clause.counts.count == 1 && clause.holds(.among)
        && (clause.isOfThisYear(year) || clause.holds(.about) && !clause.keys.contains(.request))
        && !clause.holdsAny([.otherTime, .lastYear, .channel, .foreign, .unknown])
    }
  }

  /// What a clause counts beyond the tables.
  mutating func noteSpan(_ clause: Clause) {
    let subjects = clause.counts.last.map { count in
      self.subjects(of: KeyChain(count), unit: count.unit ?? .piece, in: clause)
    }
    guard let subject = subjects?.first, subjects?.count == 1 else { return }
    spanned = subject == .requests(.newlyReceived, .anyone) ? .requests(.received, .anyone) : subject
    context.last = nil
  }

  /// 其中本年200件: of the year what was counted of many.
  ///
  /// - Returns: whether it is such.
  mutating func readOfSpan(_ clause: Clause) -> Bool {
    guard let subject = spanned, let count = clause.counts.first, let value = count.numeral,
      count.unit == .piece, count.after.allSatisfy(\.word.isPassive)
    else { return false }
    let named = KeyChain(count)
    let own = named.keys.isEmpty ? [] : subjects(of: named, unit: .piece, in: clause)
    guard !named.isBlocked, named.keys.isEmpty || own.count == 1 else { return false }
    (period, isUpTo) = (.report, false)
    context.last = own.first ?? subject
    context.lastNumeral = value
    claims.append(Found(subjects: [own.first ?? subject], statement: .count(value), range: count.range))
    return true
  }
}

extension Clause {
  fileprivate func isOfThisYear(_ year: Int?) -> Bool {
    holds(.thisYear) || year.map { holds(.year($0)) } ?? false
  }
}
