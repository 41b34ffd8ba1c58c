/// A set of characters of the Basic Multilingual Plane that is asked for every character of a document: a bit for each.
struct ScalarSet: Sendable {
  private let bits: [UInt64]

  init(_ characters: String) {
    let values = characters.unicodeScalars.map(\.value).filter { $0 <= 0xFFFF }
    var bits = [UInt64](repeating: 0, count: Int((values.max() ?? 0) / 64) + 1)
    for value in values { bits[Int(value / 64)] |= 1 << UInt64(value % 64) }
    self.bits = bits
  }

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    let word = Int(scalar.value / 64)
    return word < bits.count && bits[word] & (1 << UInt64(scalar.value % 64)) != 0
  }
}
