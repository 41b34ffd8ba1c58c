/// The names of elements and attributes, each with its number in the tree and what there is to know of it.
struct HTMLNames {
  /// By number.
  private(set) var tags: [HTMLTag] = []
  private var numbers: [ShortName: Int32] = [:]
  /// Those seen last: a page says some thirty names over and over.
  private var recent = [(name: ShortName, number: Int32)](repeating: (ShortName(), -1), count: 64)

  /// A name of at most 16 bytes, filled up with zeros.
  private struct ShortName: Hashable {
    var low: UInt64 = 0
    var high: UInt64 = 0
  }

  /// - Parameters:
  ///   - name: As it stands in the page; letters are made small.
  ///   - builder: Numbers the names.
  /// - Returns: The name's number in the tree.
  mutating func number(_ name: ArraySlice<UInt8>, in builder: inout TreeBuilder) -> Int32 {
    guard name.count <= 16 else {
      return number(String(decoding: name.map(Self.lowercased), as: UTF8.self), in: &builder)
    }
    var short = ShortName()
    for byte in name {
      short.high = short.high << 8 | short.low >> 56
      short.low = short.low << 8 | UInt64(Self.lowercased(byte))
    }
    let slot = Int(truncatingIfNeeded: (short.low ^ short.low >> 7 ^ short.high) % 64)
    if recent[slot].name == short, recent[slot].number >= 0 { return recent[slot].number }
    let number: Int32
    if let known = numbers[short] {
      number = known
    } else {
      number = self.number(String(decoding: name.map(Self.lowercased), as: UTF8.self), in: &builder)
      numbers[short] = number
    }
    recent[slot] = (short, number)
    return number
  }

  mutating func number(_ name: String, in builder: inout TreeBuilder) -> Int32 {
    let number = builder.number(local: name)
    if Int(number) == tags.count { tags.append(HTMLTag(name)) }
    return number
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }
}
