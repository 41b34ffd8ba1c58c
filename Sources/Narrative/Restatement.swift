/// A number that is told once more in brackets, in figures and in words: 207（二百零七）件.
enum Restatement {
  /// - Parameters:
  ///   - scalars: a sentence.
  ///   - open: where its bracket stands.
  /// - Returns: the number in the brackets, where it stands, and where what follows the brackets begins; `nil` where they
  ///   hold anything else, or stand behind anything but a number.
  static func scan(
    _ scalars: ArraySlice<Unicode.Scalar>, at open: Int
  ) -> (numeral: Numeral, range: Range<Int>, end: Int)? {
    guard open > scalars.startIndex, open + 1 < scalars.endIndex, isOpening(scalars[open]),
      // Both in figures, or both in words, are two numbers.
      isWord(scalars[open - 1]) != nil, isWord(scalars[open + 1]) == !(isWord(scalars[open - 1]) ?? true),
      let found = NumeralScanner.scan(scalars, at: open + 1), let numeral = found.numeral,
      found.end < scalars.endIndex, isClosing(scalars[found.end]),
      Lexicon.unit(in: scalars, at: found.end + 1) != nil
    else { return nil }
    return (numeral, (open + 1)..<found.end, found.end + 1)
  }

  /// Whether the bracket at an index, be it the first or the last, is one of such a pair.
  static func isBracket(_ scalars: ArraySlice<Unicode.Scalar>, at index: Int) -> Bool {
    if isOpening(scalars[index]) { return scan(scalars, at: index) != nil }
    // The longest number in words has not as many characters.
    guard isClosing(scalars[index]), let open = scalars[..<index].suffix(18).lastIndex(where: isOpening) else {
      return false
    }
    return scan(scalars, at: open)?.end == index + 1
  }

  private static func isOpening(_ scalar: Unicode.Scalar) -> Bool { scalar == "（" || scalar == "(" }
  private static func isClosing(_ scalar: Unicode.Scalar) -> Bool { scalar == "）" || scalar == ")" }

  /// Of a character of a number, whether it is one in words.
  private static func isWord(_ scalar: Unicode.Scalar) -> Bool? {
    if NumeralScanner.digit(scalar) != nil { return false }
    return NumeralScanner.isWord(scalar) ? true : nil
  }
}
