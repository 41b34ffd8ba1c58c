import ReportModel

/// A sentence that names totals and then their parts: 发出收费通知3件，总金额360元，其中1件200元、2件160元.
struct FeeItemisation {
  struct Fault: Equatable {
    var sum: Figure
    var total: Figure
    var unit: Quantity.Unit
  }

  private(set) var fault: Fault?

  /// - Returns: `nil` for a sentence that itemises nothing, or not plainly.
  init?(of sentence: ArraySlice<Unicode.Scalar>) {
    let quantities = Quantity.all(in: sentence)
    if let fault = Self.pairs(quantities, in: sentence) {
      self.fault = fault
      return
    }
    let list = Self.listMark(in: sentence)
    guard quantities.count >= 3, !sentence.holds(anyOf: Self.vague.filter { $0 != list?.word }),
      Self.places(of: "其中", in: sentence).count <= 1
    else { return nil }
    let totals: [Quantity]
    let parts: [Quantity]
    let isClosed: Bool
    if let mark = list?.index {
      // Paid and unpaid, asked for and collected: parts that overlap.
      guard !sentence[mark...].holds(anyOf: Self.states) else { return nil }
      totals = quantities.filter { $0.range.lowerBound < mark }
      parts = quantities.filter { $0.range.lowerBound > mark }
      isClosed =
        sentence[mark...].holds(anyOf: ["分别", "其余", "剩余", "另"]) || Self.areAll(sentence[mark...])
    } else if let mark = Self.totalMark(in: sentence) {
      guard !sentence.holds(anyOf: Self.states + ["总金额", "应收"]) else { return nil }
      totals = quantities.filter { $0.range.lowerBound > mark }
      parts = quantities.filter { $0.range.lowerBound < mark }
      isClosed = true
    } else {
      return nil
    }
    let sums = [Quantity.Unit.yuan, .cases].compactMap { Sum($0, totals: totals, parts: parts) }
    // Where one kind of parts is complete, so is the other.
    let isComplete = isClosed || sums.contains { $0.isRight && $0.parts >= 2 }
    guard let wrong = sums.first(where: { $0.isFault(complete: isComplete) }) else { return nil }
    // 1件 may be what an amount is for: 每件, or a third quantity that nobody counts.
    guard wrong.unit == .yuan || sums.count == 1 || sums.contains(where: \.isRight) else { return nil }
    fault = Fault(sum: wrong.sum, total: wrong.total, unit: wrong.unit)
  }

  /// Two parts that are all there is: by piece and by page, the halves of the year, paid and not paid.
  private static func pairs(_ quantities: [Quantity], in sentence: ArraySlice<Unicode.Scalar>) -> Fault? {
    guard !sentence.holds(anyOf: vague.filter { $0 != "包括" }) else { return nil }
    let money = quantities.filter { $0.unit == .yuan }
    for (first, second) in [("按件", "按量"), ("上半年", "下半年"), ("实际收取", "未缴"), ("实际收取", "未收"), ("实收", "未缴"), ("已缴", "未缴")] {
      let (firsts, seconds) = (places(of: first, in: sentence), places(of: second, in: sentence))
      guard let one = firsts.first, let other = seconds.first, firsts.count == 1, seconds.count == 1, one < other,
        let part = money.first(where: { $0.range.lowerBound > one }), part.range.lowerBound < other,
        let rest = money.first(where: { $0.range.lowerBound > other }), money.count == 3,
        let total = money.first(where: { $0 != part && $0 != rest }),
        let sum = Figure.sum(of: [part.amount, rest.amount]), sum != total.amount
      else { continue }
      return Fault(sum: sum, total: total.amount, unit: .yuan)
    }
    // 其中一件100元，一件200元，合计400元
    guard let mark = only("其中", in: sentence), let end = only("合计", in: sentence) ?? only("共计", in: sentence),
      mark < end,
      !sentence.holds(anyOf: states)
    else { return nil }
    let parts = money.filter { $0.range.lowerBound > mark && $0.range.lowerBound < end }
    let totals = money.filter { $0.range.lowerBound > end || $0.range.lowerBound < mark }
    guard parts.count > 1, totals.count == 1, let total = totals.first, let sum = Figure.sum(of: parts.map(\.amount)),
      sum != total.amount
    else { return nil }
    return Fault(sum: sum, total: total.amount, unit: .yuan)
  }

  /// Where the parts begin.
  private static func listMark(in sentence: ArraySlice<Unicode.Scalar>) -> (word: String, index: Int)? {
    ["其中", "分别", "包括"].lazy.compactMap { word in only(word, in: sentence).map { (word, $0) } }.first
  }

  /// Where the total stands behind its parts.
  private static func totalMark(in sentence: ArraySlice<Unicode.Scalar>) -> Int? {
    if let mark = only("共计", in: sentence) ?? only("合计", in: sentence) { return mark }
    return only("全年", in: sentence).flatMap { areAll(sentence[..<$0]) ? $0 : nil }
  }

  /// Parts that are named after what all falls under: quarters of which one is left out had nothing to tell.
  private static func areAll(_ parts: ArraySlice<Unicode.Scalar>) -> Bool {
    [["季度"], ["上半年", "下半年"], ["按件", "按量"], ["自然人", "法人"]].contains { words in
      words.allSatisfy { parts.holds($0) }
        && (words.count > 1 || words.allSatisfy { places(of: $0, in: parts).count > 1 })
    }
  }

  private struct Sum {
    var unit: Quantity.Unit
    var sum: Figure
    /// The total that is nearest to the parts in the text.
    var total: Figure
    var isRight: Bool
    var exceeds: Bool
    var parts: Int

    init?(_ unit: Quantity.Unit, totals: [Quantity], parts: [Quantity]) {
      let totals = totals.filter { $0.unit == unit }.map(\.amount)
      let parts = parts.filter { $0.unit == unit }.map(\.amount)
      guard let last = totals.last, parts.count >= 2, let sum = Figure.sum(of: parts) else { return nil }
      self.unit = unit
      self.sum = sum
      total = last
      isRight = totals.contains(sum)
      exceeds = totals.allSatisfy { sum.subtracting($0).map { !$0.isNegative && !$0.isZero } ?? false }
      self.parts = parts.count
    }

    func isFault(complete: Bool) -> Bool {
      !isRight && (exceeds || complete)
    }
  }

  /// Where a word stands, if it stands once.
  private static func only(_ word: String, in sentence: ArraySlice<Unicode.Scalar>) -> Int? {
    let places = places(of: word, in: sentence)
    return places.count == 1 ? places.first : nil
  }

  private static func places(of word: String, in sentence: ArraySlice<Unicode.Scalar>) -> [Int] {
    sentence.indices.filter { sentence[$0...].starts(with: word.unicodeScalars) }
  }

  private static let vague = [
    "约", "余元", "余件", "多元", "多件", "近", "左右", "标准", "每件", "每页", "/件", "/页", "超过", "上年", "去年", "同比", "等费用", "主要", "包括",
    "备案", "建议", "提案",
  ]
  private static let states = ["已", "未", "实际", "缴", "减免", "退", "到账", "通知"]
}
