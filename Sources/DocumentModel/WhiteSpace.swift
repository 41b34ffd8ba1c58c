extension Unicode.Scalar {
  /// Whether it has the property White_Space of the Unicode Character Database.
  ///
  /// The standard library tells the same, but searches its tables for every character, which costs more than all else
  /// that is done with most characters.
  @inlinable package var isWhiteSpace: Bool {
    switch value {
    case 0x20, 0x09...0x0D, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }
}
