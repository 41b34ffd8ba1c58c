import DocumentModel

extension OpenStory {
  mutating func table(_ element: OpenElement) throws(Obstacle) -> FlowTable {
    var table = FlowTable()
    grounds.append(styles.ground(element.attribute("style-name")) ?? ground)
    defer { grounds.removeLast() }
    try read(rows: element, OpenColumns(element), into: &table)
    return table
  }

  private var ground: InkGround { grounds.last ?? .paper }

  private mutating func read(
    rows container: OpenElement, _ columns: OpenColumns, into table: inout FlowTable
  ) throws(Obstacle) {
    for child in container.children {
      switch child.name {
      case .tableHeaderRows, .tableRows, .tableRowGroup: try read(rows: child, columns, into: &table)
      case .softPageBreak: page = page.map { $0 + 1 }
      case .tableRow where child.isShown:
        let row = try self.row(child, columns)
        table.rows.append(row)
        for _ in 1..<child.count("number-rows-repeated", atMost: FlowCell.mostSpan) {
          for cell in row.cells { try budget.spend(bytes: cell.text.utf8.count) }
          table.rows.append(row)
        }
      default: break
      }
    }
  }

  private mutating func row(_ element: OpenElement, _ columns: OpenColumns) throws(Obstacle) -> FlowRow {
    var row = FlowRow()
    var column = 0
    let startPage = page
    var endPage = page
    grounds.append(styles.ground(element.attribute("style-name")) ?? ground)
    defer { grounds.removeLast() }
    for child in element.children where child.name == .tableCell || child.name == .coveredCell {
      let repeats = child.count("number-columns-repeated", atMost: FlowCell.mostSpan)
      guard child.name == .tableCell else {
        column += repeats
        continue
      }
      page = startPage
      let style =
        child.attribute("style-name") ?? element.attribute("default-cell-style-name") ?? columns.cellStyle(column)
      grounds.append(styles.ground(style) ?? ground)
      defer { grounds.removeLast() }
      var cell = FlowCell(column: column, blocks: try blocks(of: child))
      if let end = page, let last = endPage { endPage = max(end, last) }
      let span = child.count("number-columns-spanned", atMost: FlowCell.mostSpan)
      cell.rowSpan = child.count("number-rows-spanned", atMost: FlowCell.mostSpan)
      try budget.spend(repeats, bytes: repeats > 1 ? cell.text.utf8.count : 0)
      for copy in 0..<repeats {
        let shown = columns.shown((column + copy)..<(column + copy + span))
        if shown.isEmpty { continue }
        cell.column = shown.lowerBound
        cell.columnSpan = shown.count
        row.cells.append(cell)
      }
      column += repeats
    }
    page = endPage
    row.setPage(startPage)
    return row
  }
}
