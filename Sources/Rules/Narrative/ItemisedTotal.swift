import Narrative
import ReportModel

/// A total of prose with the items that it is the sum of: 53篇，其中甲2篇、乙5篇、丙43篇、丁4篇.
struct ItemisedTotal: Equatable {
  /// Both in ten-thousandths, as numerals are.
  var total: Int
  var sum: Int
  /// 篇
  var unit: String
  /// The total and the items, with their units.
  var ranges: [Range<Int>]

  var isRight: Bool { total == sum }

  private struct Count {
    var value: Int
    var unit: String
    var range: Range<Int>
    /// What stands between the mark before it and the number.
    var label: ArraySlice<Unicode.Scalar>
  }

  /// A longer part of a sentence is not looked at.
  private static let most = 400

  /// - Returns: `nil` for words that itemise nothing, or not plainly.
  init?(of words: ArraySlice<Unicode.Scalar>) {
    guard words.count <= Self.most, !words.holds(anyOf: Self.qualifiers), let counts = Self.counts(in: words) else {
      return nil
    }
    guard let split = Self.itemsBehind(counts, in: words) ?? Self.itemsBefore(counts, in: words) else { return nil }
    let (totals, items, isClosed) = split
    guard let total = totals.last, items.count > 1, items.allSatisfy({ $0.unit == total.unit && !$0.label.isEmpty }),
      !items.contains(where: { $0.label.holds(anyOf: Self.overlaps) }),
      let sum = Self.sum(items.map(\.value)), let all = Self.sum(totals.map(\.value))
    else { return nil }
    self.total = total.value
    self.sum = sum
    unit = total.unit
    ranges = [total.range] + items.map(\.range)
    // Of two numbers before 其中 it may split both.
    guard sum != all, sum != total.value, !totals.contains(where: { $0.value == sum }) else {
      self.total = sum
      return
    }
    let room = max(5 * 10_000, total.value / 10)
    let isComplete = isClosed || items.last.map { $0.label.holds(anyOf: ["其他", "其它", "其余", "另"]) } ?? false
    let isExcess = sum > max(total.value, totals.map(\.value).max() ?? 0)
    // What is far off was not meant to add up.
    guard abs(sum - total.value) <= room, isExcess || isComplete else { return nil }
  }

  /// 53篇，其中…, 53篇（其中…）, 53篇，包括…
  private static func itemsBehind(
    _ counts: [Count], in words: ArraySlice<Unicode.Scalar>
  ) -> (totals: [Count], items: [Count], isClosed: Bool)? {
    let marks = ["其中", "包括", "包含"].flatMap { mark in places(of: mark, in: words) }
    guard marks.count == 1, let mark = marks.first else { return nil }
    let items = counts.filter { $0.range.lowerBound > mark }
    guard let end = items.last?.range.upperBound else { return nil }
    let totals = counts.filter { $0.range.upperBound <= mark && $0.unit == items.first?.unit }
    let tail = words[end...].filter(\.isHan)
    guard tail.isEmpty || String(tail) == "等" else { return nil }
    let ways = items.allSatisfy { $0.label.holds(anyOf: Self.ways) }
    return (totals, items, ways && tail.isEmpty)
  }

  /// 甲2篇、乙5篇，共计7篇
  private static func itemsBefore(
    _ counts: [Count], in words: ArraySlice<Unicode.Scalar>
  ) -> (totals: [Count], items: [Count], isClosed: Bool)? {
    guard counts.count > 2, let total = counts.last,
      ["共计", "合计", "总计"].contains(where: { String(total.label).hasSuffix($0) && total.label.count <= 4 })
    else { return nil }
    return ([total], counts.dropLast(), true)
  }

  /// Every number with a unit; `nil` when one of them is vague.
  private static func counts(in words: ArraySlice<Unicode.Scalar>) -> [Count]? {
    var counts: [Count] = []
    var index = words.startIndex
    var label = words.startIndex
    while index < words.endIndex {
      if "，。、；：,:（）()".unicodeScalars.contains(words[index]) {
        label = index + 1
        index += 1
        continue
      }
      guard let number = NumeralScanner.scan(words, at: index) else {
        index += 1
        continue
      }
      let end = max(number.end, index + 1)
      if let unit = units.first(where: { words[end...].starts(with: $0.unicodeScalars) }) {
        guard let numeral = number.numeral, numeral.step == 0 else { return nil }
        let range = index..<(end + unit.unicodeScalars.count)
        counts.append(Count(value: numeral.tenThousandths, unit: unit, range: range, label: words[label..<index]))
      } else if end < words.endIndex, "余多来几%％至-—~～".unicodeScalars.contains(words[end]) {
        return nil
      }
      index = end
    }
    return counts
  }

  private static func places(of word: String, in words: ArraySlice<Unicode.Scalar>) -> [Int] {
    words.indices.filter { words[$0...].starts(with: word.unicodeScalars) }
  }

  private static func sum(_ values: [Int]) -> Int? {
    values.reduce(0 as Int?) { sum, value in
      sum.flatMap { sum in
        let (next, overflows) = sum.addingReportingOverflow(value)
        return overflows ? nil : next
      }
    }
  }

  private static let units = [
    "件次", "条次", "篇次", "条", "件", "篇", "个", "项", "份", "期", "场", "起", "宗", "部", "册", "幅", "批", "次",
  ]

  /// In these ways a request comes, and in one of them only.
  private static let ways = ["网上", "网络", "线上", "线下", "当面", "现场", "信函", "邮寄", "邮件", "邮箱", "传真", "窗口", "书面", "来信", "快递"]

  /// What is counted under one of these may be counted under another too, or is not all of this year's.
  private static let overlaps = [
    "网站", "公众号", "微信", "微博", "新媒体", "抖音", "头条", "客户端", "平台", "公开栏", "显示屏", "专栏", "办结", "答复", "已", "未", "涉及", "转载", "原创",
    "阅读", "浏览", "点击", "新增", "更新", "同比", "上年", "去年", "按时", "延期", "重复", "本级", "参与", "以上", "自然人", "法人",
  ]
  private static let qualifiers = [
    "约", "近年", "左右", "超过", "超", "不少于", "同比", "增长", "增加", "减少", "上年", "去年", "累计", "平均", "人次", "每", "分别", "排名", "最多", "第",
  ]
}
