package import DocumentModel

/// A document written so that a small change of the bytes is a small change of the document.
///
/// | byte | |
/// |---|---|
/// | line feed | ends a paragraph |
/// | form feed | begins a page |
/// | 0x1D | begins a table, and ends it |
/// | 0x1E | begins a row |
/// | 0x1F | begins a cell |
/// | 0x1C | the next two bytes are the rows and columns that the cell spans: see ``span(_:)`` |
package enum DocumentScript {
  private enum Mark {
    static let span: UInt8 = 0x1C
    static let table: UInt8 = 0x1D
    static let row: UInt8 = 0x1E
    static let cell: UInt8 = 0x1F
    static let line: UInt8 = 0x0A
    static let page: UInt8 = 0x0C
  }

  package static func document(from bytes: [UInt8]) -> Document {
    var document = Document(format: .docx, blocks: [])
    var page = 1
    var line = 0
    var tables = 0
    for (index, piece) in bytes.split(separator: Mark.table, omittingEmptySubsequences: false).enumerated() {
      if index % 2 == 1 {
        tables += 1
        document.blocks.append(.table(table(from: piece, number: tables, page: page)))
        continue
      }
      for (index, sheet) in piece.split(separator: Mark.page, omittingEmptySubsequences: false).enumerated() {
        if index > 0 { page += 1 }
        for text in sheet.split(separator: Mark.line) {
          line += 1
          let paragraph = Paragraph(text: String(decoding: text, as: UTF8.self), place: Place(page: page, line: line))
          document.blocks.append(.paragraph(paragraph))
        }
      }
    }
    return document
  }

  private static func table(from bytes: ArraySlice<UInt8>, number: Int, page: Int) -> Table {
    var table = Table(cells: [], place: Place(page: page, table: number))
    var grid = Grid()
    for (index, row) in bytes.split(separator: Mark.row, omittingEmptySubsequences: false).enumerated() {
      grid.begin(row: index + 1)
      for var text in row.split(separator: Mark.cell, omittingEmptySubsequences: false) {
        var spans = (rows: 1, columns: 1)
        if text.first == Mark.span, text.count >= 3 {
          spans = (span(text[text.startIndex + 1]), span(text[text.startIndex + 2]))
          text = text.dropFirst(3)
        }
        let column = grid.place(rows: spans.rows, columns: spans.columns)
        table.cells.append(
          Cell(
            text: String(decoding: text, as: UTF8.self),
            place: Place(page: page, table: number, row: index + 1, column: column),
            rowSpan: spans.rows, columnSpan: spans.columns))
      }
    }
    return table
  }

  /// Digits and what follows them in ASCII as what they are; beyond ASCII powers of two, and at last the greatest
  /// number there is.
  private static func span(_ byte: UInt8) -> Int {
    if byte == 0xFF { return Int.max }
    return byte < 0x80 ? max(1, Int(byte) - 0x30) : 1 << (Int(byte) & 0x3F).clamped(to: 0...62)
  }

  /// The same document, as far as the script can say it.
  package static func bytes(of document: Document) -> [UInt8] {
    var bytes: [UInt8] = []
    for block in document.blocks {
      switch block {
      case .paragraph(let paragraph):
        bytes += Array(paragraph.text.utf8) + [Mark.line]
      case .table(let table):
        bytes.append(Mark.table)
        for (index, cell) in table.cells.enumerated() {
          if index > 0 {
            bytes.append(cell.place.row == table.cells[index - 1].place.row ? Mark.cell : Mark.row)
          }
          if cell.rowSpan > 1 || cell.columnSpan > 1 {
            bytes += [Mark.span] + [cell.rowSpan, cell.columnSpan].map { UInt8(0x30 + $0.clamped(to: 0...0x4F)) }
          }
          bytes += Array(cell.text.utf8)
        }
        bytes.append(Mark.table)
      }
    }
    return bytes
  }
}

/// Where the next cell of a table goes, past those that reach down from above.
private struct Grid {
  private var row = 0
  private var column = 1
  private var reachingDown: [(columns: Range<Int>, lastRow: Int)] = []

  mutating func begin(row: Int) {
    self.row = row
    column = 1
    reachingDown.removeAll { $0.lastRow < row }
  }

  mutating func place(rows: Int, columns: Int) -> Int {
    while let above = reachingDown.first(where: { $0.columns.contains(column) }) { column = above.columns.upperBound }
    let start = column
    column = start.addingClamped(columns)
    if rows > 1, reachingDown.count < 64, start < column {
      reachingDown.append((start..<column, row.addingClamped(rows - 1)))
    }
    return start
  }
}

extension Int {
  fileprivate func clamped(to range: ClosedRange<Int>) -> Int {
    Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
  }

  fileprivate func addingClamped(_ other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max : sum
  }
}
