import DocumentModel

/// Turns flowing text into the blocks of a document, and counts the places.
///
/// Paragraphs outside of tables are counted with the empty ones, as one counts paragraph marks in a word processor. A
/// table's number is its place among all tables, in the order in which they begin.
struct FlowWriter {
  private(set) var blocks: [Document.Block] = []
  private var paragraph = 0
  private var table = 0

  /// - Parameter flow: The text in reading order.
  /// - Returns: Its blocks; blank paragraphs are left out, blank cells are not.
  static func blocks(of flow: [FlowBlock]) -> [Document.Block] {
    var writer = FlowWriter()
    writer.write(flow)
    return writer.blocks
  }

  /// - Parameter flow: What stands round the text.
  /// - Returns: Its paragraphs, those in tables too.
  static func margins(of flow: [FlowBlock]) -> [Paragraph] {
    flow.flatMap { block in
      switch block {
      case .paragraph(let paragraph):
        paragraph.isBlank ? [] : [Paragraph(text: paragraph.text, place: .unknown, struck: paragraph.struck)]
      case .table(let table):
        table.rows.flatMap { $0.cells.flatMap { margins(of: $0.blocks) } }
      }
    }
  }

  private mutating func write(_ flow: [FlowBlock]) {
    for block in flow {
      switch block {
      case .paragraph(let next):
        paragraph += 1
        if next.isBlank { continue }
        let place = Place(page: next.page, paragraph: paragraph)
        blocks.append(.paragraph(Paragraph(text: next.text, place: place, struck: next.struck)))
      case .table(let table):
        write(table)
      }
    }
  }

  /// A row that holds tables is taken apart into what its cells hold. The rows before and behind it remain a table;
  /// they keep the table's number and their own, which is how they are found in the file.
  private mutating func write(_ flow: FlowTable) {
    table += 1
    let number = table
    var cells: [Cell] = []
    for (index, row) in flow.rows.enumerated() {
      if row.cells.contains(where: \.holdsTable) {
        end(&cells, of: number, before: index)
        for cell in row.cells {
          // A cell without text has a blank paragraph too, which is none of the text's.
          write(cell.blocks.filter(\.holdsText))
        }
        continue
      }
      for cell in row.cells {
        let place = Place(page: cell.page, table: number, row: index + 1, column: cell.column + 1)
        cells.append(
          Cell(
            text: cell.text, place: place, rowSpan: cell.rowSpan, columnSpan: cell.columnSpan, struck: cell.struck))
      }
    }
    end(&cells, of: number, before: flow.rows.count)
  }

  /// Ends a table, or the part of it above a row that was taken apart.
  private mutating func end(_ cells: inout [Cell], of number: Int, before row: Int) {
    guard let first = cells.first else { return }
    let within = cells.map { cell in
      var cell = cell
      cell.rowSpan = max(1, min(cell.rowSpan, row + 1 - (cell.place.row ?? 1)))
      return cell
    }
    blocks.append(.table(Table(cells: within, place: Place(page: first.place.page, table: number))))
    cells = []
  }
}
