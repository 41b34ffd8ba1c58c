/// The rules of a table along one axis: at which positions they stand, and from where to where.
struct GridAxis {
  let positionCount: Int
  let stretchCount: Int
  /// For each position and each stretch between two crossings, how much of the stretch is ruled.
  private var ruled: [Double]
  private let lengths: [Double]

  /// Rules this close to each other are one, drawn double or not quite straight. In points.
  private static let tolerance = 3.5
  /// How far rules must reach beyond the last crossing one to show that a table is open at that side.
  private static let leastReach = 8.0

  /// - Parameters:
  ///   - rules: Those along the axis.
  ///   - positions: Where they stand, as `positions(of:reachedBy:)` tells.
  ///   - crossings: The positions of the rules across.
  init(rules: [Rule], positions: [Double], crossings: [Double]) {
    positionCount = positions.count
    stretchCount = max(0, crossings.count - 1)
    lengths = zip(crossings, crossings.dropFirst()).map { $1 - $0 }
    ruled = Array(repeating: 0, count: positionCount * stretchCount)
    for rule in rules {
      // The nearest position from the left: rules were put together from left to right.
      let position = positions.partition { $0 > rule.position + 1e-9 } - 1
      guard position >= 0 else { continue }
      var stretch = max(0, crossings.partition { $0 > rule.start } - 1)
      while stretch < stretchCount, crossings[stretch] < rule.end {
        let covered = min(rule.end, crossings[stretch + 1]) - max(rule.start, crossings[stretch])
        ruled[position * stretchCount + stretch] += max(0, covered)
        stretch += 1
      }
    }
  }

  /// Whether a rule parts what lies on its two sides along a stretch. The outermost always do.
  func isRuled(_ position: Int, along stretch: Int) -> Bool {
    if position == 0 || position == positionCount - 1 { return true }
    return ruled[position * stretchCount + stretch] >= lengths[stretch] / 2
  }

  /// Where the rules of a table stand, with the outermost that an open table lacks: where several of the rules across
  /// reach beyond the last.
  static func positions(of rules: [Rule], reachedBy crossing: [Rule]) -> [Double] {
    var positions: [Double] = []
    for position in rules.map(\.position).sorted() {
      if let last = positions.last, position - last <= tolerance { continue }
      positions.append(position)
    }
    guard let first = positions.first, let last = positions.last else { return [] }
    let before = crossing.map(\.start).filter { $0 < first - leastReach }
    let behind = crossing.map(\.end).filter { $0 > last + leastReach }
    if before.count > 1, let start = before.min() { positions.insert(start, at: 0) }
    if behind.count > 1, let end = behind.max() { positions.append(end) }
    return positions
  }
}
