import ReportModel

/// A unit of which the overview tells what it has done: 2024年，白杨镇认真贯彻…
enum SpokenUnit {
  /// The units beside the report's own that are spoken of as it should speak of itself. Without a roster they are towns and
  /// streets, whose names say what they are.
  static func all(in passage: Passage, year: Int?, identity: Identity) -> [ForeignUnit] {
    guard identity.hasPeers || identity.isTown else { return [] }
    let scalars = passage.scalars.prefix(mostScalars).map(\.narrowed)
    return sentences(of: scalars, passage).enumerated().lazy.compactMap { number, sentence -> ForeignUnit? in
      let words = scalars[sentence]
      let subject = subject(of: words, year: year, isFirst: number == 0)
      guard let name = name(at: subject.index, in: words, identity), !isExcused(words, identity) else { return nil }
      let rest = words[name.upperBound...]
      let formal = forms.first { rest.holdsPrefix($0) }
      // In the middle of the text and without a year, the unit's full name only is a subject for sure.
      guard subject.isSure || formal != nil, tellsDeeds(rest, formal) else { return nil }
      let unit = ForeignUnit(name: String(scalars[name]), passage: passage, range: name)
      return identity.hasPeers || identity.isForeign(unit) ? unit : nil
    }.prefix(3).map { $0 }
  }

  private static let mostScalars = 30_000
  /// What is said of a unit beyond that is another thought.
  private static let longest = 200

  private static func sentences(of scalars: [Unicode.Scalar], _ passage: Passage) -> [Range<Int>] {
    // Where a line is a paragraph, a heading without a mark behind it ends there.
    let starts = passage.isBrokenInLines ? [] : Set(passage.lineStarts)
    var sentences: [Range<Int>] = []
    var start = 0
    for index in scalars.indices where scalars[index].endsClause || starts.contains(index) {
      let isMark = !starts.contains(index)
      if start < index { sentences.append(start..<index) }
      start = isMark ? index + 1 : index
    }
    if start < scalars.count { sentences.append(start..<scalars.count) }
    return sentences.map { $0.prefix(longest).startIndex..<$0.prefix(longest).endIndex }
  }

  /// Where the subject stands: behind the year, 2024年，; else at the beginning, which in the very first sentence is sure.
  private static func subject(
    of words: ArraySlice<Unicode.Scalar>, year: Int?, isFirst: Bool
  ) -> (index: Int, isSure: Bool) {
    let lead = words.first == "在" ? words.dropFirst() : words
    guard let found = YearWords.all(in: Array(lead.prefix(5))).first, found.year == year else {
      return (words.startIndex, isFirst)
    }
    var rest = lead.dropFirst(found.end)
    if rest.first == "度" { rest = rest.dropFirst() }
    if let next = rest.first, "，,".unicodeScalars.contains(next) { rest = rest.dropFirst() }
    return (rest.startIndex, true)
  }

  /// The peer's name that stands there, with the district before it or without.
  private static func name(
    at start: Int, in words: ArraySlice<Unicode.Scalar>, _ identity: Identity
  ) -> Range<Int>? {
    guard identity.hasPeers else { return identity.isTown ? TownName.range(in: words, at: start) : nil }
    let lead = words[start...].prefix(16).prefix(while: \.isHan)
    let starts = [start] + lead.indices.map { $0 + 1 }.filter { UnitName.isTerritory(lead[..<$0]) }
    return starts.lazy.compactMap { start in
      identity.lengthOfPeerName(at: words[start...]).map { start..<(start + $0) }
    }.first
  }

  private static let forms = ["人民政府", "办事处", "党委政府", "党委、政府", "党工委", "党委", "政府", "机关"]

  /// What stands behind a subject, and not behind one of several or behind an attribute.
  private static func tellsDeeds(_ rest: ArraySlice<Unicode.Scalar>, _ form: String?) -> Bool {
    var rest = rest.dropFirst(form?.unicodeScalars.count ?? 0)
    if rest.first == "，" { rest = rest.dropFirst() }
    return deeds.contains { rest.holdsPrefix($0) }
  }

  private static let deeds = [
    "认真", "严格", "深入", "坚持", "按照", "根据", "依据", "高度重视", "紧紧", "积极", "持续", "全面", "共", "主动", "围绕", "以", "切实", "不断", "进一步",
    "继续", "依法", "政府信息公开", "政务公开", "信息公开", "把", "将", "在", "全年", "始终", "扎实", "大力", "牢固", "着力", "聚焦", "立足", "结合", "通过",
    "及时",
    "收到", "受理", "办理", "公开", "发布", "没有", "未收到", "未发生", "召开", "举办", "组织", "开展", "落实", "贯彻", "加强", "健全", "完善", "推进", "深化",
    "优化",
    "强化", "充分", "精准", "累计", "紧扣",
  ]

  /// Whether the sentence tells of the other unit with good reason, or names the report's own as well.
  private static func isExcused(_ words: ArraySlice<Unicode.Scalar>, _ identity: Identity) -> Bool {
    words.holds(anyOf: [
      "并入", "合并", "划入", "划归", "撤销", "更名", "移交", "对标", "兄弟", "结对", "交流", "学习", "调研", "试点", "率先", "经验", "做法", "案例", "推广",
      "等地",
    ])
      || words.holds(anyOf: ["我镇", "我乡", "我街道", "本镇", "本乡", "本街道"])
      || identity.isNamed(in: words)
  }
}
