/// Words whose meaning lies in those beside them.
extension Clause {
  /// - Parameters:
  ///   - tokens: the words as they are known by themselves.
  ///   - scalars: the prose in which they stand.
  ///   - speaksOfRequests: what was told before is told of requests: 申请量 counts them.
  ///   - speaksOfDecisions: the sentence tells of 行政许可 and the like: 许可 is one of them.
  /// - Returns: the same words, of which some mean something else.
  static func meant(
    _ tokens: [Token], of scalars: [Unicode.Scalar], speaksOfRequests: Bool, speaksOfDecisions: Bool
  ) -> [Token] {
    var tokens = tokens
    dropReasons(from: &tokens)
    let denies = tokens.contains { $0.word == .none }
    let opensScope = Self.opensScope(tokens, of: scalars)
    var via = false
    for index in tokens.indices {
      let next = index + 1 < tokens.count ? tokens[index + 1].word : nil
      switch tokens[index].word {
      case .lost:
        tokens[index].word = denies || next == .rate ? .key(.outcome(.corrected)) : .foreign
      case .turned: tokens[index].word = .unknown
      case .decision(let key): tokens[index].word = speaksOfDecisions ? .key(key) : .unknown
      case .via:
        via = true
        // 由去年的80件, 从去年的80件
        tokens[index].word = scalars[tokens[index].range] == ["从"] ? .from : .filler
      // 通过政府网站收到: a way, and no work on a site.
      case .foreign where via && isSite(tokens[index], of: scalars): tokens[index].word = .channel
      case .application where opensScope && speaksOfRequests && !tokens.contains(where: { $0.key != nil }):
        tokens[index].word = .key(.request)
      case .both where !tokens.contains(where: { $0.word == .share }): tokens[index].word = .unknown
      case .application where speaksOfRequests && next == .amount && isBare(tokens[..<index]):
        tokens[index].word = .key(.request)
      // 无行政强制事项: no number counts the items.
      case .foreign where denies && next == nil && isItem(tokens[index], of: scalars): tokens[index].word = .filler
      default: break
      }
    }
    return tokens
  }

  /// 因内部事务、执法案卷等原因不予公开: why is not what.
  private static func dropReasons(from tokens: inout [Token]) {
    var start = 0
    for index in tokens.indices {
      switch tokens[index].word {
      case .because:
        start = index
        tokens[index].word = .filler
      case .unit, .percent: start = index + 1
      case .reason:
        for reason in start...index { tokens[reason].word = .filler }
        start = index + 1
      default: break
      }
    }
  }

  /// Nothing stands there that would be applied for: 申请量, 本年申请总数.
  private static func isBare(_ tokens: ArraySlice<Token>) -> Bool {
    tokens.allSatisfy { token in
      switch token.word {
      case .filler, .thisYear, .year, .lastYear, .base, .cumulative, .total: true
      default: false
      }
    }
  }

  private static func isItem(_ token: Token, of scalars: [Unicode.Scalar]) -> Bool {
    scalars[token.range].elementsEqual("事项".unicodeScalars)
  }

  static func namesEveryChannel(_ tokens: [Token], of scalars: [Unicode.Scalar]) -> Bool {
    let channels = tokens.filter { $0.word == .channel }.map { scalars[$0.range] }
    if channels.contains(where: { $0.first == "各" || $0.first == "多" }) { return true }
    let isOpen = channels.last.map { ["方式", "渠道", "途径", "形式"].map { Array($0.unicodeScalars)[...] }.contains($0) }
    return channels.count > 2 && isOpen ?? false
  }

  private static func isSite(_ token: Token, of scalars: [Unicode.Scalar]) -> Bool {
    ["网站", "公众号"].contains { scalars[token.range].elementsEqual($0.unicodeScalars) }
  }

  /// 不予公开的20件中: what follows is a part of them.
  static func opensScope(_ tokens: [Token], of scalars: [Unicode.Scalar]) -> Bool {
    guard let last = tokens.last, tokens.contains(where: { $0.word.isMeasure }) else { return false }
    return ["中", "当中", "之中", "里"].contains { scalars[last.range].elementsEqual($0.unicodeScalars) }
  }
}
