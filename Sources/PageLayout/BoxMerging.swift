/// Puts together the boxes of a grid that no rule parts.
struct BoxMerging {
  private let sides: GridAxis
  private let floors: GridAxis
  private let rowCount: Int
  private let columnCount: Int

  /// - Parameters:
  ///   - sides: The vertical rules.
  ///   - floors: The horizontal rules.
  init(sides: GridAxis, floors: GridAxis) {
    self.sides = sides
    self.floors = floors
    rowCount = sides.stretchCount
    columnCount = floors.stretchCount
  }

  /// The cells in reading order, and for each box, row by row, the index of its cell.
  ///
  /// Boxes that hang together without being a rectangle, for want of a piece of a rule, are cut into rectangles from
  /// the top left.
  func areas() -> ([Grid.Area], [Int]) {
    let regions = regions()
    var areaOfBox = Array(repeating: -1, count: rowCount * columnCount)
    var areas: [Grid.Area] = []
    for row in 0..<rowCount {
      for column in 0..<columnCount where areaOfBox[row * columnCount + column] < 0 {
        let region = regions[row * columnCount + column]
        func isFree(_ row: Int, _ column: Int) -> Bool {
          let box = row * columnCount + column
          return regions[box] == region && areaOfBox[box] < 0
        }
        var right = column + 1
        while right < columnCount, isFree(row, right) { right += 1 }
        var bottom = row + 1
        while bottom < rowCount, (column..<right).allSatisfy({ isFree(bottom, $0) }) { bottom += 1 }
        for row in row..<bottom {
          for column in column..<right { areaOfBox[row * columnCount + column] = areas.count }
        }
        areas.append(Grid.Area(rows: row..<bottom, columns: column..<right))
      }
    }
    return (areas, areaOfBox)
  }

  /// For each box the number of what it hangs together with.
  private func regions() -> [Int] {
    var sets = DisjointSets(count: rowCount * columnCount)
    for row in 0..<rowCount {
      for column in 0..<columnCount {
        let box = row * columnCount + column
        if column + 1 < columnCount, !sides.isRuled(column + 1, along: row) { sets.join(box, box + 1) }
        if row + 1 < rowCount, !floors.isRuled(row + 1, along: column) { sets.join(box, box + columnCount) }
      }
    }
    return (0..<(rowCount * columnCount)).map { sets.representative(of: $0) }
  }
}

/// Things that are joined step by step into sets.
struct DisjointSets {
  private var parents: [Int]

  init(count: Int) {
    parents = Array(0..<count)
  }

  mutating func representative(of element: Int) -> Int {
    var element = element
    while parents[element] != element {
      parents[element] = parents[parents[element]]
      element = parents[element]
    }
    return element
  }

  mutating func join(_ one: Int, _ other: Int) {
    let (first, second) = (representative(of: one), representative(of: other))
    parents[max(first, second)] = min(first, second)
  }
}
