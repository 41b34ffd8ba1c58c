import DocumentModel

extension WordStory {
  mutating func table(_ element: WordElement) throws(Obstacle) -> FlowTable {
    var table = FlowTable()
    var merges: [Int: Merge] = [:]
    let style = element.first(.tblPr)?.value(of: .tblStyle)
    grounds.append(style.map { definitions.shadedTableStyles.contains($0) ? .unknown : ground } ?? ground)
    defer { grounds.removeLast() }
    for row in element.parts(.tr) where !row.isDeletedRow {
      try read(row: row, into: &table, &merges)
    }
    return table
  }

  private var ground: InkGround { grounds.last ?? .paper }

  /// A cell that goes on in the row below it.
  private struct Merge {
    var row: Int
    var cell: Int
    var span: Int
  }

  private mutating func read(
    row element: WordElement, into table: inout FlowTable, _ merges: inout [Int: Merge]
  ) throws(Obstacle) {
    let index = table.rows.count
    var row = FlowRow()
    var goingOn: [Int: Merge] = [:]
    var column = element.first(.trPr).map { $0.columns(.gridBefore, least: 0) } ?? 0
    let startPage = page
    var endPage = page
    for cell in element.parts(.tc) {
      try budget.spend()
      let properties = cell.first(.tcPr)
      let span = properties.map { $0.columns(.gridSpan, least: 1) } ?? 1
      let start = column
      column += span
      if properties?.first(.cellDel) != nil { continue }
      if let merged = properties?.first(.hMerge), merged.value != "restart", !row.cells.isEmpty {
        row.cells[row.cells.count - 1].columnSpan += span
        continue
      }
      let merge = properties?.first(.vMerge)
      if let merge, merge.value != "restart", let above = merges[start], above.span == span {
        table.rows[above.row].cells[above.cell].rowSpan += 1
        goingOn[start] = above
        continue
      }
      if merge != nil { goingOn[start] = Merge(row: index, cell: row.cells.count, span: span) }
      page = startPage
      grounds.append(properties?.first(.shd)?.ground ?? ground)
      defer { grounds.removeLast() }
      row.cells.append(FlowCell(column: start, columnSpan: span, blocks: try blocks(of: cell)))
      if let end = page, let last = endPage { endPage = max(end, last) }
    }
    page = endPage
    row.setPage(startPage)
    merges = goingOn
    table.rows.append(row)
  }
}

extension FlowRow {
  /// The cells of a row begin on one page: the first end of a page before any of its text has put all of it on the
  /// next one.
  mutating func setPage(_ start: Int?) {
    guard let start else { return }
    let firsts = cells.compactMap { cell in
      cell.blocks.lazy.compactMap { block in
        if case .paragraph(let paragraph) = block, !paragraph.isBlank { paragraph.page } else { nil }
      }.first
    }
    let page = firsts.max() ?? start
    for index in cells.indices { cells[index].page = page }
  }
}

extension WordElement {
  /// The rows of a table or the cells of a row, also where something stands round them.
  fileprivate func parts(_ name: WordName) -> [WordElement] {
    var parts: [WordElement] = []
    for child in children {
      switch child.name {
      case name: parts.append(child)
      case .sdt: parts += child.first(.sdtContent)?.parts(name) ?? []
      case .customXml, .ins, .moveTo: parts += child.parts(name)
      default: break
      }
    }
    return parts
  }

  fileprivate var isDeletedRow: Bool { first(.trPr)?.first(.del) != nil }

  /// A number of columns, believed as far as tables go.
  fileprivate func columns(_ name: WordName, least: Int) -> Int {
    guard let value = value(of: name) else { return least }
    return max(least, min(Int(value) ?? least, FlowCell.mostSpan))
  }
}
