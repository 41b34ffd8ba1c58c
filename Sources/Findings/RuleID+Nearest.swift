extension RuleID {
  /// The ids that somebody who wrote this one may have meant, the nearest first, three at most: those it is a part of,
  /// and those that few slips of the keyboard turn it into.
  package func nearest(among ids: [RuleID]) -> [RuleID] {
    let word = Array(rawValue.lowercased().unicodeScalars)
    // Nobody mistypes a name at such a length, and the comparison takes time by the square of it.
    guard (1...64).contains(word.count) else { return [] }
    let near = ids.compactMap { id -> (id: RuleID, distance: Int)? in
      let other = Array(id.rawValue.unicodeScalars)
      let slips = Self.slips(from: word, to: other)
      let isPart = word.count > 2 && Self.holds(other, word)
      return isPart || slips <= max(1, word.count / 3) ? (id, isPart ? 0 : slips) : nil
    }
    // The sort is stable: what is equally near stays in the order given.
    return near.sorted { $0.distance < $1.distance }.prefix(3).map(\.id)
  }

  private static func holds(_ text: [Unicode.Scalar], _ part: [Unicode.Scalar]) -> Bool {
    text.indices.contains { text[$0...].starts(with: part) }
  }

  /// How many characters must be put in, taken out, replaced or exchanged with their neighbour.
  private static func slips(from word: [Unicode.Scalar], to other: [Unicode.Scalar]) -> Int {
    var lines = [Array(0...other.count)]
    for row in word.indices {
      let above = lines[row]
      var line = [row + 1]
      for column in other.indices {
        let isSame = word[row] == other[column]
        var least = min(above[column] + (isSame ? 0 : 1), above[column + 1] + 1, line[column] + 1)
        if row > 0, column > 0, word[row] == other[column - 1], word[row - 1] == other[column] {
          least = min(least, lines[row - 1][column - 1] + 1)
        }
        line.append(least)
      }
      lines.append(line)
    }
    return lines[word.count][other.count]
  }
}
