/// Deflated data (RFC 1951) of very many equal bytes, with the fixed codes: 13 bits for 258 of them.
enum Deflated {
  static func run(of byte: UInt8, count: Int, after head: [UInt8]) -> [UInt8] {
    var bits = Bits()
    // The last block, with fixed codes.
    bits.append(0b1, count: 1)
    bits.append(0b01, count: 2)
    for literal in head + [byte] { bits.append(literal: literal) }
    // Eight matches are 104 bits: from the next whole byte on, the stream repeats itself every 13 bytes.
    let start = bits.bytes.count + 1
    for _ in 0..<24 { bits.appendLongestMatch() }
    let period = bits.bytes[start..<(start + 13)]
    var bytes = Array(bits.bytes[..<start])
    for _ in 0..<(max(0, count - head.count) / (8 * 258)) { bytes += period }
    // The end mark is left out: whoever reads as far has been taken in.
    return bytes
  }
}

private struct Bits {
  var bytes: [UInt8] = []
  private var used = 8

  /// Numbers, the lowest bit first.
  mutating func append(_ value: Int, count: Int) {
    for bit in 0..<count {
      if used == 8 {
        bytes.append(0)
        used = 0
      }
      bytes[bytes.count - 1] |= UInt8((value >> bit) & 1) << used
      used += 1
    }
  }

  /// Codes, the highest bit first.
  private mutating func append(code: Int, count: Int) {
    for bit in (0..<count).reversed() { append(code >> bit, count: 1) }
  }

  mutating func append(literal: UInt8) {
    literal < 144 ? append(code: 0x30 + Int(literal), count: 8) : append(code: 0x190 + Int(literal) - 144, count: 9)
  }

  /// 258 bytes from one byte back.
  mutating func appendLongestMatch() {
    append(code: 0xC5, count: 8)
    append(code: 0, count: 5)
  }
}
