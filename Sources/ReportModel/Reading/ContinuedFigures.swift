import DocumentModel

/// Puts figures together whose digits found no room in their column and go on in a line below, in text that has columns
/// but no rules.
///
/// Such a line holds nothing but groups of digits, each below a figure of a full row, and begins no row. What the groups
/// mean is left to the sums: the figures become doubtful.
enum ContinuedFigures {
  /// Lines of a label between the lines of its row.
  private static let mostLinesApart = 6

  /// - Parameters:
  ///   - lines: The lines among which a table stands.
  ///   - width: How many figures its rows have.
  /// - Returns: The lines without those that were joined to others; `nil` when there are none.
  static func joined(_ lines: ArraySlice<ReadingLine>, width: Int) -> [ReadingLine]? {
    guard width > 1 else { return nil }
    var joined: [ReadingLine] = []
    // The last full row, and how many lines stand below it already.
    var row: (index: Int, apart: Int)?
    var found = false
    for line in lines {
      if let above = row, above.apart <= mostLinesApart, line.isHoldingValues,
        let columns = columns(of: line, below: joined[above.index])
      {
        for (value, column) in zip(line.values, columns) {
          joined[above.index].values[column].text += "\n" + value.text
        }
        found = true
        row?.apart += 1
        // Its words are the label's.
        if !line.key.isEmpty { joined.append(line.withoutValues) }
        continue
      }
      joined.append(line)
      if line.values.count == width, line.values.allSatisfy({ $0.middle != nil }) {
        row = (joined.count - 1, 0)
      } else if line.isHoldingValues {
        row = nil
      } else {
        row?.apart += 1
      }
    }
    return found ? joined : nil
  }

  /// For each group of digits in a line the figure above it.
  ///
  /// - Returns: `nil` when something else stands there, or stands elsewhere.
  private static func columns(of line: ReadingLine, below row: ReadingLine) -> [Int]? {
    // As many groups as figures may as well be a row of which the label was lost: then it has no words.
    guard line.values.count < row.values.count || line.key.isEmpty, line.values.allSatisfy({ isDigits($0.text) }) else {
      return nil
    }
    return columns(of: line, below: row, by: \.middle) ?? columns(of: line, below: row, by: \.middleInCharacters)
  }

  private static func columns(
    of line: ReadingLine, below row: ReadingLine, by middle: (PrintedValue) -> Double?
  ) -> [Int]? {
    var columns: [Int] = []
    for value in line.values {
      let column = row.values.indices.first { index in
        guard index > columns.last ?? -1, let place = middle(value), let above = middle(row.values[index]) else {
          return false
        }
        let first = row.values[index].text.prefix { $0 != "\n" }
        let reach = Double(max(first.count, value.text.count)) / 2 + 0.5
        return abs(above - place) <= reach && value.text.count <= first.count && isDigits(first)
      }
      guard let column else { return nil }
      columns.append(column)
    }
    return columns
  }

  private static func isDigits(_ text: some StringProtocol) -> Bool {
    text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}

extension ReadingLine {
  fileprivate var withoutValues: ReadingLine {
    var line = self
    line.values = []
    return line
  }
}
