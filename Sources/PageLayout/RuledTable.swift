import DocumentModel

/// The cells of a grid with what is printed in them.
struct RuledTable {
  let grid: Grid
  /// What is printed in each cell, in the order of the grid's cells.
  private let cells: [CellText]

  /// `nil` when rules are missing: what would be one cell holds the figures of several.
  ///
  /// - Parameters:
  ///   - grid: The grid.
  ///   - signs: The characters whose middles lie in it, in the order of painting.
  init?(grid: Grid, signs: [Sign]) {
    self.grid = grid
    var signsOfArea = [[Sign]](repeating: [], count: grid.areas.count)
    for (area, sign) in Self.placed(signs, in: grid) { signsOfArea[area].append(sign) }
    let cells = zip(signsOfArea, grid.areas).map { CellText($0, width: grid.width(of: $1)) }
    guard !cells.contains(where: { $0.numbers == .beside }), !Self.holdsRows(cells, in: grid) else { return nil }
    self.cells = cells
  }

  /// Each sign with the index of its cell. A number that is too wide for its column stays in one piece.
  private static func placed(_ signs: [Sign], in grid: Grid) -> [(Int, Sign)] {
    var placed: [(Int, Sign)] = []
    placed.reserveCapacity(signs.count)
    var first = signs.startIndex
    while first < signs.endIndex {
      var end = first + 1
      var box = signs[first].box
      while end < signs.endIndex, isNumber(signs[end - 1], signs[end]) {
        box = box.union(signs[end].box)
        end += 1
      }
      // A mark may reach over the rule, but belongs to what it stands at.
      if end < signs.endIndex, ShiftedSigns.isMark(signs[end], behind: signs[end - 1]) {
        repeat { end += 1 } while end < signs.endIndex && ShiftedSigns.goesOn(signs[end - 1], signs[end])
      }
      if let area = grid.area(x: box.middleX, y: box.middleY) {
        for sign in signs[first..<end] { placed.append((area, sign)) }
      }
      first = end
    }
    return placed
  }

  /// Whether a sign continues the number that another belongs to.
  private static func isNumber(_ left: Sign, _ right: Sign) -> Bool {
    guard left.kind == .digit, right.kind == .digit, left.turn == .none, right.turn == .none else { return false }
    let gap = right.box.left - left.box.right
    let size = min(left.size, right.size)
    return abs(gap) <= size * 0.15 && abs(right.box.middleY - left.box.middleY) <= size * 0.3
  }

  /// Whether a row of the grid is several rows that no rule parts: in more than one of its cells numbers stand below each
  /// other that had room beside each other, and in none does a number stand otherwise; and what they count takes several
  /// lines as well, or rows. A cell that rules enclose beside a label of one line is one, whatever stands in it.
  private static func holdsRows(_ cells: [CellText], in grid: Grid) -> Bool {
    var rows = [(several: Int, other: Int, hasLines: Bool, isLabelled: Bool)](
      repeating: (0, 0, false, false), count: grid.rowCount)
    for (cell, area) in zip(cells, grid.areas) where cell.numbers == .none && cell.lineCount > 0 {
      rows[area.rows.lowerBound].isLabelled = true
      if area.rows.count == 1, cell.lineCount > 1 { rows[area.rows.lowerBound].hasLines = true }
    }
    for (cell, area) in zip(cells, grid.areas) {
      let row = area.rows.lowerBound
      let isRows = area.rows.dropFirst().contains { rows[$0].isLabelled }
      switch cell.numbers {
      case .broken where isRows, .unclear where isRows, .several:
        rows[row].several += 1
        rows[row].hasLines = rows[row].hasLines || isRows || cell.hasWords
      case .one, .broken, .unclear: rows[row].other += 1
      case .none, .beside: continue
      }
    }
    return rows.contains { $0.several > 1 && $0.other == 0 && $0.hasLines }
  }

  /// The table of the document.
  ///
  /// - Parameters:
  ///   - number: The how-manieth it is in the document.
  ///   - rowsBefore: How many of its rows stand on pages before.
  ///   - page: The number of the page.
  /// - Returns: Its cells in reading order.
  func table(number: Int, rowsBefore: Int, page: Int) -> Table {
    Table(
      cells: zip(grid.areas, cells).map { area, cell in
        Cell(
          text: cell.text,
          place: Place(
            page: page, table: number, row: rowsBefore + area.rows.lowerBound + 1,
            column: area.columns.lowerBound + 1),
          rowSpan: area.rows.count, columnSpan: area.columns.count, struck: cell.struck)
      },
      place: Place(page: page, table: number))
  }
}
