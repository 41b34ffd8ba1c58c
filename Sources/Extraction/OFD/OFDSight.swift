import PageLayout

/// What is seen of what a page, its templates and annotations paint one over the other.
struct OFDSight {
  /// Colours that are no further apart than this are one to the eye. Of 0 to 1, as all differences here.
  private static let unseen = 0.04
  /// Text that differs less than this from its ground is pale.
  private static let pale = 0.3
  /// In points: how far from a line its ground is looked for.
  private static let side = 1.5

  private(set) var glyphs: [Glyph] = []
  private(set) var lines: [RuledLine] = []
  private var ground = OFDGround()

  init(_ painting: OFDPainting, _ budget: inout OFDBudget) {
    glyphs.reserveCapacity(painting.glyphCount)
    for mark in painting.marks {
      switch mark {
      case .glyph(let glyph, let ink): see(glyph, ink, &budget)
      case .line(let line, let ink): see(line, ink, &budget)
      case .area(let area):
        cover(area, &budget)
        ground.paint(area, &budget)
      }
    }
  }

  private mutating func see(_ glyph: Glyph, _ ink: OFDInk, _ budget: inout OFDBudget) {
    let contrast = contrast(ink, glyph.box.middleX, glyph.box.middleY, &budget)
    guard contrast > Self.unseen else { return }
    var glyph = glyph
    glyph.isPale = contrast < Self.pale
    glyphs.append(glyph)
  }

  /// A line is seen when it stands out on one of its sides: it may be the edge of what is filled in its own colour.
  private mutating func see(_ line: RuledLine, _ ink: OFDInk, _ budget: inout OFDBudget) {
    let middle = (line.start + line.end) / 2
    for side in [line.position - Self.side, line.position + Self.side] {
      let (x, y) = line.axis == .horizontal ? (middle, side) : (side, middle)
      guard contrast(ink, x, y, &budget) > Self.unseen else { continue }
      return lines.append(line)
    }
  }

  /// Takes away what an area hides: text under the picture of a scan, or what an editor has painted white before
  /// writing something else there.
  private mutating func cover(_ area: OFDArea, _ budget: inout OFDBudget) {
    guard area.isOpaque, budget.takeComparisons((glyphs.count + lines.count) * area.shape.cost) else { return }
    glyphs.removeAll { area.shape.covers($0.box) }
    if area.shape.isBox { cutLines(area.shape.box) }
  }

  /// Leaves of the lines what is outside of a box. Those at its edges are borders of what was filled.
  private mutating func cutLines(_ box: Box) {
    var rest: [RuledLine] = []
    lines.removeAll { line in
      let parts = line.parts(outside: box)
      if let parts { rest += parts }
      return parts != nil
    }
    lines += rest.prefix(max(0, OFDPainting.mostLines - lines.count))
  }

  /// How much an ink stands out from the ground at a place, from 0 to 1.
  private func contrast(_ ink: OFDInk, _ x: Double, _ y: Double, _ budget: inout OFDBudget) -> Double {
    var most = 0.0
    for paint in [ink.fill, ink.stroke] {
      guard let paint, paint.opacity > most else { continue }
      most = max(most, contrast(paint, x, y, &budget))
    }
    return most
  }

  private func contrast(_ paint: OFDPaint, _ x: Double, _ y: Double, _ budget: inout OFDBudget) -> Double {
    guard let color = paint.color else { return paint.opacity }
    // Nearly all ink is dark, and most grounds are light.
    let isOnLight = color.luminance < 0.5 && !ground.hasDark
    let below: OFDColor? = isOnLight ? .white : ground.color(x, y, &budget)
    return (below.map { color.difference(from: $0) } ?? 1) * paint.opacity
  }
}

extension RuledLine {
  /// What is left of it when a box covers it; `nil` for all of it.
  fileprivate func parts(outside box: Box) -> [RuledLine]? {
    // In points.
    let edge = 1.0
    let isAcross = axis == .horizontal
    let (low, high) = isAcross ? (box.top, box.bottom) : (box.left, box.right)
    let (first, last) = isAcross ? (box.left, box.right) : (box.top, box.bottom)
    guard position > low + edge, position < high - edge, end > first, start < last else { return nil }
    return [
      RuledLine(axis: axis, position: position, start: start, end: first),
      RuledLine(axis: axis, position: position, start: last, end: end),
    ].filter { $0.end - $0.start > edge }
  }
}
