/// An exact decimal number: `significand` × 10^-`decimals`. 12.3456 is 123456 with four decimals.
///
/// Sums of money must agree to the last place, which binary fractions do not promise.
package struct Figure: Hashable, Sendable {
  package let significand: Int
  package let decimals: Int

  /// Trailing zeros behind the decimal point are dropped, so that equal numbers are equal values.
  package init(significand: Int, decimals: Int = 0) {
    var significand = significand
    var decimals = decimals
    while decimals > 0, significand % 10 == 0 {
      significand /= 10
      decimals -= 1
    }
    self.significand = significand
    self.decimals = decimals
  }

  package var isWhole: Bool { decimals == 0 }
}

extension Figure: ExpressibleByIntegerLiteral {
  package init(integerLiteral value: Int) {
    self.init(significand: value)
  }
}

extension Figure: CustomStringConvertible {
  package var description: String {
    guard decimals > 0 else { return String(significand) }
    let digits = String(significand.magnitude)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    return (significand < 0 ? "-" : "") + padded.dropLast(decimals) + "." + padded.suffix(decimals)
  }
}
