/// A number as the prose prints it.
package struct Numeral: Hashable, Sendable {
  /// In ten-thousandths: 12.5 is 125000.
  package var tenThousandths: Int
  /// The weight of the last digit, in ten-thousandths; 0 for a number that is no rounding. 1.2万 is a rounding to
  /// thousands.
  package var step: Int

  package init(tenThousandths: Int, step: Int = 0) {
    self.tenThousandths = tenThousandths
    self.step = step
  }

  package init(_ whole: Int) {
    self.init(tenThousandths: whole.multipliedReportingOverflow(by: 10_000).partialValue)
  }

  /// Whether this is how `value`, in ten-thousandths, may be printed: exact, rounded or cut off.
  package func mayMean(_ value: Int) -> Bool {
    let (above, overflows) = value.subtractingReportingOverflow(tenThousandths)
    guard !overflows else { return false }
    return above == 0 || (above >= -(step / 2) && above < step)
  }

  func times(_ factor: Int) -> Numeral? {
    let (value, overflows) = tenThousandths.multipliedReportingOverflow(by: factor)
    let (weight, steps) = step.multipliedReportingOverflow(by: factor)
    return overflows || steps ? nil : Numeral(tenThousandths: value, step: weight)
  }
}

/// Finds numerals: Arabic with separators, Chinese, and mixed (1.2万).
enum NumeralScanner {
  struct Found: Equatable {
    /// `nil` when it is vague (数十, 三四) or cannot be told (1，234).
    var numeral: Numeral?
    var end: Int
    /// It is written with digits: 2024, not 二.
    var isArabic: Bool
  }

  /// - Returns: the numeral that begins at `start` of folded `scalars`.
  static func scan(_ scalars: ArraySlice<Unicode.Scalar>, at start: Int) -> Found? {
    guard start < scalars.endIndex else { return nil }
    if digit(scalars[start]) != nil { return arabic(scalars, at: start) }
    return chinese(scalars, at: start)
  }

  /// 1,234.5万
  private static func arabic(_ scalars: ArraySlice<Unicode.Scalar>, at start: Int) -> Found {
    var value = 0
    var digits = 0
    var decimals: Int?
    var isTold = true
    var index = start
    while index < scalars.endIndex {
      if let digit = digit(scalars[index]) {
        digits += 1
        if digits <= 13 { value = value * 10 + digit } else { isTold = false }
        decimals = decimals.map { $0 + 1 }
      } else if decimals == nil, let mark = separator(scalars, at: index) {
        if mark == "，" { isTold = false }
      } else if scalars[index] == ".", decimals == nil, index + 1 < scalars.endIndex, digit(scalars[index + 1]) != nil {
        decimals = 0
      } else {
        break
      }
      index += 1
    }
    let places = decimals ?? 0
    guard isTold, places <= 4 else { return Found(numeral: nil, end: index, isArabic: true) }
    let weight = power(4 - places)
    let (scaled, overflows) = value.multipliedReportingOverflow(by: weight)
    guard !overflows else { return Found(numeral: nil, end: index, isArabic: true) }
    let plain = Numeral(tenThousandths: scaled, step: places > 0 ? weight : 0)
    guard index < scalars.endIndex, let factor = arabicWeight(scalars[index]),
      // 13万元 is money in 万元 all the same.
      let mixed = Numeral(tenThousandths: scaled, step: weight).times(factor)
    else { return Found(numeral: plain, end: index, isArabic: true) }
    return Found(numeral: mixed, end: index + 1, isArabic: true)
  }

  /// A comma before three digits, no more. A full-width one may as well part two numbers.
  private static func separator(_ scalars: ArraySlice<Unicode.Scalar>, at index: Int) -> Unicode.Scalar? {
    guard scalars[index] == "," || scalars[index] == "，" else { return nil }
    let next = scalars[(index + 1)...].prefix(4).prefix { digit($0) != nil }
    return next.count == 3 ? scalars[index] : nil
  }

  /// 一百零三, 二十, 〇, 一〇三
  private static func chinese(_ scalars: ArraySlice<Unicode.Scalar>, at start: Int) -> Found? {
    let run = scalars[start...].prefix(16).prefix { chineseDigit($0) != nil || chineseWeight($0) != nil }
    guard !run.isEmpty else { return nil }
    return Found(numeral: value(run).map { Numeral($0) }, end: run.endIndex, isArabic: false)
  }

  private static func value(_ run: ArraySlice<Unicode.Scalar>) -> Int? {
    guard run.contains(where: { chineseWeight($0) != nil }) else {
      let digits = run.compactMap(chineseDigit)
      // 三四件 is three or four.
      guard digits.count == 1 || digits.contains(0), digits.count <= 6 else { return nil }
      return digits.reduce(0) { $0 * 10 + $1 }
    }
    var total = 0
    var below = 0
    var last: Int?
    for scalar in run {
      if let digit = chineseDigit(scalar) {
        guard last == nil || last == 0 else { return nil }
        last = digit
      } else if scalar == "万" {
        below += last ?? 0
        guard below > 0, total == 0 else { return nil }
        (total, below, last) = (below * 10_000, 0, nil)
      } else if let weight = chineseWeight(scalar) {
        guard last != nil || weight == 10 else { return nil }
        below += (last.flatMap { $0 == 0 ? nil : $0 } ?? 1) * weight
        last = nil
      }
    }
    return total + below + (last ?? 0)
  }

  static func digit(_ scalar: Unicode.Scalar) -> Int? {
    ("0"..."9").contains(scalar) ? Int(scalar.value) - 0x30 : nil
  }

  private static func arabicWeight(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "百", "千", "万": chineseWeight(scalar)
    case "亿": 100_000_000
    default: nil
    }
  }

  private static func power(_ exponent: Int) -> Int {
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }

  private static func chineseDigit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "〇", "零", "○": 0
    case "一": 1
    case "二", "两": 2
    case "三": 3
    case "四": 4
    case "五": 5
    case "六": 6
    case "七": 7
    case "八": 8
    case "九": 9
    default: nil
    }
  }

  private static func chineseWeight(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "十": 10
    case "百": 100
    case "千": 1000
    case "万": 10_000
    default: nil
    }
  }
}
