import Narrative

/// What the prose says has grown, beside the figures of both years.
struct GrowthComparison {
  /// From which it may have been worked out, the likeliest first; none of them bears it out.
  let pairs: [YearPair]

  /// `nil` when the growth fits, or when it cannot be told whether it does. `before` is of the year before's figures, where
  /// there are any.
  init?(_ growth: Growth, now: CandidateFinder, before: CandidateFinder?) {
    let pairs: [YearPair]
    if case .points = growth.amount {
      pairs = Self.shares(of: growth, now: now, before: before)
    } else {
      pairs = growth.grown.flatMap { Self.pairs(of: $0, now: now, before: before) }
    }
    guard !pairs.isEmpty, pairs.allSatisfy({ $0.bears(growth) == false }) else { return nil }
    var told: [YearPair] = []
    for pair in pairs where !told.contains(where: { $0.before == pair.before && $0.now == pair.now }) {
      told.append(pair)
    }
    self.pairs = told
  }

  /// Of shares, in parts of a hundred.
  private static func shares(of growth: Growth, now: CandidateFinder, before: CandidateFinder?) -> [YearPair] {
    growth.grown.flatMap { grown -> [YearPair] in
      guard let before, let nows = ClaimComparison.shares(grown.subjects, now),
        let befores = ClaimComparison.shares(grown.subjects, before)
      else { return [] }
      return nows.flatMap { now in befores.compactMap { pair(now.label, $0.numeral, now.numeral) } }
    }
  }

  private static func pairs(
    of grown: Growth.Grown, now: CandidateFinder, before: CandidateFinder?
  ) -> [YearPair] {
    let nows = grown.subjects.isEmpty ? [] : now.meanings(of: grown.subjects) ?? []
    let befores = grown.subjects.isEmpty ? [] : before?.meanings(of: grown.subjects) ?? []
    let told = [pair(nil, grown.before, grown.now)].compactMap { $0 }
    guard nows.count == befores.count else {
      // The year before is as the sentence says, and this year as the tables say.
      return told.isEmpty && before == nil ? nows.compactMap { pair($0.label, grown.before, $0.numeral) } : told
    }
    let both = zip(befores, nows)
    // Which of the meanings it is, the numbers that the sentence gives say. One that is itself at odds with the tables is
    // named for itself, and what was worked out from it is let pass.
    let meant = both.filter { grown.before?.mayMean($0.value) ?? true && grown.now?.mayMean($1.value) ?? true }
    guard meant.isEmpty else { return meant.compactMap { pair($1.label, $0.numeral, $1.numeral) } + told }
    let mixed = both.flatMap { before, now in
      [(grown.before ?? before.numeral, now.numeral), (before.numeral, grown.now ?? now.numeral)].compactMap {
        pair(now.label, $0, $1)
      }
    }
    return told + mixed
  }

  private static func pair(_ label: String?, _ before: Numeral?, _ now: Numeral?) -> YearPair? {
    guard let before, let now else { return nil }
    return YearPair(label: label, before: before, now: now)
  }
}

extension Candidate {
  fileprivate var numeral: Numeral { Numeral(tenThousandths: value) }
}
