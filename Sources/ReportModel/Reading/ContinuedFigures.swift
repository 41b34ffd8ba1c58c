import DocumentModel

/// Puts figures together whose digits found no room in their column and go on in a line below: in text that has columns
/// but no rules, and where a page ends inside a row of a table.
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
        let rest = columns(of: line, below: joined[above.index])
          ?? columns(ofTorn: line, below: joined[above.index], width: width)
      {
        for (value, column) in rest {
          joined[above.index].values[column].text += "\n" + value.text
        }
        found = true
        row?.apart += 1
        // Its words are the label's.
        if !line.key.isEmpty { joined.append(line.withoutValues) }
        continue
      }
      joined.append(line)
      if line.values.count == width, line.values.allSatisfy({ $0.middle != nil || $0.place.page != nil }) {
        row = (joined.count - 1, 0)
      } else if line.isHoldingValues {
        row = nil
      } else {
        row?.apart += 1
      }
    }
    return found ? joined : nil
  }

  /// What stands in a line of text, each group of digits with the figure above it.
  ///
  /// - Returns: `nil` when something else stands there, or stands elsewhere.
  private static func columns(of line: ReadingLine, below row: ReadingLine) -> [(value: PrintedValue, column: Int)]? {
    // As many groups as figures may as well be a row of which the label was lost: then it has no words.
    guard line.values.count < row.values.count || line.key.isEmpty, line.values.allSatisfy({ isDigits($0.text) }) else {
      return nil
    }
    let columns =
      columns(of: line, below: row, by: \.middle) ?? columns(of: line, below: row, by: \.middleInCharacters)
    return columns.map { Array(zip(line.values, $0)) }
  }

  /// What stands in the first row of a table that goes on from the page before, when it may be the rest of the last row
  /// there: groups of digits below figures of digits, nothing below the others.
  private static func columns(
    ofTorn line: ReadingLine, below row: ReadingLine, width: Int
  ) -> [(value: PrintedValue, column: Int)]? {
    guard let page = row.values.last?.place.page, line.place.page == page + 1, line.place.table != nil,
      line.place.table == row.place.table, line.values.count >= width, !beginsRow(line)
    else { return nil }
    // Cells of the label before them are blank, unless it goes on as well.
    let values = line.values.suffix(width)
    guard line.values.dropLast(width).allSatisfy(\.isBlank) else { return nil }
    let rest = zip(values, row.values.indices).filter { !$0.0.isBlank }
    let fits = rest.allSatisfy { value, column in
      let above = row.values[column].text.split(whereSeparator: breaksNumber)
      let below = value.text.split(whereSeparator: breaksNumber)
      let room = above.map(\.count).max() ?? 0
      return above.allSatisfy(isDigits) && below.allSatisfy { isDigits($0) && $0.count <= room }
    }
    return fits && !rest.isEmpty ? rest.map { ($0.0, $0.1) } : nil
  }

  /// Whether a line has words that begin as labels of rows do, with an ordinal.
  static func beginsRow(_ line: ReadingLine) -> Bool {
    guard !line.key.isEmpty else { return false }
    let text = Folding.compactScalars(line.text.prefix(4))
    return text.first.map { Folding.isDigit($0) || $0 == "(" } ?? false || text.dropFirst().first == "、"
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

  private static func breaksNumber(_ character: Character) -> Bool {
    character == "\n" || character == Character(Cell.numberGoesOn)
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
