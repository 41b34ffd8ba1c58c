/// The ways in which a line of figures may have come to hold too many or too few: a number broken in two, or two numbers
/// that ran together.
package enum BrokenLine {
  /// The line with two neighbours as one number, in every place. No number is printed with a zero before it.
  package static func joined(_ texts: [String]) -> [[String]] {
    texts.indices.dropLast().filter { texts[$0].first != "0" }.map { index in
      Array(texts[..<index]) + [texts[index] + texts[index + 1]] + Array(texts[(index + 2)...])
    }
  }

  /// The line with one number as two, in every place.
  package static func parted(_ texts: [String]) -> [[String]] {
    texts.indices.flatMap { index -> [[String]] in
      let digits = Array(texts[index].unicodeScalars).filter { !$0.properties.isWhitespace }
      let cuts = digits.indices.dropFirst().filter { digits[$0] != "0" || $0 == digits.indices.last }
      return (digits.first == "0" ? cuts.filter { $0 == 1 } : cuts).map { cut in
        let parts = [digits[..<cut], digits[cut...]].map { String(String.UnicodeScalarView($0)) }
        return Array(texts[..<index]) + parts + Array(texts[(index + 1)...])
      }
    }
  }

  /// Further from its width a line is no matter of one reading or another.
  private static let mostDifference = 2

  /// What may stand in the columns of a line when every figure that is printed counts and no column is blank.
  ///
  /// - Parameters:
  ///   - printed: The figures of the line in order, more or fewer than it has columns.
  ///   - width: How many columns it has.
  /// - Returns: Each reading once; none when something that is printed is no count.
  static func readings(of printed: [String], width: Int) -> [[Figure]] {
    guard abs(printed.count - width) <= mostDifference, printed.allSatisfy({ Figure(printed: $0) != nil }) else {
      return []
    }
    let lines =
      switch printed.count - width {
      case 2: joined(printed).flatMap(joined)
      case 1: joined(printed)
      case -1: parted(printed)
      case -2: parted(printed).flatMap(parted)
      default: [[String]]()
      }
    var seen: Set<[Figure]> = []
    return lines.compactMap { line in
      let figures = line.compactMap { Figure(printed: $0) }
      return figures.count == width && seen.insert(figures).inserted ? figures : nil
    }
  }
}
