/// The sums of a table over its cells, which are numbered row by row.
struct SumSystem {
  /// Two sides that must come to the same.
  struct Sum {
    var left: [Int]
    var right: [Int]

    /// Each cell with the sign with which it counts when the right side is taken from the left.
    var terms: [(cell: Int, sign: Int)] { left.map { ($0, 1) } + right.map { ($0, -1) } }
  }

  private(set) var sums: [Sum] = []
  /// For each cell the numbers of the sums in which it stands.
  private(set) var sumsOfCell: [[Int]]
  /// For each row the number of its first cell, and behind the last row the count of all cells.
  let firstCells: [Int]

  init(of table: FormTable) {
    var firstCells = [0]
    for row in table.rows { firstCells.append((firstCells.last ?? 0) + row.columns.count) }
    self.firstCells = firstCells
    sumsOfCell = Array(repeating: [], count: firstCells.last ?? 0)
    func cell(_ row: Int, _ column: String) -> Int? {
      table.rows[row].columns.firstIndex { $0.id == column }.map { firstCells[row] + $0 }
    }
    for equation in table.equations {
      switch equation.axis {
      case .row:
        for row in table.rows.indices {
          add(equation.left.map { cell(row, $0) }, equation.right.map { cell(row, $0) })
        }
      case .column:
        let left = equation.left.map { id in table.rows.firstIndex { $0.id == id } }
        let right = equation.right.map { id in table.rows.firstIndex { $0.id == id } }
        for column in table.rows.first?.columns.map(\.id) ?? [] {
          add(left.map { $0.flatMap { cell($0, column) } }, right.map { $0.flatMap { cell($0, column) } })
        }
      }
    }
  }

  /// A sum of which a cell is not in the form says nothing.
  private mutating func add(_ left: [Int?], _ right: [Int?]) {
    let sum = Sum(left: left.compactMap(\.self), right: right.compactMap(\.self))
    guard sum.left.count == left.count, sum.right.count == right.count else { return }
    for cell in Set(sum.left + sum.right) { sumsOfCell[cell].append(sums.count) }
    sums.append(sum)
  }

  /// By how much the left side of a sum exceeds its right side.
  ///
  /// - Parameters:
  ///   - sum: The number of the sum.
  ///   - values: The value of each cell, `nil` where it is not known.
  /// - Returns: `nil` when a cell is not known.
  func excess(of sum: Int, _ values: [Int?]) -> Int? {
    var excess = 0
    for (cell, sign) in sums[sum].terms {
      guard let value = values[cell] else { return nil }
      excess += sign * value
    }
    return excess
  }
}
