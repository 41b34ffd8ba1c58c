/// A cell, or a line of cells, that may be read in one of several ways.
struct DoubtfulPart {
  /// The numbers of the cells.
  var cells: [Int]
  /// The readings, each with a value for every cell.
  var readings: [[Int]]

  /// The value of a cell of this part in a reading.
  func value(of cell: Int, in reading: [Int]) -> Int? {
    cells.firstIndex(of: cell).map { reading[$0] }
  }
}

extension DoubtfulPart {
  /// The parts of a table that have readings to choose from, and nothing that has one meaning only.
  static func all(in table: TableReading, _ system: SumSystem) -> [DoubtfulPart] {
    if table.table.sideBySide {
      let cells = table.rows.flatMap(\.cells)
      if let line = line(cells, from: 0) { return [line] }
    }
    return zip(table.rows, system.firstCells).flatMap { row, first -> [DoubtfulPart] in
      if !table.table.sideBySide, let line = line(row.cells, from: first) { return [line] }
      return row.cells.enumerated().compactMap { index, cell in
        cell.doubt.flatMap { DoubtfulPart(cell: first + index, $0) }
      }
    }
  }

  private static func line(_ cells: [CellReading], from first: Int) -> DoubtfulPart? {
    guard case .undetermined(let printed) = cells.first?.content else { return nil }
    let readings = BrokenLine.readings(of: printed.filter { !$0.isEmpty }, width: cells.count)
    guard !readings.isEmpty else { return nil }
    return DoubtfulPart(
      cells: Array(first..<(first + cells.count)), readings: readings.map { $0.map(\.significand) })
  }

  private init?(cell: Int, _ doubt: Doubt) {
    // What a remark adds, and which column a merged cell means, is for the author to say.
    guard doubt.cause != .remark, doubt.cause != .merged else { return nil }
    var readings: [[Int]] = []
    // Two numbers in a cell are no reading of it that a sum could have.
    for figures in doubt.readings where figures.count == 1 {
      let reading = figures.map(\.significand)
      if !readings.contains(reading) { readings.append(reading) }
    }
    guard !readings.isEmpty else { return nil }
    self.init(cells: [cell], readings: readings)
  }
}
