/// Numbers the characters of an alphabet, from zero in the order in which they are met.
///
/// A hash table with open addressing: it is asked for most characters of a document, and a `Dictionary` takes several
/// times as long, since it must withstand keys that are chosen against it. Here the keys are the form's.
struct ScalarNumbers: Sendable {
  private(set) var count = 0
  /// The characters, each at the place that its hash gives or the next free one; 0 where there is none.
  private var keys: [UInt32]
  private var numbers: [UInt16]
  private let mask: UInt32

  init(_ characters: some Sequence<Unicode.Scalar>) {
    let values = Set(characters.lazy.map(\.value).filter { $0 != 0 })
    // At most half full, so that a free place is near.
    var capacity = 16
    while capacity < 2 * values.count { capacity *= 2 }
    keys = [UInt32](repeating: 0, count: capacity)
    numbers = [UInt16](repeating: 0, count: capacity)
    mask = UInt32(capacity - 1)
    for scalar in characters where scalar.value != 0 && count < UInt16.max {
      let place = place(of: scalar.value)
      guard keys[place] == 0 else { continue }
      keys[place] = scalar.value
      numbers[place] = UInt16(count)
      count += 1
    }
  }

  subscript(scalar: Unicode.Scalar) -> UInt16? {
    let place = place(of: scalar.value)
    return keys[place] == scalar.value && scalar.value != 0 ? numbers[place] : nil
  }

  /// Where a character stands, or where it would.
  private func place(of value: UInt32) -> Int {
    var place = (value &* 0x9E37_79B1) >> 12 & mask
    while keys[Int(place)] != value, keys[Int(place)] != 0 { place = (place + 1) & mask }
    return Int(place)
  }
}
