/// How a word processor writes the numbers of a list.
enum Numeral: Equatable {
  case decimal
  /// 01, 02: with zeros to at least so many digits.
  case padded(digits: Int)
  /// １, ２
  case fullWidth
  /// ① to ㊿
  case circled
  /// ⒈ to ⒛
  case dotted
  /// ⑴ to ⒇
  case bracketed
  /// ㊀ to ㊉
  case circledChinese
  case lowerLetter, upperLetter
  case lowerRoman, upperRoman
  /// 一, 十, 十一, 一百零一
  case chinese
  /// 一, 一〇, 一一
  case chineseDigits
  /// 壹, 拾, 壹拾壹
  case chineseLegal
  /// 壹, 貳, 參
  case chineseLegalTraditional
  /// 甲, 乙
  case stems
  /// 子, 丑
  case branches
  /// 甲子, 乙丑
  case stemsAndBranches
  /// Counted, but nothing is printed.
  case none

  /// - Parameter number: Any number; those that a way of writing has no signs for are written in digits.
  /// - Returns: The number as it is printed.
  func text(_ number: Int) -> String {
    let written: String? =
      switch self {
      case .decimal: nil
      case .padded(let digits): Self.padded(number, to: digits)
      case .fullWidth: String(String.UnicodeScalarView(String(number).unicodeScalars.map(Self.widened)))
      case .circled: Self.sign(number, in: [(1, 0x2460, 20), (21, 0x3251, 15), (36, 0x32B1, 15)])
      case .dotted: Self.sign(number, in: [(1, 0x2488, 20)])
      case .bracketed: Self.sign(number, in: [(1, 0x2474, 20)])
      case .circledChinese: Self.sign(number, in: [(1, 0x3280, 10)])
      case .lowerLetter: Self.letters(number, from: "a")
      case .upperLetter: Self.letters(number, from: "A")
      case .lowerRoman: Self.roman(number)?.lowercased()
      case .upperRoman: Self.roman(number)
      case .chinese: ChineseNumeral.everyday.text(number)
      case .chineseLegal: ChineseNumeral.legal.text(number)
      case .chineseLegalTraditional: ChineseNumeral.legalTraditional.text(number)
      case .chineseDigits: ChineseNumeral.digits(number)
      case .stems: Self.element(number, of: Self.heavenlyStems)
      case .branches: Self.element(number, of: Self.earthlyBranches)
      case .stemsAndBranches: Self.cycle(number)
      case .none: ""
      }
    return written ?? String(number)
  }

  private static let heavenlyStems = Array("甲乙丙丁戊己庚辛壬癸")
  private static let earthlyBranches = Array("子丑寅卯辰巳午未申酉戌亥")

  private static func padded(_ number: Int, to digits: Int) -> String? {
    guard number >= 0 else { return nil }
    let text = String(number)
    return String(repeating: "0", count: max(0, min(digits, 10) - text.count)) + text
  }

  private static func widened(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar
  }

  private static func sign(_ number: Int, in ranges: [(first: Int, scalar: Int, count: Int)]) -> String? {
    guard let range = ranges.first(where: { $0.first <= number && number < $0.first + $0.count }) else { return nil }
    return Unicode.Scalar(UInt32(clamping: range.scalar + number - range.first)).map { String($0) }
  }

  /// a to z, then aa, bb to zz, as Word counts on.
  private static func letters(_ number: Int, from first: Unicode.Scalar) -> String? {
    guard (1...780).contains(number), let letter = Unicode.Scalar(first.value + UInt32((number - 1) % 26)) else {
      return nil
    }
    return String(repeating: String(letter), count: (number - 1) / 26 + 1)
  }

  private static func roman(_ number: Int) -> String? {
    guard (1...3999).contains(number) else { return nil }
    var rest = number
    var text = ""
    for (value, sign) in [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
      (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ] {
      while rest >= value {
        text += sign
        rest -= value
      }
    }
    return text
  }

  private static func element(_ number: Int, of cycle: [Character]) -> String? {
    cycle.indices.contains(number - 1) ? String(cycle[number - 1]) : nil
  }

  private static func cycle(_ number: Int) -> String? {
    guard (1...60).contains(number) else { return nil }
    return String([heavenlyStems[(number - 1) % 10], earthlyBranches[(number - 1) % 12]])
  }
}
