extension ComparedProse {
  /// So many signs in a row are one print.
  private static let printLength = 12
  /// A report is known by so many of its prints: those with the least hashes, which are the same ones in a copy.
  static let mostFingerprints = 64

  /// Hashes of some of its wording, the same in every process and on every machine.
  ///
  /// A sample after Broder, “On the resemblance and containment of documents” (1997).
  var fingerprints: [Int64] {
    guard isTelling else { return [] }
    let least = Set(Self.hashes(of: signs, length: Self.printLength)).sorted().prefix(Self.mostFingerprints)
    return least.map { Int64(bitPattern: $0) }
  }

  /// The hash of every run of signs of a length, by where it begins.
  static func hashes(of signs: [UInt32], length: Int) -> [UInt64] {
    guard length > 0, signs.count >= length else { return [] }
    let base: UInt64 = 0x9E37_79B9_7F4A_7C15
    let leaving = (0..<length).reduce(UInt64(1)) { power, _ in power &* base }
    var hash: UInt64 = 0
    var hashes: [UInt64] = []
    hashes.reserveCapacity(signs.count - length + 1)
    for index in signs.indices {
      hash = hash &* base &+ UInt64(signs[index])
      if index >= length { hash = hash &- leaving &* UInt64(signs[index - length]) }
      if index >= length - 1 { hashes.append(mixed(hash)) }
    }
    return hashes
  }

  /// Makes every bit depend on every other: the least of sums would be those of the least signs.
  private static func mixed(_ hash: UInt64) -> UInt64 {
    var hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
    return hash ^ (hash >> 31)
  }
}
