import DocumentModel

extension OpenStory {
  mutating func table(_ element: OpenElement) throws(Obstacle) -> FlowTable {
    var table = FlowTable()
    grounds.append(styles.ground(element.attribute("style-name")) ?? ground)
    defer { grounds.removeLast() }
    try read(rows: element, into: &table)
    return table
  }

  private var ground: InkGround { grounds.last ?? .paper }

  private mutating func read(rows container: OpenElement, into table: inout FlowTable) throws(Obstacle) {
    for child in container.children {
      switch child.name {
      case .tableHeaderRows, .tableRows, .tableRowGroup: try read(rows: child, into: &table)
      case .softPageBreak: page = page.map { $0 + 1 }
      case .tableRow where child.isShown:
        let row = try self.row(child)
        table.rows.append(row)
        for _ in 1..<child.count("number-rows-repeated", atMost: FlowCell.mostSpan) {
          for cell in row.cells { try budget.spend(bytes: cell.text.utf8.count) }
          table.rows.append(row)
        }
      default: break
      }
    }
  }

  private mutating func row(_ element: OpenElement) throws(Obstacle) -> FlowRow {
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
      grounds.append(styles.ground(child.attribute("style-name")) ?? ground)
      defer { grounds.removeLast() }
      var cell = FlowCell(column: column, blocks: try blocks(of: child))
      if let end = page, let last = endPage { endPage = max(end, last) }
      cell.columnSpan = child.count("number-columns-spanned", atMost: FlowCell.mostSpan)
      cell.rowSpan = child.count("number-rows-spanned", atMost: FlowCell.mostSpan)
      try budget.spend(repeats, bytes: repeats > 1 ? cell.text.utf8.count : 0)
      for copy in 0..<repeats {
        cell.column = column + copy
        row.cells.append(cell)
      }
      column += repeats
    }
    page = endPage
    row.setPage(startPage)
    return row
  }
}

extension OpenElement {
  fileprivate var isShown: Bool {
    let visibility = attribute("visibility")
    return visibility != "collapse" && visibility != "filter"
  }
}
