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
      guard let (number, end) = number(at: index, in: scalars) else {
        index += 1
        continue
      }
      if let amount = number, let (unit, after) = unit(at: end, in: scalars) {
        found.append(Quantity(amount: amount, unit: unit, range: index..<after))
      }
      index = max(end, index + 1)
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

  /// A number, Arabic or Chinese, and where it ends. The number is `nil` when it is none that can be told.
  private static func number(
    at start: Int, in scalars: ArraySlice<Unicode.Scalar>
  ) -> (number: Figure?, end: Int)? {
    let arabic = scalars[start...].prefix(30).prefix { digit($0) != nil || ".．,，".unicodeScalars.contains($0) }
    let trimmed = arabic.reversed().drop { digit($0) == nil }
    if !trimmed.isEmpty, digit(scalars[start]) != nil {
      var end = start + trimmed.count
      var value = arabicValue(Array(scalars[start..<end]))
      if end < scalars.endIndex, scalars[end] == "万" {
        value = value?.timesTenThousand
        end += 1
      }
      return (value, end)
    }
    let chinese = scalars[start...].prefix(20).prefix { chineseDigits.contains($0) || multiplier($0) != nil }
    return chinese.isEmpty ? nil : (chineseValue(Array(chinese)), start + chinese.count)
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x30...0x39: Int(scalar.value) - 0x30
    case 0xFF10...0xFF19: Int(scalar.value) - 0xFF10
    default: nil
    }
  }

  private static func arabicValue(_ text: [Unicode.Scalar]) -> Figure? {
    var significand = 0
    var decimals: Int?
    for (index, scalar) in text.enumerated() {
      if let digit = digit(scalar) {
        let (tens, overflows) = significand.multipliedReportingOverflow(by: 10)
        guard !overflows, tens <= Int.max - 9, decimals ?? 0 < 8 else { return nil }
        significand = tens + digit
        decimals = decimals.map { $0 + 1 }
      } else if scalar == "." || scalar == "．" {
        guard decimals == nil else { return nil }
        decimals = 0
      } else {
        // A comma parts thousands, or two numbers of a list.
        let group = text[(index + 1)...].prefix { digit($0) != nil }
        guard decimals == nil, group.count == 3, text.prefix(4).contains(where: { digit($0) == nil }) else {
          return nil
        }
      }
    }
    return Figure(significand: significand, decimals: decimals ?? 0)
  }

  private static let chineseDigits = Array("〇零一二三四五六七八九两".unicodeScalars)

  private static func multiplier(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "十": 10
    case "百": 100
    case "千": 1_000
    case "万": 10_000
    default: nil
    }
  }

  /// 十二, 一百零三, 三千, 两万五千.
  private static func chineseValue(_ text: [Unicode.Scalar]) -> Figure? {
    var whole = 0
    var part = 0
    var digit: Int?
    for scalar in text {
      if let position = chineseDigits.firstIndex(of: scalar) {
        let value = position < 2 ? 0 : position == 11 ? 2 : position - 1
        // 二三件 is vague, and 二〇 a number written by its digits.
        guard digit == nil || digit == 0 else { return nil }
        digit = value
      } else if let factor = multiplier(scalar) {
        if factor == 10_000 {
          whole = (part + (digit ?? 0)) * factor
          part = 0
        } else {
          part += (digit ?? 1) * factor
        }
        digit = nil
        guard whole < 1_000_000_000, part < 1_000_000 else { return nil }
      }
    }
    return Figure(significand: whole + part + (digit ?? 0))
  }
}
