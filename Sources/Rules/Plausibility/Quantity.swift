import Narrative
import ReportModel

/// A number of prose with the unit behind it: 3件, 十二件, 1，200.50元, 0.12万元.
struct Quantity: Equatable {
  enum Unit: Equatable {
    /// 件
    case cases
    /// 元; 万元 are made 元.
    case yuan
  }

  var amount: Figure
  var unit: Unit
  /// Where it begins and where what follows it begins.
  var range: Range<Int>

  /// Every quantity of a text, in its order.
  static func all(in scalars: ArraySlice<Unicode.Scalar>) -> [Quantity] {
    var found: [Quantity] = []
    var index = scalars.startIndex
    while index < scalars.endIndex {
      guard let number = NumeralScanner.scan(scalars, at: index, wideComma: .separator) else {
        index += 1
        continue
      }
      if let numeral = number.numeral, let (unit, after) = unit(at: number.end, in: scalars) {
        let amount = Figure(significand: numeral.tenThousandths, decimals: 4)
        found.append(Quantity(amount: amount, unit: unit, range: index..<after))
      }
      index = max(number.end, index + 1)
    }
    return found
  }

  private static func unit(at index: Int, in scalars: ArraySlice<Unicode.Scalar>) -> (Unit, Int)? {
    guard index < scalars.endIndex else { return nil }
    switch scalars[index] {
    case "元": return (.yuan, index + 1)
    case "件": return (.cases, index + 1)
    default: return nil
    }
  }
}
