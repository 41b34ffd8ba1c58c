import ReportModel

/// The period that a sentence says a report covers: 统计期限自2024年1月1日起至2024年12月31日止, 数据时限为2024年1-12月,
/// 本报告反映青禾镇2024年度政府信息公开工作情况.
enum CoveredPeriod {
  /// - Parameter words: A sentence without white space.
  /// - Returns: the years it names as those that the report covers, and where they stand.
  static func years(in words: [Unicode.Scalar]) -> [(year: Int, index: Int)] {
    let speaksOfReport = opens(words)
    guard speaksOfReport || words.holds(anyOf: ["统计", "期限", "时限", "时段", "数据"]),
      // What is set beside the report's figures, and what other papers cover.
      !words.holds(anyOf: ["财政", "决算", "预算", "审计", "对比", "同比", "上年", "去年", "上一年"])
    else { return [] }
    let named = YearWords.all(in: words).filter { found in
      isWhole(words[found.end...], ofPeriod: speaksOfReport || words.holds(anyOf: periods)) || isAlone(found, in: words)
        || speaksOfReport && isOfReport(words[found.range.upperBound...])
    }
    return named.map { ($0.year, $0.range.lowerBound) } + dotted(in: words)
  }

  /// 本报告涵盖…, 本年度报告由…六部分组成
  private static func opens(_ words: [Unicode.Scalar]) -> Bool {
    let start = words.prefix(12)
    return start.holds(anyOf: ["本报告", "本年度报告", "本年报", "报告内容", "报告涵盖"])
      && words.holds(anyOf: ["涵盖", "覆盖", "反映", "包括", "包含", "组成", "统计", "范围", "起止", "区间", "数据"])
  }

  /// The first or the last day, the last month, or all months.
  private static func isWhole(_ behind: ArraySlice<Unicode.Scalar>, ofPeriod: Bool) -> Bool {
    let rest = behind.first == "度" ? behind.dropFirst() : behind
    if ends.contains(where: { rest.holdsPrefix($0) }) { return true }
    // 2023年12月建成数据平台, 2025年1月印发 are no periods.
    if ofPeriod, monthly.contains(where: { rest.holdsPrefix($0) }) { return true }
    guard rest.first == "1", let mark = rest.dropFirst().first, "-—－–~～至到".unicodeScalars.contains(mark) else {
      return false
    }
    return rest.dropFirst(2).drop { "-—－–".unicodeScalars.contains($0) }.holdsPrefix("12月")
  }

  private static let ends = ["1月1日", "01月01日", "一月一日", "12月31日", "12月底", "12月末", "十二月三十一日"]
  private static let monthly = ["12月", "十二月", "1月至", "1月到", "1月-", "1月—", "1月–", "1月~", "1月起", "一月至"]
  private static let periods = ["期限", "时限", "时段", "统计时间", "统计区间", "所列数据", "时间范围"]

  /// 统计时段为2024年度
  private static func isAlone(_ found: YearWords.Found, in words: [Unicode.Scalar]) -> Bool {
    let before = words[..<found.range.lowerBound]
    guard let last = before.last, "为是：:".unicodeScalars.contains(last),
      before.suffix(12).holds(anyOf: ["统计时段", "统计期限", "统计期间", "统计周期", "统计年度", "统计时间", "统计区间", "时间范围", "数据时限"])
    else { return false }
    let rest = words[found.range.upperBound...]
    return rest.isEmpty || ["全年", "，", ","].contains { rest.holdsPrefix($0) }
  }

  /// 2024年度政府信息公开工作情况, of a report that says so of itself.
  private static func isOfReport(_ behind: ArraySlice<Unicode.Scalar>) -> Bool {
    ["政府信息公开工作", "政务公开工作", "信息公开工作"].contains { behind.holdsPrefix($0) }
      && behind.prefix(16).prefix { !"，,、".unicodeScalars.contains($0) }.holds("情况")
  }

  /// 2024.1.1—2024.12.31, 2024/01/01至2024/12/31
  private static func dotted(in words: [Unicode.Scalar]) -> [(year: Int, index: Int)] {
    words.indices.compactMap { start in
      guard start == 0 || !words[start - 1].isDigit else { return nil }
      let digits = words[start...].prefix(5).prefix(while: \.isDigit)
      guard digits.count == 4, let mark = words[digits.endIndex...].first, "./-".unicodeScalars.contains(mark),
        ["1-1", "01-01", "12-31"].contains(where: { isDay($0, words[(digits.endIndex + 1)...], mark) }),
        let found = YearWords.all(in: digits + ["年"]).first
      else { return nil }
      return (found.year, start)
    }
  }

  private static func isDay(_ day: String, _ words: ArraySlice<Unicode.Scalar>, _ mark: Unicode.Scalar) -> Bool {
    let day = day.unicodeScalars.map { $0 == "-" ? mark : $0 }
    return words.starts(with: day) && !(words.dropFirst(day.count).first?.isDigit ?? false)
  }
}
