/// What lies under a place of the page: its paper, which is white, or what was painted there last.
struct OFDGround {
  /// What areas may cost together: more belongs to a drawing.
  private static let mostCost = 500_000

  /// The last on top; without a colour where there are many.
  private var areas: [(shape: OFDShape, color: OFDColor?)] = []
  private var cost = 0
  /// Without it, all of the ground that is known is light.
  private(set) var hasDark = false

  mutating func paint(_ area: OFDArea, _ budget: inout OFDBudget) {
    guard cost + area.shape.cost <= Self.mostCost, !area.paint.isClear else { return }
    var color = area.shape.isExact ? area.paint.color : nil
    if let upper = color, area.paint.opacity < 1 {
      let box = area.shape.box
      let lower = self.color(box.middleX, box.middleY, &budget)
      color = lower.map { upper.over($0, opacity: area.paint.opacity) }
    }
    cost += area.shape.cost
    hasDark = hasDark || (color?.luminance ?? 1) < 0.7
    areas.append((area.shape, color))
  }

  /// The colour at a place; `nil` where it is not known.
  func color(_ x: Double, _ y: Double, _ budget: inout OFDBudget) -> OFDColor? {
    for (shape, color) in areas.reversed() {
      guard budget.takeComparisons(shape.box.holds(x, y) ? shape.cost : 1) else { return nil }
      if shape.holds(x, y) { return color }
    }
    return .white
  }
}
