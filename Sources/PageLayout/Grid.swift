/// The boxes between the rules of a table, and the cells that they make up.
struct Grid {
  /// A cell: the boxes of rows and columns, counted from zero.
  struct Area: Equatable {
    var rows: Range<Int>
    var columns: Range<Int>
  }

  /// The positions of the rules, one more than there are columns and rows.
  let xs: [Double]
  let ys: [Double]
  /// In reading order.
  private(set) var areas: [Area]
  /// For each box, row by row, the index of its cell.
  private let areaOfBox: [Int]

  var columnCount: Int { xs.count - 1 }
  var rowCount: Int { ys.count - 1 }
  let box: Box

  /// More boxes than this are no table.
  private static let mostBoxes = 100_000

  /// - Returns: `nil` when the rules make up less than two cells.
  init?(horizontal: [Rule], vertical: [Rule]) {
    let xs = GridAxis.positions(of: vertical, reachedBy: horizontal)
    let ys = GridAxis.positions(of: horizontal, reachedBy: vertical)
    guard let left = xs.first, let right = xs.last, let top = ys.first, let bottom = ys.last, xs.count > 1,
      ys.count > 1, xs.count > 2 || ys.count > 2, (xs.count - 1) * (ys.count - 1) <= Self.mostBoxes
    else { return nil }
    self.xs = xs
    self.ys = ys
    box = Box(left: left, top: top, right: right, bottom: bottom)
    let sides = GridAxis(rules: vertical, positions: xs, crossings: ys)
    let floors = GridAxis(rules: horizontal, positions: ys, crossings: xs)
    (areas, areaOfBox) = BoxMerging(sides: sides, floors: floors).areas()
    guard areas.count > 1 else { return nil }
  }

  /// The index of the cell at a place; `nil` outside the table.
  func area(x: Double, y: Double) -> Int? {
    guard box.holds(x: x, y: y) else { return nil }
    let column = min(columnCount, max(1, xs.partition { $0 > x })) - 1
    let row = min(rowCount, max(1, ys.partition { $0 > y })) - 1
    return areaOfBox[row * columnCount + column]
  }

  func width(of area: Area) -> Double { xs[area.columns.upperBound] - xs[area.columns.lowerBound] }
}

extension Array {
  /// The first index at which the condition holds, in an array where it holds from some element on.
  func partition(_ holds: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
