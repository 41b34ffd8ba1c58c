/// Tells what is counted from the words beside a number and from what the prose speaks of.
struct SubjectFinder {
  let clause: Clause
  let context: Context
  /// What 其中, brackets and 中 split.
  let parent: Counted?
  /// It is split by 中: all that is counted is a part of it.
  let isInside: Bool
  /// The sentence speaks of 政府信息公开.
  let isAbout: Bool

  /// - Returns: what is counted; nothing when that is not certain.
  func subjects(of chain: KeyChain, unit: Unit?) -> [Counted] {
    let keys = chain.keys
    guard ![.foreign, .times, .tenths, .doublings, .points].contains(unit) else { return [] }
    if keys == [.procurement] {
      return unit == .yuan || unit == .tenThousandYuan ? [.procurementAmount] : [.procurementItems]
    }
    if keys.contains(.fees) {
      return keys.count == 1 && (unit == .yuan || unit == .tenThousandYuan) ? [.fees] : []
    }
    guard unit != .yuan, unit != .tenThousandYuan else { return [] }
    if keys.contains(.others) { return keys == [.others] ? others : [] }
    if !chain.proceedings.isEmpty || !chain.outcomes.isEmpty { return proceedings(of: chain) }
    if keys.contains(.normativeDocument) || keys.contains(.rules) || !chain.documents.isEmpty {
      return documents(of: chain)
    }
    if unit == .piece, !chain.isBlocked, !clause.holds(.application) {
      if let decision = decision(among: keys) { return [decision] }
      // 行政许可、行政处罚均为0
      let each = keys.compactMap { decision(among: [$0]) }
      if chain.isEach, each.count > 1, each.count == keys.count { return each }
    }
    return requests(of: chain)
  }

  /// 其他, of what is split.
  private var others: [Counted] {
    switch parent {
    case .proceedings(let proceeding, .any): [.proceedings(proceeding, .other)]
    case .requests(.otherwise, let applicant): [.requests(.row(.other), applicant)]
    default: []
    }
  }

  /// What a number is a part of, where nothing more is known of it; `nil` when not even that is certain.
  func whole(of chain: KeyChain, unit: Unit?) -> Counted? {
    guard unit == .piece, context.topic == .requests,
      chain.keys.count == chain.stages.count, chain.stages.allSatisfy(\.isGeneral)
    else { return nil }
    if let parent {
      guard case .requests = parent else { return nil }
      return parent
    }
    guard chain.namesRequests, clause.holdsAny([.channel, .unknown]) else { return nil }
    let stages = clause.keys.compactMap { if case .stage(let stage) = $0 { stage } else { nil } }
    guard stages.count == 1, let stage = stages.first else { return nil }
    return stage == .received || stage == .newlyReceived ? .requests(.newlyReceived, .anyone) : nil
  }

  private func proceedings(of chain: KeyChain) -> [Counted] {
    if isInside, case .requests? = parent { return [] }
    let others = chain.keys.count - chain.proceedings.count - chain.outcomes.count
    // 办理行政复议98件 of another's, unless it says of what.
    guard isAbout || context.topic == .requests && !chain.stages.contains(.handled), !chain.isBlocked,
      chain.outcomes.count <= 1,
      others == chain.stages.filter({ $0 == .received || $0 == .handled }).count
    else { return [] }
    let proceedings = chain.proceedings.isEmpty ? context.proceedings : chain.proceedings.reversed()
    // Of two kinds the outcome may be of either.
    guard !proceedings.isEmpty, chain.outcomes.isEmpty || proceedings.count == 1 else { return [] }
    return proceedings.map { .proceedings($0, chain.outcomes.first ?? .any) }
  }

  private func documents(of chain: KeyChain) -> [Counted] {
    let isOfRules = chain.keys.contains(.rules)
    let isNamed =
      isOfRules || chain.keys.contains(.normativeDocument) || chain.documents == [.inForce]
      || chain.documents == [.published]
    guard chain.documents.count == 1, let count = chain.documents.first, isNamed || context.topic == .documents,
      chain.keys.count == (isOfRules || chain.keys.contains(.normativeDocument) ? 2 : 1),
      !clause.holds(.unknown) || isNamed, !chain.namesRequests, !isInside
    else { return [] }
    return [isOfRules ? .rules(count) : .documents(count)]
  }

  private func decision(among keys: [Key]) -> Counted? {
    // 其中强制措施20件 is a part of those.
    if let parent, [.licensing, .penalties, .coercion].contains(parent) { return nil }
    return switch keys.filter({ $0 != .stage(.handled) }) {
    case [.licensing]: .licensing
    case [.penalties]: .penalties
    case [.coercion]: .coercion
    case [.otherServices]: .otherServices
    default: nil
    }
  }

  private func requests(of chain: KeyChain) -> [Counted] {
    guard context.topic == .requests, chain.keys.count == chain.stages.count + chain.applicants.count,
      chain.applicants.count <= 1
    else { return [] }
    if let applicant = chain.applicants.first { return applicants(applicant, of: chain) }
    let outcomes = chain.outcomesOfRequests
    if outcomes.isEmpty { return general(chain) }
    guard !clause.holds(.channel), Set(outcomes).count == outcomes.count else { return [] }
    guard splitsNoApplicant else {
      guard case .requests(let stage, let applicant)? = parent, stage.isGeneral else { return [] }
      return outcomes.reversed().map { .requests($0, applicant) }
    }
    return outcomes.reversed().map { .requests($0, .anyone) }
  }

  /// 收到, 办理, 答复, or 政府信息公开申请 alone.
  private func general(_ chain: KeyChain) -> [Counted] {
    let stages = Set(chain.stages)
    guard splitsNoApplicant, !isInside, !stages.isEmpty || chain.namesRequests else { return [] }
    // Without verb or object, or behind 其中, a word that is not known may well narrow the requests down.
    let isPlain = !stages.isEmpty && chain.namesRequests && parent == nil
    guard isPlain || !clause.holds(.unknown) else { return [] }
    guard chain.namesRequests || !clause.holds(.matter), !clause.holds(.channel) || sumsChannels else { return [] }
    // 按时答复199件 are a part of those answered.
    if stages == [.concluded], chain.isReserved { return [] }
    // 收到并办理
    guard stages.count <= 1 else { return [.requests(.handled, .anyone)] }
    // 其中200件已答复 is a part of what was received.
    guard parent == nil || chain.namesRequests || stages.isEmpty else { return [] }
    return [.requests(stages.first ?? .handled, .anyone)]
  }

  /// 通过网站、信函等渠道收到, 通过网站、信函等渠道共收到, and not 共收到书面申请.
  private var sumsChannels: Bool {
    if namesAllChannels { return true }
    guard let total = clause.tokens.firstIndex(where: { $0.word == .total }) else { return false }
    return !clause.tokens[total...].contains { $0.word == .channel }
  }

  /// 各渠道; two ways and 等方式.
  private var namesAllChannels: Bool {
    clause.tokens.count { $0.word == .channel } > 2 || clause.namesEveryChannel
  }

  private func applicants(_ applicant: Applicant, of chain: KeyChain) -> [Counted] {
    let outcomes = chain.outcomesOfRequests + chain.stages.filter { [.newlyReceived, .concluded].contains($0) }
    guard outcomes.count <= 1, !clause.holds(.channel) else { return [] }
    if let stage = outcomes.first { return [.requests(stage, applicant)] }
    if case .requests(let stage, .anyone)? = parent { return [.requests(stage, applicant)] }
    if case .requests(let stage, .organization)? = parent, applicant.isOrganization {
      return [.requests(stage, applicant)]
    }
    return parent == nil ? [.requests(.received, applicant)] : []
  }

  /// Under 其中 behind 自然人 N 件 the outcomes are those of natural persons, for nobody knows how long.
  private var splitsNoApplicant: Bool {
    if case .requests(_, let applicant)? = parent { applicant == .anyone } else { true }
  }
}

extension Applicant {
  /// A column of 法人或其他组织.
  fileprivate var isOrganization: Bool {
    switch self {
    case .business, .research, .publicInterest, .legalServices: true
    case .anyone, .naturalPerson, .organization: false
    }
  }
}
