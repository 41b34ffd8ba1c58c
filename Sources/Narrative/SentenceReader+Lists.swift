/// Names and numbers in two lists: 自然人、商业企业分别为180件、12件.
extension SentenceReader {
  /// - Returns: whether the two were told apart, so that what follows can be read again.
  mutating func readList(_ clause: Clause) -> Bool {
    guard let mark = clause.tokens.firstIndex(where: { $0.word == .respectively }) else { return false }
    let start = clause.tokens[mark].range.lowerBound
    let numbers = clause.counts.filter { $0.range.lowerBound > start }
    guard numbers.count > 1, clause.counts.count == numbers.count else { return false }
    let named = clause.tokens[..<mark].filter { if case .base = $0.word { false } else { true } }
    let names = named.split { $0.word == .and }.filter { $0.contains { $0.key != nil } }
    var subjects: [Counted?]
    if names.isEmpty {
      subjects = years.recent.suffix(numbers.count).map { $0.subjects.count == 1 ? $0.subjects.first : nil }
    } else {
      subjects = names.map { name in
        let chain = KeyChain(name.reversed())
        let found = chain.isBlocked ? [] : self.subjects(of: chain, unit: numbers.first?.unit ?? .piece, in: clause)
        return found.count == 1 ? found.first : nil
      }
    }
    guard subjects.count == numbers.count else { return false }
    if let change = clause.tokens[mark...].first(where: { $0.word.isChange }) {
      tellGrowth(of: subjects, numbers, change, recent: names.isEmpty)
      return true
    }
    for (subject, number) in zip(subjects, numbers) {
      guard let subject, let value = number.numeral else { continue }
      if number.isPercent {
        claims.append(Found(subjects: [subject], statement: .share(value), range: number.range))
      } else if number.unit == .piece || number.unit == .other {
        claims.append(Found(subjects: [subject], statement: .count(value), range: number.range))
      }
    }
    context.last = nil
    listed = subjects.compactMap { $0 }.count == subjects.count ? subjects.compactMap { $0 } : []
    return true
  }

  /// 占40%、20%和10%, of what the list before named.
  ///
  /// - Returns: whether it is such.
  mutating func readShares(_ clause: Clause) -> Bool {
    let counts = clause.counts
    guard counts.count > 1, counts.count == listed.count, counts.allSatisfy(\.isPercent), clause.keys.isEmpty,
      clause.tokens.contains(where: \.word.isShare), !clause.holds(.unknown)
    else { return false }
    for (subject, count) in zip(listed, counts) {
      guard let value = count.numeral, case .requests = subject else { continue }
      claims.append(Found(subjects: [subject], statement: .share(value), range: count.range))
    }
    return true
  }

  private mutating func tellGrowth(
    of subjects: [Counted?], _ numbers: [Clause.Count], _ change: Clause.Token, recent: Bool
  ) {
    guard case .change(let direction) = change.word else { return }
    let told = recent ? Array(years.recent.suffix(numbers.count)) : []
    for (index, number) in numbers.enumerated() {
      guard let subject = subjects[index], let amount = number.growth(tenths: nil) else { continue }
      let grown = Growth.Grown(subjects: [subject], now: told.indices.contains(index) ? told[index].now : nil)
      claim(Growth(direction, amount, of: [grown]), range: number.range)
    }
    years.forget()
  }
}

extension Word {
  var isShare: Bool { self == .share }

  fileprivate var isChange: Bool { if case .change = self { true } else { false } }
}
