/// Finds numerals: Arabic with separators, Chinese, and mixed (1.2万).
package enum NumeralScanner {
  package struct Found: Equatable {
    /// `nil` when it is vague (数十, 三四) or cannot be told (1，234).
    package var numeral: Numeral?
    package var end: Int
  }

  /// What a full-width comma before three digits is.
  package enum WideComma {
    /// It may as well part two numbers, and so there is none that can be told.
    case unclear
    /// 1，200元
    case separator
  }

  /// - Returns: the numeral that begins at `start`.
  package static func scan(
    _ scalars: ArraySlice<Unicode.Scalar>, at start: Int, wideComma: WideComma = .unclear
  ) -> Found? {
    guard start < scalars.endIndex else { return nil }
    if digit(scalars[start]) != nil { return arabic(scalars, at: start, wideComma: wideComma) }
    return chinese(scalars, at: start)
  }

  /// 1,234.5万
  private static func arabic(
    _ scalars: ArraySlice<Unicode.Scalar>, at start: Int, wideComma: WideComma
  ) -> Found {
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
        if mark == "，", wideComma == .unclear { isTold = false }
      } else if isPoint(scalars[index]), decimals == nil, index + 1 < scalars.endIndex, digit(scalars[index + 1]) != nil
      {
        decimals = 0
      } else {
        break
      }
      index += 1
    }
    let places = decimals ?? 0
    guard isTold, places <= 4 else { return Found(numeral: nil, end: index) }
    let weight = power(4 - places)
    let (scaled, overflows) = value.multipliedReportingOverflow(by: weight)
    guard !overflows else { return Found(numeral: nil, end: index) }
    let plain = Numeral(tenThousandths: scaled, step: places > 0 ? weight : 0)
    guard index < scalars.endIndex, let factor = arabicWeight(scalars[index]),
      // 13万元 is money in 万元 all the same.
      let mixed = Numeral(tenThousandths: scaled, step: weight).times(factor)
    else { return Found(numeral: plain, end: index) }
    return Found(numeral: mixed, end: index + 1)
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
    return Found(numeral: value(run).map { Numeral($0) }, end: run.endIndex)
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
    switch scalar {
    case "0"..."9": Int(scalar.value) - 0x30
    case "０"..."９": Int(scalar.value) - 0xFF10
    default: nil
    }
  }

  /// Whether it belongs to a number in words.
  static func isWord(_ scalar: Unicode.Scalar) -> Bool { chineseDigit(scalar) != nil || chineseWeight(scalar) != nil }

  private static func isPoint(_ scalar: Unicode.Scalar) -> Bool { scalar == "." || scalar == "．" }

  private static func power(_ exponent: Int) -> Int {
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }

  private static func arabicWeight(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "百", "千", "万": chineseWeight(scalar)
    case "亿": 100_000_000
    default: nil
    }
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
