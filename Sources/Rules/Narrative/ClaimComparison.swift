import Narrative
import ReportModel

/// A claim of the prose beside the figures that it may mean.
struct ClaimComparison {
  /// What the claim may mean. Shares are in parts of a hundred.
  let candidates: [Candidate]
  /// What is claimed, in ten-thousandths.
  let claimed: Int

  /// - Returns: `nil` when the claim fits, or when it cannot be told whether it does.
  init?(_ claim: Claim, against finder: CandidateFinder) {
    switch claim.statement {
    case .count(let numeral), .before(let numeral):
      let others = claim.alternatives.isEmpty ? [] : finder.candidates(for: claim.alternatives)
      guard let candidates = finder.candidates(for: claim.subjects), let others,
        !(candidates + others).contains(where: { numeral.mayMean($0.value) })
      else { return nil }
      self.init(candidates, claimed: numeral.tenThousandths)
    case .part(let numeral, let whole):
      guard let candidates = finder.candidates(for: claim.subjects), numeral.step == 0,
        whole.map({ $0.step == 0 && $0.tenThousandths < numeral.tenThousandths })
          ?? candidates.allSatisfy({ $0.value < numeral.tenThousandths })
      else { return nil }
      self.init(candidates, claimed: numeral.tenThousandths)
    case .share(let numeral):
      let share = numeral.asShare
      guard let candidates = Self.shares(claim.subjects, finder, beside: claim.alternatives),
        !candidates.contains(where: { share.mayMean($0.value) })
      else { return nil }
      self.init(candidates, claimed: numeral.tenThousandths)
    case .portion(let portion):
      guard let candidates = Self.shares(claim.subjects, finder, beside: claim.alternatives),
        !candidates.contains(where: { portion.range.contains($0.value) })
      else { return nil }
      self.init(candidates, claimed: portion.said)
    case .none, .allConcluded:
      guard let candidates = claim.subjects.first.flatMap({ finder.candidates(for: [$0]) }),
        let first = candidates.first,
        first.value != 0
      else { return nil }
      self.init([first], claimed: 0)
    case .allUpheld:
      guard let subject = claim.subjects.first, let first = Self.notUpheld(subject, finder), first.value != 0 else {
        return nil
      }
      self.init([first], claimed: 0)
    case .allEnded:
      guard let subject = claim.subjects.first, let rest = Self.endedOtherwise(subject, finder), rest.value != 0 else {
        return nil
      }
      self.init([rest], claimed: 0)
    case .growth: return nil
    }
  }

  private init?(_ candidates: [Candidate], claimed: Int) {
    guard !candidates.isEmpty else { return nil }
    self.candidates = candidates
    self.claimed = claimed
  }

  /// The nearest first.
  var byDistance: [Candidate] {
    candidates.enumerated().sorted { left, right in
      (distance(left.element), left.offset) < (distance(right.element), right.offset)
    }.map(\.element)
  }

  private func distance(_ candidate: Candidate) -> Int {
    let (difference, overflows) = candidate.value.subtractingReportingOverflow(claimed)
    return overflows ? Int.max : Int(clamping: difference.magnitude)
  }

  /// Those that come nearest, with how far they are off.
  var nearest: (candidate: Candidate, difference: Figure)? {
    candidates.map { ($0, distance($0)) }.min { $0.1 < $1.1 }.map { ($0.0, Figure(significand: $0.1, decimals: 4)) }
  }

  /// What the subjects are of all, of their group, or of what else the sentence splits.
  static func shares(
    _ subjects: [Counted], _ finder: CandidateFinder, beside others: [Counted] = []
  ) -> [Candidate]? {
    guard let first = subjects.first, let parts = finder.candidates(for: subjects),
      let all = finder.candidates(for: [first.whole])
    else { return nil }
    let wholes = all + (others + first.group).flatMap { finder.candidates(for: [$0]) ?? [] }
    return wholes.flatMap { whole in
      parts.compactMap { part in share(of: part, in: whole) }
    }
  }

  /// In parts of a hundred, to four places: 12.5000.
  private static func share(of part: Candidate, in whole: Candidate) -> Candidate? {
    guard whole.value > 0, part.value >= 0 else { return nil }
    let hundredfold = part.value.multipliedFullWidth(by: 1_000_000)
    guard hundredfold.high < whole.value else { return nil }
    let value = whole.value.dividingFullWidth(hundredfold).quotient
    return Candidate(label: "\(part.label)÷\(whole.label)", value: value, unit: .percent)
  }

  /// Of 全部予以公开, what was not granted in whole or in part.
  private static func endedOtherwise(_ subject: Counted, _ finder: CandidateFinder) -> Candidate? {
    guard case .requests(let stage, _) = subject,
      let all = finder.candidates(for: [.requests(.concluded, .anyone)])?.first,
      let ended = finder.candidates(for: [subject])?.last, ended.value <= all.value
    else { return nil }
    let name = stage == .granted ? "予以公开、部分公开" : "部分公开"
    return Candidate(label: "\(name)以外的办理结果", value: all.value - ended.value, unit: all.unit)
  }

  private static func notUpheld(_ subject: Counted, _ finder: CandidateFinder) -> Candidate? {
    guard case .proceedings(let proceeding, _) = subject else { return nil }
    let others = [Outcome.corrected, .other, .pending].map {
      finder.candidates(for: [.proceedings(proceeding, $0)])?.first
    }
    return CandidateFinder.sum(others)
  }
}

extension Counted {
  /// What its share is of.
  fileprivate var whole: Counted {
    switch self {
    case .requests(let stage, let applicant): .requests(applicant == .anyone ? .handled : stage.whole, .anyone)
    case .proceedings(let proceeding, _): .proceedings(proceeding, .any)
    default: self
    }
  }
}

extension Counted {
  /// What a row of table 3 belongs to.
  fileprivate var group: [Counted] {
    if case .requests(.row(let row), let applicant) = self { [.requests(row.group, applicant)] } else { [] }
  }
}

extension Numeral {
  /// 34% is what comes nearest in whole parts of a hundred, and so may be 34.02%.
  fileprivate var asShare: Numeral {
    step == 0 ? Numeral(tenThousandths: tenThousandths, step: 10_000) : self
  }
}

extension Stage {
  /// What an applicant's part at this stage is a part of.
  fileprivate var whole: Stage { isReceipt ? .handled : self }

  private var isReceipt: Bool {
    switch self {
    case .newlyReceived, .received, .handled: true
    default: false
    }
  }
}
