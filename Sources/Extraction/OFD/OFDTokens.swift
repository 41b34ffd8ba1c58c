/// The numbers and letters of an attribute or a path, one after the other.
///
/// OFD separates numbers by white space (GB/T 33190-2016, 7.3). Producers also write commas between them, commas in
/// place of decimal points, exponents, and letters without a space beside them.
struct OFDTokens: Sequence, IteratorProtocol {
  enum Token: Equatable {
    /// Finite, of any magnitude.
    case number(Double)
    case letter(UInt8)
    /// What stands where a number should: `nan`, `inf`, too many digits.
    case noNumber
  }

  private let bytes: [UInt8]
  private let hasDecimalCommas: Bool
  private var position = 0

  init(_ text: String, hasDecimalCommas: Bool = false) {
    bytes = Array(text.utf8)
    self.hasDecimalCommas = hasDecimalCommas
  }

  mutating func next() -> Token? {
    while position < bytes.count {
      let byte = bytes[position]
      if byte.isDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") || isPoint(byte) {
        if let number = number() { return number }
        position += 1
      } else if byte.isLetter {
        return word()
      } else {
        position += 1
      }
    }
    return nil
  }

  /// Several letters in a row are that many letters, unless they are a number that is none.
  private mutating func word() -> Token {
    let end = bytes[position...].firstIndex { !$0.isLetter } ?? bytes.count
    let letters = bytes[position..<end]
    if letters.count > 2, ["nan", "inf", "infinity"].contains(String(decoding: letters, as: UTF8.self).lowercased()) {
      position = end
      return .noNumber
    }
    position += 1
    return .letter(letters[letters.startIndex])
  }

  /// `nil` when no digit stands here.
  private mutating func number() -> Token? {
    var index = position
    let isNegative = byte(index) == UInt8(ascii: "-")
    if isNegative || byte(index) == UInt8(ascii: "+") { index += 1 }
    var value = 0.0
    var hasDigits = false
    while let byte = byte(index), byte.isDigit {
      value = value * 10 + Double(byte - UInt8(ascii: "0"))
      hasDigits = true
      index += 1
    }
    if let point = byte(index), isPoint(point), hasDigits || byte(index + 1)?.isDigit == true {
      index += 1
      var unit = 0.1
      while let byte = byte(index), byte.isDigit {
        value += unit * Double(byte - UInt8(ascii: "0"))
        unit /= 10
        hasDigits = true
        index += 1
      }
    }
    guard hasDigits else { return nil }
    value *= scale(&index)
    position = index
    guard value.isFinite else { return .noNumber }
    return .number(isNegative ? -value : value)
  }

  /// The power of ten that an exponent stands for.
  private func scale(_ index: inout Int) -> Double {
    guard byte(index).map({ $0 | 0x20 }) == UInt8(ascii: "e") else { return 1 }
    var next = index + 1
    let isNegative = byte(next) == UInt8(ascii: "-")
    if isNegative || byte(next) == UInt8(ascii: "+") { next += 1 }
    guard byte(next)?.isDigit == true else { return 1 }
    var exponent = 0
    while let byte = byte(next), byte.isDigit {
      exponent = Swift.min(400, exponent * 10 + Int(byte - UInt8(ascii: "0")))
      next += 1
    }
    index = next
    var scale = 1.0
    for _ in 0..<exponent { scale *= 10 }
    return isNegative ? 1 / scale : scale
  }

  private func byte(_ index: Int) -> UInt8? {
    index < bytes.count ? bytes[index] : nil
  }

  private func isPoint(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || hasDecimalCommas && byte == UInt8(ascii: ",")
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }
  fileprivate var isLetter: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 }
}
