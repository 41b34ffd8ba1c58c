import Markup

extension PageTable {
  /// Tells the rows of a table of figures from those that only lay out the page.
  ///
  /// A row that holds a table of its own, the title or running text is layout; so is a table of one column, and one
  /// that has something in one cell of each row only. Where some rows are layout the others are, too, unless there are
  /// figures among them.
  func parts() -> [Part] {
    guard rows.contains(where: { !$0.cells.allSatisfy(isBlank) }) else { return [] }
    guard rows.contains(where: { $0.cells.count > 1 }) else { return [.blocks(rows.indices)] }
    let isOneByOne = rows.allSatisfy { row in row.cells.count { !isBlank($0) } <= 1 }
    if isOneByOne, !rows.contains(where: { $0.cells.contains(where: isFigure) }) { return [.blocks(rows.indices)] }

    let isLayout = rows.map { $0.cells.contains(where: isPage) }
    guard isLayout.contains(true) else { return [.grid(rows.indices)] }
    var parts: [Part] = []
    var start = 0
    while start < rows.count {
      var end = start + 1
      while end < rows.count, isLayout[end] == isLayout[start] { end += 1 }
      let isGrid = !isLayout[start] && rows[start..<end].contains { $0.cells.contains(where: isFigure) }
      if !isGrid, case .blocks(let before)? = parts.last {
        parts[parts.count - 1] = .blocks(before.lowerBound..<end)
      } else {
        parts.append(isGrid ? .grid(start..<end) : .blocks(start..<end))
      }
      start = end
    }
    return parts
  }

  /// The cells of some rows in their places: each takes the first column that no cell from further up reaches into.
  ///
  /// - Returns: `nil` when there are too many columns.
  func placed(_ range: Range<Int>) -> [PlacedCell]? {
    var placed: [PlacedCell] = []
    // For each column how many more rows are taken from above.
    var taken: [Int] = []
    var groupEnd = range.lowerBound
    for (index, row) in zip(range, rows[range]) {
      if index == groupEnd {
        taken.removeAll()
        groupEnd = rows[index..<range.upperBound].firstIndex { $0.group != row.group } ?? range.upperBound
      }
      var column = 0
      let rowsLeft = groupEnd - index
      var next: [(columns: Range<Int>, rows: Int)] = []
      for cell in row.cells {
        while column < taken.count, taken[column] > 0 { column += 1 }
        let end = column + cell.columnSpan
        guard end <= Self.mostColumns else { return nil }
        let rowSpan = cell.rowSpan == 0 ? rowsLeft : min(cell.rowSpan, rowsLeft)
        placed.append(
          PlacedCell(
            position: cell.position, row: index - range.lowerBound + 1, column: column + 1, rowSpan: rowSpan,
            columnSpan: cell.columnSpan))
        if rowSpan > 1 { next.append((column..<end, rowSpan - 1)) }
        column = end
      }
      for column in taken.indices where taken[column] > 0 { taken[column] -= 1 }
      for (columns, rows) in next {
        while taken.count < columns.upperBound { taken.append(0) }
        for column in columns { taken[column] = max(taken[column], rows) }
      }
    }
    return placed
  }

  private func isFigure(_ cell: Cell) -> Bool { facts.amounts[cell.position].figures > 0 }

  /// Whether a cell holds a part of the page rather than a part of a table.
  private func isPage(_ cell: Cell) -> Bool {
    let amounts = facts.amounts[cell.position]
    if amounts.grids > 0 { return true }
    guard amounts.figures == 0 else { return false }
    return amounts.sentences >= 1 && amounts.headings > 0 || amounts.sentences >= 3 && amounts.text > Self.longestCell
  }

  /// In bytes; the longest cell of a report's tables has some 150.
  private static let longestCell = 300
}
