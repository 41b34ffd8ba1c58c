/// Puts the figures of a row that has too few of them into their columns, where the layout of the text tells which.
struct ColumnPlacement {
  /// The middles of the columns in a full row near by.
  private let middles: [Double]

  /// - Parameter neighbour: the figures of a full row; `nil` when their places in the line say nothing.
  init?(neighbour: [PrintedValue]) {
    let middles = neighbour.compactMap(\.middle)
    guard middles.count == neighbour.count, middles.count > 1, zip(middles, middles.dropFirst()).allSatisfy(<) else {
      return nil
    }
    self.middles = middles
  }

  /// The narrowest distance between two columns must be worth something: text without columns has single spaces.
  var tellsColumns: Bool {
    zip(middles, middles.dropFirst()).allSatisfy { $1 - $0 >= 3 }
  }

  /// The column of each figure.
  ///
  /// - Returns: `nil` when no placement is clearly the best.
  func columns(of values: [PrintedValue]) -> [Int]? {
    let places = values.compactMap(\.middle)
    guard tellsColumns, places.count == values.count, !places.isEmpty, places.count < middles.count else { return nil }
    var columns: [Int] = []
    for place in places {
      let distances = middles.map { abs($0 - place) }
      guard let nearest = distances.indices.min(by: { distances[$0] < distances[$1] }) else { return nil }
      let others = distances.indices.filter { $0 != nearest }.map { distances[$0] }
      guard let second = others.min(), distances[nearest] * 2 < second else { return nil }
      guard columns.last.map({ $0 < nearest }) ?? true else { return nil }
      columns.append(nearest)
    }
    return columns
  }
}
