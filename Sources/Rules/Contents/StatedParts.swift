/// Of how many parts a report says that it consists: 本报告由总体情况、…六个部分组成.
struct StatedParts {
  let number: Int
  /// 六个部分 in the passage.
  let range: Range<Int>
  /// The sections that stand in the list.
  let listed: Set<Int>

  /// It stands at the beginning.
  private static let most = 3_000

  /// The first in a passage that is not six, or of which the list is shorter.
  static func first(in passage: Passage) -> StatedParts? {
    let scalars = passage.scalars.prefix(most).map(\.narrowed)
    for sentence in scalars.ranges(between: \.endsSentence) {
      for count in PartsNumber.all(in: scalars[sentence]) where (4...12).contains(count.number) {
        let before = scalars[sentence.lowerBound..<count.range.lowerBound]
        let lists = [before, scalars[count.range.upperBound..<sentence.upperBound]].map { PartsList($0) }
        let list = lists.max { $0.sections.count < $1.sections.count }
        let sections = list?.sections ?? []
        guard sections.count >= 4 || count.isOfParts && before.holds(anyOf: ["报告", "全文"]) else { continue }
        if count.number != 6 { return StatedParts(number: count.number, range: count.range, listed: sections) }
        if list?.isWhole == true, (4...5).contains(sections.count) {
          return StatedParts(number: 6, range: count.range, listed: sections)
        }
      }
    }
    return nil
  }
}

/// 六个部分, 7部分, 五个方面
private struct PartsNumber {
  let number: Int
  let range: Range<Int>
  /// Whether it counts 部分, which is said of reports, and not 方面, which is said of much.
  let isOfParts: Bool

  static func all(in sentence: ArraySlice<Unicode.Scalar>) -> [PartsNumber] {
    sentence.indices.compactMap { index in
      guard let unit = ["部分", "方面", "项"].first(where: { sentence[index...].holdsPrefix($0) }) else { return nil }
      let end = index + unit.unicodeScalars.count
      guard endsCount(sentence[end...]) else { return nil }
      var words = sentence[..<index]
      if let last = words.last, "个大".unicodeScalars.contains(last) { words.removeLast() }
      guard let (number, length) = number(endOf: words) else { return nil }
      let lead = words.dropLast(length)
      if let last = lead.last, "第（(".unicodeScalars.contains(last) { return nil }
      return PartsNumber(number: number, range: lead.endIndex..<end, isOfParts: unit == "部分")
    }
  }

  /// 六部分组成, but not 四部分公开
  private static func endsCount(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let next = rest.first else { return true }
    return !next.isHan || ["组成", "构成", "内容", "和", "及", "情况"].contains { rest.holdsPrefix($0) }
  }

  private static func number(endOf words: ArraySlice<Unicode.Scalar>) -> (Int, length: Int)? {
    let digits = words.reversed().prefix { ("0"..."9").contains($0) }.prefix(3)
    if !digits.isEmpty { return Int(String(digits.reversed())).map { ($0, digits.count) } }
    let values: [Unicode.Scalar: Int] = [
      "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10,
    ]
    guard let last = words.last, let value = values[last] else { return nil }
    if let before = words.dropLast().last, values[before] != nil { return nil }
    return (value, 1)
  }
}

/// A list of the parts of a report.
private struct PartsList {
  private(set) var sections: Set<Int> = []
  /// Whether every item of it is a section, and nothing is left out by 等.
  private(set) var isWhole = true

  init(_ text: ArraySlice<Unicode.Scalar>) {
    var text = text
    if let lead = ["包括", "包含", "由", "分别为", "涵盖"].compactMap({ text.range(of: $0)?.upperBound }).min() {
      text = text[lead...]
    }
    for item in text.split(whereSeparator: { "、，,；;：:".unicodeScalars.contains($0) }) {
      let item = item.drop { !$0.isHan }
      for word in Self.joined(item) {
        if let section = Self.section(of: word) {
          sections.insert(section)
        } else if word.count >= 2, !["组成", "内容", "分别", "共"].contains(where: { word.holdsPrefix($0) }) {
          isWhole = false
        }
        if word.last == "等" { isWhole = false }
      }
    }
  }

  /// 存在的主要问题及改进情况和其他需要报告的事项 are two.
  private static func joined(_ item: ArraySlice<Unicode.Scalar>) -> [ArraySlice<Unicode.Scalar>] {
    for word in ["和其他", "及其他", "以及其他", "和其它", "及其它"] {
      if let place = item.range(of: word), place.lowerBound > item.startIndex {
        return [item[..<place.lowerBound], item[place.lowerBound...]]
      }
    }
    return [item]
  }

  private static func section(of item: ArraySlice<Unicode.Scalar>) -> Int? {
    if item.holds(anyOf: ["复议", "诉讼"]) { return 4 }
    if item.holds(anyOf: ["问题", "不足", "改进"]) { return 5 }
    if item.holds(anyOf: ["申请", "收到和处理"]) { return 3 }
    if item.holds("主动公开") { return 2 }
    if item.holds(anyOf: ["总体情况", "总体工作", "概述", "概况"]) { return 1 }
    return item.holds(anyOf: ["其他", "其它", "需要报告"]) ? 6 : nil
  }
}
