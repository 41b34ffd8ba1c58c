import ReportModel

/// A unit of which a report says that it can be asked: 如有疑问，请与白杨镇党政办联系.
enum ContactUnit {
  /// Towns and streets only: of departments the one that collects the reports may be meant.
  static func all(in passage: Passage) -> [ForeignUnit] {
    let scalars = passage.scalars.prefix(most).map(\.narrowed)
    return scalars.ranges(between: \.endsClause).lazy.compactMap { sentence -> ForeignUnit? in
      let words = scalars[sentence].prefix(longest)
      guard words.holds(anyOf: ["疑问", "咨询", "电话", "意见建议", "联系单位", "联系方式", "联系部门"]) else { return nil }
      return name(in: words).map { ForeignUnit(name: String(scalars[$0]), passage: passage, range: $0) }
    }.prefix(2).map { $0 }
  }

  private static let most = 30_000
  private static let longest = 200

  private static func name(in words: ArraySlice<Unicode.Scalar>) -> Range<Int>? {
    words.indices.lazy.compactMap { index -> Range<Int>? in
      guard let lead = leads.first(where: { words[index...].holdsPrefix($0.words) }),
        let name = TownName.range(in: words, at: index + lead.words.unicodeScalars.count)
      else { return nil }
      // 请与…联系
      return lead.verbs.isEmpty || words[name.upperBound...].prefix(16).holds(anyOf: lead.verbs) ? name : nil
    }.first
  }

  private static let leads: [(words: String, verbs: [String])] = [
    ("请与", ["联系"]), ("可与", ["联系"]), ("请联系", []), ("可联系", []), ("请咨询", []), ("联系单位:", []), ("联系部门:", []),
    ("请向", ["咨询", "反映", "联系", "提出"]), ("可向", ["咨询", "反映", "联系", "提出"]),
  ]
}
