/// Chance that falls the same way each time (SplitMix64; Steele, Lea and Flood, OOPSLA 2014).
package struct Dice: RandomNumberGenerator {
  private var state: UInt64

  package init(seed: UInt64) {
    state = seed
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// - Throws: When there is nothing to choose from: a test that tries nothing must not pass.
  package mutating func pick<Element>(_ elements: [Element]) throws -> Element {
    guard let element = elements.randomElement(using: &self) else { throw NothingToChoose() }
    return element
  }

  /// So many different ones.
  package mutating func pick<Element>(_ count: Int, of elements: [Element]) throws -> [Element] {
    guard elements.count >= count else { throw NothingToChoose() }
    return Array(elements.shuffled(using: &self).prefix(count))
  }
}

package struct NothingToChoose: Error {
  package init() {}
}
