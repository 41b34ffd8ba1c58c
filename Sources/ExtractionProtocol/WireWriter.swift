/// Writes values one behind the other: numbers in variable length (LEB128), texts as UTF-8 behind their length.
struct WireWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ number: UInt) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Counts and positions, none of which is negative.
  mutating func write(_ count: Int) {
    write(UInt(clamping: count))
  }

  mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  /// `nil` as zero, any other number as one more.
  mutating func write(_ number: Int?) {
    write(number.map { UInt(clamping: $0) + 1 } ?? 0)
  }

  mutating func write(_ text: String?) {
    write(text == nil ? 0 : 1)
    if let text { write(text) }
  }
}
