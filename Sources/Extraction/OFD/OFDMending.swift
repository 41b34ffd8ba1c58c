/// Takes out of XML what no parser allows and viewers of OFD let pass: characters that XML has no place for, written
/// as they are or by their number, and what stands before the declaration.
enum OFDMending {
  private static let space = UInt8(ascii: " ")

  /// - Returns: `nil` when there is nothing to mend, or the bytes are no UTF-8.
  static func mended(_ bytes: [UInt8]) -> [UInt8]? {
    guard let start = bytes.firstIndex(of: UInt8(ascii: "<")), String(validating: bytes, as: UTF8.self) != nil else {
      return nil
    }
    var mended = Array(bytes[start...])
    var isChanged = start > 0
    var index = 0
    while index < mended.count {
      let byte = mended[index]
      if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D {
        mended[index] = space
        isChanged = true
      } else if byte == UInt8(ascii: "&"), let end = forbiddenReference(in: mended, at: index) {
        for place in index..<end { mended[place] = space }
        isChanged = true
      }
      index += 1
    }
    return isChanged ? mended : nil
  }

  /// The end of a reference such as `&#x1;` or `&#xFFFF;`.
  private static func forbiddenReference(in bytes: [UInt8], at start: Int) -> Int? {
    let tail = bytes[start...].prefix(12)
    guard tail.starts(with: Array("&#".utf8)), let end = tail.firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let digits = String(decoding: tail[(start + 2)..<end], as: UTF8.self)
    let value = digits.lowercased().hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let value else { return nil }
    switch value {
    case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: return nil
    default: return end + 1
    }
  }
}
