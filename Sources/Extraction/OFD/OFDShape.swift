import PageLayout

/// A filled area of the page: a rectangle, or figures with straight sides.
struct OFDShape {
  private struct Corner {
    var x: Double
    var y: Double
    /// Whether a figure begins with it.
    var isFirst: Bool
  }

  /// A shape with more sides belongs to a drawing.
  private static let mostCorners = 400
  /// Points by which the corners of a rectangle may miss it.
  private static let slack = 0.5

  let box: Box
  /// None: the shape is its box.
  private var corners: [Corner] = []
  private let isEvenOdd: Bool
  /// False for a shape of which only its box is known.
  let isExact: Bool

  init(_ box: Box) {
    self.box = box
    isEvenOdd = false
    isExact = true
  }

  /// What figures enclose, as far as it lies in a frame; `nil` when there is nothing.
  init?(_ figures: [[(x: Double, y: Double)]], isEvenOdd: Bool, in frame: Box) {
    let figures = figures.filter { $0.count > 2 }
    guard let first = figures.first?.first else { return nil }
    var bounds = Box(left: first.x, top: first.y, right: first.x, bottom: first.y)
    for figure in figures { for point in figure { bounds.include(point.x, point.y) } }
    box = frame.cut(bounds)
    self.isEvenOdd = isEvenOdd
    let count = figures.reduce(0) { $0 + $1.count }
    if figures.count == 1, Self.isRectangle(figures[0], bounds) {
      isExact = true
      return
    }
    isExact = count <= Self.mostCorners
    guard isExact else { return }
    corners.reserveCapacity(count)
    for figure in figures {
      for (index, point) in figure.enumerated() {
        corners.append(Corner(x: point.x, y: point.y, isFirst: index == 0))
      }
    }
  }

  private static func isRectangle(_ figure: [(x: Double, y: Double)], _ box: Box) -> Bool {
    guard (4...6).contains(figure.count) else { return false }
    let areCorners = figure.allSatisfy { point in
      min(abs(point.x - box.left), abs(point.x - box.right)) < slack
        && min(abs(point.y - box.top), abs(point.y - box.bottom)) < slack
    }
    // A triangle may stand in three corners, and a bow tie in four.
    let isAlongPage = zip(figure, figure.dropFirst() + figure.prefix(1)).allSatisfy { from, to in
      abs(from.x - to.x) < 2 * slack || abs(from.y - to.y) < 2 * slack
    }
    return areCorners && isAlongPage
  }

  var isBox: Bool { isExact && corners.isEmpty }

  /// What a question to the shape costs.
  var cost: Int { 1 + corners.count }

  /// Whether a place is inside, by the rule of the path (GB/T 33190-2016, 9.1).
  func holds(_ x: Double, _ y: Double) -> Bool {
    guard box.holds(x, y) else { return false }
    if corners.isEmpty { return true }
    var winding = 0
    var crossings = 0
    var first = 0
    for index in corners.indices {
      if corners[index].isFirst { first = index }
      let isLast = index + 1 == corners.count || corners[index + 1].isFirst
      let from = corners[index]
      let to = isLast ? corners[first] : corners[index + 1]
      guard (from.y <= y) != (to.y <= y), x < from.x + (y - from.y) / (to.y - from.y) * (to.x - from.x) else {
        continue
      }
      winding += from.y <= y ? 1 : -1
      crossings += 1
    }
    return isEvenOdd ? crossings % 2 != 0 : winding != 0
  }

  /// Whether all but the edges of a box lies in it.
  func covers(_ area: Box) -> Bool {
    let (x, y) = (area.middleX, area.middleY)
    if corners.isEmpty { return isExact && box.holds(x, y) }
    let (toSide, toEnd) = (area.width / 4, area.height / 4)
    return holds(x, y) && holds(x - toSide, y - toEnd) && holds(x + toSide, y - toEnd)
      && holds(x - toSide, y + toEnd) && holds(x + toSide, y + toEnd)
  }
}

extension Box {
  var width: Double { right - left }
  var height: Double { bottom - top }
  var middleX: Double { (left + right) / 2 }
  var middleY: Double { (top + bottom) / 2 }

  func holds(_ x: Double, _ y: Double) -> Bool { x >= left && x <= right && y >= top && y <= bottom }

  /// What two boxes have in common; its sides are the wrong way round when that is nothing, as with a box whose sides
  /// are no numbers.
  func cut(_ other: Box) -> Box {
    guard other.left <= other.right, other.top <= other.bottom else {
      return Box(left: 0, top: 0, right: -1e9, bottom: -1e9)
    }
    return Box(
      left: max(left, other.left), top: max(top, other.top), right: min(right, other.right),
      bottom: min(bottom, other.bottom))
  }

  func grown(_ by: Double) -> Box {
    Box(left: left - by, top: top - by, right: right + by, bottom: bottom + by)
  }

  mutating func include(_ x: Double, _ y: Double) {
    left = min(left, x)
    right = max(right, x)
    top = min(top, y)
    bottom = max(bottom, y)
  }
}
