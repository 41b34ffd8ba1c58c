/// Numbers in Chinese, by the signs for digits and powers of ten.
struct ChineseNumeral {
  private let digits: [Character]
  /// For ones, tens, hundreds and thousands.
  private let units: [String]
  /// 十一 instead of 一十一.
  private let dropsLeadingOne: Bool

  static let everyday = ChineseNumeral(
    digits: Array("零一二三四五六七八九"), units: ["", "十", "百", "千"], dropsLeadingOne: true)
  static let legal = ChineseNumeral(
    digits: Array("零壹贰叁肆伍陆柒捌玖"), units: ["", "拾", "佰", "仟"], dropsLeadingOne: false)
  static let legalTraditional = ChineseNumeral(
    digits: Array("零壹貳參肆伍陸柒捌玖"), units: ["", "拾", "佰", "仟"], dropsLeadingOne: false)

  /// - Returns: `nil` below zero and from ten thousand on: no list has so many members.
  func text(_ number: Int) -> String? {
    guard (0...9999).contains(number) else { return nil }
    if number == 0 { return String(digits[0]) }
    var text = ""
    var needsZero = false
    for (power, scale) in [1000, 100, 10, 1].enumerated() {
      let digit = number / scale % 10
      if digit == 0 {
        needsZero = !text.isEmpty
        continue
      }
      if needsZero { text.append(digits[0]) }
      needsZero = false
      if !(dropsLeadingOne && text.isEmpty && scale == 10 && digit == 1) { text.append(digits[digit]) }
      text += units[3 - power]
    }
    return text
  }

  /// Digit by digit.
  ///
  /// - Returns: `nil` below zero.
  static func digits(_ number: Int) -> String? {
    guard number >= 0 else { return nil }
    let signs = Array("〇一二三四五六七八九")
    return String(String(number).compactMap { $0.wholeNumberValue.map { signs[$0] } })
  }
}
