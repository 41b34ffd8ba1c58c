/// Exact sums. What does not fit is `nil`, never a wrapped or rounded number.
extension Figure {
  package var isNegative: Bool { significand < 0 }

  package static func sum(of figures: some Sequence<Figure>) -> Figure? {
    figures.reduce(0) { sum, figure in sum.flatMap { $0.adding(figure) } }
  }

  package func adding(_ other: Figure) -> Figure? {
    let decimals = max(decimals, other.decimals)
    guard let left = scaled(to: decimals), let right = other.scaled(to: decimals) else { return nil }
    let (sum, overflows) = left.addingReportingOverflow(right)
    return overflows ? nil : Figure(significand: sum, decimals: decimals)
  }

  package func subtracting(_ other: Figure) -> Figure? {
    other.negated.flatMap(adding)
  }

  /// The same distance from zero on the other side.
  package var negated: Figure? {
    let (negated, overflows) = 0.subtractingReportingOverflow(significand)
    return overflows ? nil : Figure(significand: negated, decimals: decimals)
  }

  /// Without its sign.
  package var magnitude: Figure? {
    isNegative ? negated : self
  }

  /// Ten thousand times the number: 万元 in 元.
  package var timesTenThousand: Figure? {
    if decimals >= 4 { return Figure(significand: significand, decimals: decimals - 4) }
    return Figure(significand: significand, decimals: 0).scaled(to: 4 - decimals).map { Figure(significand: $0) }
  }

  private func scaled(to wanted: Int) -> Int? {
    var scaled = significand
    guard scaled != 0 else { return 0 }
    for _ in decimals..<wanted {
      let (next, overflows) = scaled.multipliedReportingOverflow(by: 10)
      guard !overflows else { return nil }
      scaled = next
    }
    return scaled
  }
}
