import Findings

extension Quote {
  /// On either side of the mark no more is quoted than the eye takes in.
  private static let breadth = 70

  /// The sentence that some words stand in, with the words marked.
  ///
  /// - Parameters:
  ///   - source: Whose words they are.
  ///   - range: The words that matter.
  ///   - scalars: The text.
  init(source: String, marking range: Range<Int>, in scalars: [Unicode.Scalar]) {
    let range = range.clamped(to: scalars.indices)
    let before = scalars[..<range.lowerBound].suffix(Self.breadth)
    let after = scalars[range.upperBound...].prefix(Self.breadth)
    let start = before.lastIndex(where: Self.endsSentence).map { $0 + 1 }
    let end = after.firstIndex(where: Self.endsSentence).map { $0 + 1 }
    let isCutBefore = start == nil && before.startIndex > scalars.startIndex
    let isCutAfter = end == nil && after.endIndex < scalars.endIndex
    let runs = [
      Run((isCutBefore ? "…" : "") + String(scalars[(start ?? before.startIndex)..<range.lowerBound])),
      Run(String(scalars[range]), isMarked: true),
      Run(String(scalars[range.upperBound..<(end ?? after.endIndex)]) + (isCutAfter ? "…" : "")),
    ]
    self.init(source: source, runs: runs.filter { !$0.text.isEmpty })
  }

  private static func endsSentence(_ scalar: Unicode.Scalar) -> Bool { "。；！？;!?".unicodeScalars.contains(scalar) }

  /// What the words of a section are called.
  static func source(section: Int?) -> String {
    guard let section else { return "本报告开头" }
    let numerals = ["零", "一", "二", "三", "四", "五", "六"]
    return "本报告第\(numerals.indices.contains(section) ? numerals[section] : String(section))部分"
  }
}

extension Quote {
  /// What the words at a place are called.
  static func source(of place: FindingPlace) -> String {
    place.section.map { source(section: $0) } ?? "本报告"
  }
}

extension Passage {
  /// The sentence that some words stand in, with the words marked.
  func evidence(marking range: Range<Int>) -> [Evidence] {
    [.quote(Quote(source: Quote.source(section: section), marking: range, in: scalars))]
  }
}
