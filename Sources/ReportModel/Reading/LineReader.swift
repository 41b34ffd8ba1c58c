import DocumentModel

/// Cuts a document into reading lines.
enum LineReader {
  /// A line this long holds prose; looking for figures in it would only cost memory. In bytes.
  private static let longestLine = 16 << 10
  /// Nor is it looked for behind as much text as dozens of reports have: words take a hundred times the room of their
  /// letters. In bytes.
  private static let mostText = 1 << 20

  /// - Parameters:
  ///   - document: The document.
  ///   - most: How many lines at most; those behind them are not looked at.
  /// - Returns: The lines in order.
  static func lines(of document: Document, atMost most: Int) -> [ReadingLine] {
    var lines: [ReadingLine] = []
    lines.reserveCapacity(min(document.blocks.count, most))
    var textLeft = mostText
    for block in document.blocks where lines.count < most {
      switch block {
      case .paragraph(let paragraph):
        if PageNumber.isAlone(in: paragraph.text) { continue }
        let length = paragraph.text.utf8.count
        if length <= longestLine { textLeft -= length }
        lines.append(length <= longestLine && textLeft >= 0 ? line(paragraph) : prose(paragraph))
      case .table(let table):
        textLeft -= table.cells.reduce(0) { $0 + $1.text.utf8.count }
        if textLeft >= 0 { lines.append(contentsOf: rows(table)) }
      }
    }
    return lines
  }

  /// A line in which nobody looks for figures.
  private static func prose(_ paragraph: Paragraph) -> ReadingLine {
    ReadingLine(place: paragraph.place, text: paragraph.text, key: [], values: [])
  }

  static func line(_ paragraph: Paragraph) -> ReadingLine {
    var line = line(words(of: paragraph.text), text: paragraph.text, place: paragraph.place)
    // Of several figures nobody knows beside which it stands.
    if line.values.count == 1 { line.values[0].struck = paragraph.struck }
    return line
  }

  private static func words(of text: String) -> [Word] {
    if text.utf8.contains(UInt8(ascii: "\t")) { return WordScanner.cells(text) }
    return RuledLine(text)?.cells ?? WordScanner.words(text)
  }

  private static func rows(_ table: Table) -> [ReadingLine] {
    let rows = Dictionary(grouping: table.cells) { $0.place.row ?? 0 }
    return rows.keys.sorted().flatMap { number in
      let cells = (rows[number] ?? []).sorted { ($0.place.column ?? 0) < ($1.place.column ?? 0) }
      if cells.count == 1, let cell = cells.first, cell.text.utf8.contains(UInt8(ascii: "\n")) {
        return lines(of: cell)
      }
      let words = cells.map {
        Word(text: $0.text, isCell: true, place: $0.place, columnSpan: $0.columnSpan, struck: $0.struck)
      }
      let text = cells.map(\.text).joined(separator: "\t")
      return [line(words, text: text, place: cells.first?.place ?? table.place)]
    }
  }

  /// A cell that has its row to itself holds text in a frame: headings and prose, not figures.
  private static func lines(of cell: Cell) -> [ReadingLine] {
    cell.text.split(separator: "\n").map { text in
      let paragraph = Paragraph(text: String(text), place: cell.place)
      return text.utf8.count <= longestLine ? line(paragraph) : prose(paragraph)
    }
  }

  /// Figures stand behind the words of their line; a number that words follow belongs to the words.
  private static func line(_ words: [Word], text: String, place: Place) -> ReadingLine {
    let split = words.lastIndex { !$0.isValue }.map { $0 + 1 } ?? 0
    var key: [Unicode.Scalar] = []
    for word in words[..<split] { Folding.append(keyOf: word.text, to: &key) }
    var line = ReadingLine(
      place: place, text: text, key: key,
      values: words[split...].map { word in
        PrintedValue(
          text: word.trimmed, place: word.place ?? place, middle: word.middle,
          middleInCharacters: word.middleInCharacters, columnSpan: word.columnSpan,
          struck: word.struck)
      })
    if line.isHoldingValues {
      line.label = words[..<split].last { !$0.trimmed.isEmpty }?.trimmed ?? ""
      line.wordsBeforeFigures = words[..<split].map(\.text).joined(separator: " ")
    } else if text.utf8.count <= longestHead {
      line.words = words.filter { !$0.trimmed.isEmpty }
    }
    return line
  }

  /// The head of a table is short. In bytes.
  private static let longestHead = 1_000
}
