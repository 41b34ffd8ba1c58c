/// Tells what is counted from the words beside a number and from what the prose speaks of.
struct SubjectFinder {
  let clause: Clause
  let context: Context
  /// What 其中 splits.
  let parent: Counted?
  /// The sentence speaks of 政府信息公开.
  let isAbout: Bool

  /// - Returns: what is counted; nothing when that is not certain.
  func subjects(of chain: KeyChain, unit: Unit?) -> [Counted] {
    let keys = chain.keys
    guard ![.foreign, .times, .tenths, .doublings].contains(unit) else { return [] }
    if keys.contains(.fees) {
      return keys.count == 1 && (unit == .yuan || unit == .tenThousandYuan) ? [.fees] : []
    }
    guard unit != .yuan, unit != .tenThousandYuan else { return [] }
    if !chain.proceedings.isEmpty || !chain.outcomes.isEmpty { return proceedings(of: chain) }
    if keys.contains(.normativeDocument) || !chain.documents.isEmpty { return documents(of: chain) }
    if let decision = decision(among: keys), unit == .piece, !chain.isBlocked, !clause.holds(.application) {
      return [decision]
    }
    return requests(of: chain)
  }

  private func proceedings(of chain: KeyChain) -> [Counted] {
    let others = chain.keys.count - chain.proceedings.count - chain.outcomes.count
    guard isAbout || context.topic == .requests, !chain.isBlocked, chain.outcomes.count <= 1,
      others == chain.stages.filter({ $0 == .received || $0 == .handled }).count
    else { return [] }
    let proceedings = chain.proceedings.isEmpty ? context.proceedings : chain.proceedings.reversed()
    // Of two kinds the outcome may be of either.
    guard !proceedings.isEmpty, chain.outcomes.isEmpty || proceedings.count == 1 else { return [] }
    return proceedings.map { .proceedings($0, chain.outcomes.first ?? .any) }
  }

  private func documents(of chain: KeyChain) -> [Counted] {
    let isNamed = chain.keys.contains(.normativeDocument) || chain.documents == [.inForce]
    guard chain.documents.count == 1, let count = chain.documents.first, isNamed || context.topic == .documents,
      chain.keys.count == (chain.keys.contains(.normativeDocument) ? 2 : 1),
      !clause.holds(.unknown) || isNamed, !chain.namesRequests
    else { return [] }
    return [.documents(count)]
  }

  private func decision(among keys: [Key]) -> Counted? {
    switch keys.filter({ $0 != .stage(.handled) }) {
    case [.licensing]: .licensing
    case [.penalties]: .penalties
    case [.coercion]: .coercion
    default: nil
    }
  }

  private func requests(of chain: KeyChain) -> [Counted] {
    guard context.topic == .requests, chain.keys.count == chain.stages.count + chain.applicants.count,
      chain.applicants.count <= 1
    else { return [] }
    if let applicant = chain.applicants.first { return applicants(applicant, of: chain) }
    let outcomes = chain.stages.filter { !$0.isGeneral }
    if outcomes.isEmpty { return general(chain) }
    guard splitsNoApplicant, !clause.holds(.channel), Set(outcomes).count == outcomes.count else { return [] }
    return outcomes.reversed().map { .requests($0, .anyone) }
  }

  /// 收到, 办理, 答复, or 政府信息公开申请 alone.
  private func general(_ chain: KeyChain) -> [Counted] {
    let stages = Set(chain.stages)
    guard stages.count <= 1, splitsNoApplicant, !stages.isEmpty || chain.namesRequests else { return [] }
    // Without verb or object, or behind 其中, a word that is not known may well narrow the requests down.
    let isPlain = !stages.isEmpty && chain.namesRequests && parent == nil
    guard isPlain || !clause.holds(.unknown) else { return [] }
    guard chain.namesRequests || !clause.holds(.matter), !clause.holds(.channel) || sumsChannels else { return [] }
    return [.requests(stages.first ?? .handled, .anyone)]
  }

  /// 通过网站、信函等渠道共收到, and not 共收到书面申请.
  private var sumsChannels: Bool {
    guard let total = clause.tokens.firstIndex(where: { $0.word == .total }) else { return false }
    return !clause.tokens[total...].contains { $0.word == .channel }
  }

  private func applicants(_ applicant: Applicant, of chain: KeyChain) -> [Counted] {
    let outcomes = chain.stages.filter { $0 != .received && $0 != .handled }
    guard outcomes.count <= 1, !clause.holds(.channel) else { return [] }
    if let stage = outcomes.first { return [.requests(stage, applicant)] }
    if case .requests(let stage, .anyone)? = parent { return [.requests(stage, applicant)] }
    return parent == nil ? [.requests(.received, applicant)] : []
  }

  /// Under 其中 behind 自然人 N 件 the outcomes are those of natural persons, for nobody knows how long.
  private var splitsNoApplicant: Bool {
    if case .requests(_, let applicant)? = parent { applicant == .anyone } else { true }
  }
}
