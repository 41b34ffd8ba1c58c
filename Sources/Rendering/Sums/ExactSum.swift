import ReportModel

/// Adds exact decimals. A result that does not fit is `nil`, never a wrapped or rounded number.
enum ExactSum {
  static func of(_ figures: [Figure]) -> Figure? {
    figures.reduce(Figure(significand: 0)) { sum, figure in sum.flatMap { add($0, figure, sign: 1) } }
  }

  static func difference(_ left: Figure, _ right: Figure) -> Figure? {
    add(left, right, sign: -1)
  }

  private static func add(_ left: Figure, _ right: Figure, sign: Int) -> Figure? {
    let decimals = max(left.decimals, right.decimals)
    guard let left = scaled(left, to: decimals), let right = scaled(right, to: decimals) else { return nil }
    let (signed, flips) = right.multipliedReportingOverflow(by: sign)
    let (sum, overflows) = left.addingReportingOverflow(signed)
    return flips || overflows ? nil : Figure(significand: sum, decimals: decimals)
  }

  private static func scaled(_ figure: Figure, to decimals: Int) -> Int? {
    var significand = figure.significand
    guard significand != 0 else { return 0 }
    for _ in figure.decimals..<decimals {
      let (next, overflows) = significand.multipliedReportingOverflow(by: 10)
      guard !overflows else { return nil }
      significand = next
    }
    return significand
  }
}
