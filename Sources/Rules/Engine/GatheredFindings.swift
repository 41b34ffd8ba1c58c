import Findings

/// Puts findings of one slip that was made all over a table into one: dozens of them say no more than the first few.
enum GatheredFindings {
  /// So many are told one by one, each with its own advice.
  static let mostApart = 3

  /// What the findings that are put together say, in words that fit the cause.
  struct Words {
    var message: String
    var advice: String
    var found: String?
    var expected: String?
  }

  /// - Parameters:
  ///   - findings: Of one rule, in the report's order.
  ///   - kind: What findings have in common that are put together; those for which it is `nil` stay by themselves.
  ///   - words: What is said of those that are put together.
  /// - Returns: in the order of their first places.
  static func gathered<Kind: Hashable>(
    _ findings: [Finding], by kind: (Finding) -> Kind?, words: (Kind, [Finding]) -> Words
  ) -> [Finding] {
    var order: [(kind: Kind?, findings: [Finding])] = []
    var places: [Kind: Int] = [:]
    for finding in findings {
      guard let kind = kind(finding) else {
        order.append((nil, [finding]))
        continue
      }
      if let index = places[kind] {
        order[index].findings.append(finding)
      } else {
        places[kind] = order.count
        order.append((kind, [finding]))
      }
    }
    return order.flatMap { kind, findings -> [Finding] in
      guard let kind, findings.count > mostApart, var finding = findings.first else { return findings }
      let words = words(kind, findings)
      finding.message = words.message
      finding.advice = words.advice
      finding.found = words.found
      finding.expected = words.expected ?? finding.expected
      finding.evidence = []
      finding.otherPlaces = findings.dropFirst().flatMap(\.places)
      return [finding]
    }
  }
}
