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

  package func times(_ factor: Int) -> Numeral? {
    let (value, overflows) = tenThousandths.multipliedReportingOverflow(by: factor)
    let (weight, steps) = step.multipliedReportingOverflow(by: factor)
    return overflows || steps ? nil : Numeral(tenThousandths: value, step: weight)
  }
}
