import DocumentModel

/// Turns flowing text into the blocks of a document, and counts the places.
///
/// Paragraphs outside of tables are counted with the empty ones, as one counts paragraph marks in a word processor. A
/// table's number is its place among all tables, in the order in which they begin.
struct FlowWriter {
  /// Blank paragraphs are left out, blank cells are not.
  private(set) var blocks: [Document.Block] = []
  /// What stands in the place of a text: in a cell a picture or an object, in a paragraph an object only, since a
  /// picture is most often just a picture there.
  private(set) var unread: [UnreadPart] = []
  private var paragraph = 0
  private var table = 0

  /// - Parameter flow: The text in reading order.
  init(_ flow: [FlowBlock]) {
    write(flow)
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
        let place = Place(page: next.page, paragraph: paragraph)
        if next.isBlank {
          add(next.objects.first { $0.kind == .object }, at: place)
          continue
        }
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
        let text = cell.text
        if text.isEmpty { add(cell.objects.first { $0.kind == .object } ?? cell.objects.first, at: place) }
        cells.append(
          Cell(
            text: text, place: place, rowSpan: cell.rowSpan, columnSpan: cell.columnSpan, struck: cell.struck))
      }
    }
    end(&cells, of: number, before: flow.rows.count)
  }

  private mutating func add(_ object: UnreadPart?, at place: Place) {
    guard var object else { return }
    object.place = place
    unread.append(object)
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
