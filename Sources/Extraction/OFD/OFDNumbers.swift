/// The numbers that attributes hold. Lengths are in millimetres, as everywhere in OFD.
enum OFDNumbers {
  /// No length, coordinate or factor of a page is larger. What is, is no number.
  private static let greatest = 1e6

  /// A single number.
  static func number(_ text: String?) -> Double? {
    guard let text, case .number(let number)? = firstToken(text) else { return nil }
    return bounded(number)
  }

  private static func firstToken(_ text: String) -> OFDTokens.Token? {
    var tokens = OFDTokens(text, hasDecimalCommas: true)
    return tokens.next()
  }

  /// As many numbers as there must be, or none.
  static func numbers(_ text: String?, count: Int) -> [Double]? {
    guard let text else { return nil }
    let numbers = all(OFDTokens(text))
    if numbers?.count == count { return numbers }
    let others = all(OFDTokens(text, hasDecimalCommas: true))
    return others?.count == count ? others : nil
  }

  private static func all(_ tokens: OFDTokens) -> [Double]? {
    var numbers: [Double] = []
    for token in tokens {
      guard case .number(let number) = token, let number = bounded(number) else { return nil }
      numbers.append(number)
    }
    return numbers
  }

  /// The steps from character to character: numbers, and `g n v` for `n` times `v` (GB/T 33190-2016, 11.3).
  ///
  /// - Parameters:
  ///   - text: The attribute DeltaX or DeltaY.
  ///   - count: How many are wanted, however many it announces.
  /// - Returns: `nil` in the place of what is no number.
  static func steps(_ text: String, count: Int) -> [Double?] {
    var tokens = OFDTokens(text, hasDecimalCommas: hasDecimalCommas(text))
    var steps: [Double?] = []
    while steps.count < count, let token = tokens.next() {
      switch token {
      case .number(let number): steps.append(bounded(number))
      case .noNumber: steps.append(nil)
      case .letter(UInt8(ascii: "g")), .letter(UInt8(ascii: "G")):
        guard case .number(let times)? = tokens.next(), let step = tokens.next() else { continue }
        let wanted = Double(count - steps.count)
        let value: Double? = if case .number(let number) = step { bounded(number) } else { nil }
        steps.append(contentsOf: repeatElement(value, count: Int(max(0, min(times, wanted)))))
      case .letter: continue
      }
    }
    return steps
  }

  /// Whether the commas of a list are decimal points: it has no other, and spaces between its numbers.
  private static func hasDecimalCommas(_ text: String) -> Bool {
    var hasCommas = false
    var hasSpaces = false
    var previous: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "."): return false
      case UInt8(ascii: ","): hasCommas = true
      case UInt8(ascii: " "):
        if previous == UInt8(ascii: ",") { return false }
        hasSpaces = true
      default: break
      }
      previous = byte
    }
    return hasCommas && hasSpaces
  }

  private static func bounded(_ number: Double) -> Double? {
    abs(number) <= greatest ? number : nil
  }
}
