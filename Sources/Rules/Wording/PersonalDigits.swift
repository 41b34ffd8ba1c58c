/// The number of a resident's identity card.
enum IdentityNumber {
  private static let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

  /// Eighteen digits, 10 for a last X: region, date of birth, order and check digit (GB 11643-1999).
  static func isValid(_ digits: [UInt8]) -> Bool {
    guard digits.count == 18, digits.dropLast().allSatisfy({ $0 <= 9 }), isRegion(digits) else { return false }
    let year = value(digits[6..<10])
    guard (1900...2099).contains(year), isDay(month: value(digits[10..<12]), day: value(digits[12..<14])) else {
      return false
    }
    let sum = zip(digits, weights).reduce(0) { $0 + Int($1.0) * $1.1 }
    return Int(digits[17]) == (12 - sum % 11) % 11
  }

  /// Fifteen digits without a check digit, as given out until 1999.
  static func isValidOld(_ digits: [UInt8]) -> Bool {
    digits.count == 15 && digits.allSatisfy { $0 <= 9 } && isRegion(digits)
      && isDay(month: value(digits[8..<10]), day: value(digits[10..<12]))
  }

  /// The first two digits of a division (GB/T 2260), with those of foreigners' residence permits.
  private static func isRegion(_ digits: [UInt8]) -> Bool {
    switch value(digits.prefix(2)) {
    case 11...15, 21...23, 31...37, 41...46, 50...54, 61...65, 71, 81...83, 91: true
    default: false
    }
  }

  private static func isDay(month: Int, day: Int) -> Bool {
    (1...12).contains(month) && day >= 1 && day <= (month == 2 ? 29 : [4, 6, 9, 11].contains(month) ? 30 : 31)
  }

  private static func value(_ digits: some Sequence<UInt8>) -> Int {
    digits.reduce(0) { $0 * 10 + Int($1) }
  }
}

/// The number of a bank card.
enum BankCard {
  /// Whether digits are a card's: 16 to 19 of them with a right last one (ISO/IEC 7812-1). The cards of UnionPay begin
  /// with 62; of those that begin with 4 or 5 as so many registers do, only what is called an account is believed.
  static func isLikely(_ digits: [UInt8], isNamed: Bool) -> Bool {
    guard (16...19).contains(digits.count), digits.allSatisfy({ $0 <= 9 }), isChecked(digits) else { return false }
    if digits.starts(with: [6, 2]) { return true }
    return isNamed
      && (digits[0] == 4 || (digits[0] == 5 && (1...5).contains(digits[1])) || digits.starts(with: [6, 0]))
  }

  private static func isChecked(_ digits: [UInt8]) -> Bool {
    let sum = digits.reversed().enumerated().reduce(0) { sum, digit in
      let value = Int(digit.element) * (digit.offset % 2 == 0 ? 1 : 2)
      return sum + (value > 9 ? value - 9 : value)
    }
    return sum % 10 == 0 && Set(digits).count > 2
  }
}
