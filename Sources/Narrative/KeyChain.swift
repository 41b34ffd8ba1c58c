/// The words that say what a number counts, and whether they are enough to be certain.
struct KeyChain {
  private(set) var keys: [Key] = []
  /// 政府信息公开申请 stands beside the number.
  private(set) var namesRequests = false
  /// Something unknown stands before the words that were found.
  private(set) var isBlocked = false
  /// Each of several is counted for itself.
  private(set) var isEach = false
  /// What is counted was done in time, or as it should be.
  private(set) var isReserved = false

  /// What a count counts by the words before it, or else by the words after it.
  ///
  /// - Parameters:
  ///   - count: the number with the words round it.
  ///   - countsFirst: numbers stand before what they count: 12件维持、3件纠正.
  init(_ count: Clause.Count, countsFirst: Bool = false) {
    if !countsFirst { collect(count.before.reversed()) }
    let leading = keys
    if leading.isEmpty, !namesRequests {
      guard !isBlocked, count.isLast || count.after.last?.word == .and else { return }
      collect(count.after)
    } else if count.isLast || count.after.last?.word == .and {
      var behind = KeyChain()
      behind.collect(count.after.prefix { $0.word != .all })
      namesRequests = namesRequests || behind.namesRequests
      keys += behind.keys
    }
  }

  private init() {}

  init(_ tokens: some Sequence<Clause.Token>) {
    collect(tokens)
  }

  /// Up to the first word that is none of what is counted. Before 镇 and 局 stands but their name.
  private mutating func collect(_ tokens: some Sequence<Clause.Token>) {
    for token in tokens.prefix(while: { $0.word != .office }) {
      if let key = token.key {
        // 作为被告的行政诉讼 says the same twice.
        if case .proceeding = key, keys.contains(key) { continue }
        if key == .request { namesRequests = true } else { keys.append(key) }
      } else if token.word == .each || token.word == .all {
        isEach = true
      } else if token.word == .reserve {
        isReserved = true
      } else if !token.word.isPassive {
        isBlocked = true
        return
      }
    }
  }

  var stages: [Stage] {
    keys.compactMap { key in
      switch key {
      case .stage(let stage): stage
      case .finished: .concluded
      default: nil
      }
    }
  }
  /// What became of requests, without the group of a row that is named too: 不掌握而无法提供.
  var outcomesOfRequests: [Stage] {
    let groups = stages.compactMap { if case .row(let row) = $0 { row.group } else { nil } }
    return stages.filter { !$0.isGeneral && !groups.contains($0) }
  }
  var applicants: [Applicant] { keys.compactMap { if case .applicant(let applicant) = $0 { applicant } else { nil } } }
  var proceedings: [Proceeding] {
    keys.compactMap { if case .proceeding(let proceeding) = $0 { proceeding } else { nil } }
  }
  var outcomes: [Outcome] { keys.compactMap { if case .outcome(let outcome) = $0 { outcome } else { nil } } }
  var documents: [DocumentCount] { keys.compactMap { if case .documents(let count) = $0 { count } else { nil } } }
}

extension Stage {
  /// A verb that says only that requests came in or were dealt with.
  var isGeneral: Bool {
    switch self {
    case .newlyReceived, .received, .handled, .concluded: true
    default: false
    }
  }
}
