import DocumentModel
import Markup
import PageLayout

extension OFDPainter {
  /// In points: filled rectangles that are no thicker are lines, and what is shorter is the stroke of a letter.
  private static let thickestLine = 3.2
  private static let shortestLine = 4.0
  /// Points by which the ends of a straight line may differ.
  private static let slant = 0.5
  /// Curves in one path: more than the corners of a rounded frame are a drawing or letters.
  private static let mostCurves = 8

  mutating func paint(path unit: MarkupElement, in scope: OFDScope) throws(Obstacle) {
    guard let data = unit.first("AbbreviatedData")?.text else { return }
    try budget.takeText(data.utf8.count)
    let ink = scope.ink(of: unit, resources, isText: false)
    let isFilled = unit.isOn("Fill", byDefault: false)
    guard isFilled || !ink.isNone else { return }
    let outline = OFDOutline(data)
    painting.curves += outline.curves
    let boundary = OFDBox(unit.attribute("Boundary"))
    let transform = OFDTransform(of: unit, boundary: boundary, in: scope.transform)
    let seen = seen(of: boundary, in: scope)
    let figures = outline.subpaths.map { subpath in subpath.points.map { transform($0.x, $0.y) } }
    // What is blended with what it lies on, as by a marker, hides nothing and is no ground.
    if let paint = ink.fill, !paint.isClear, !scope.isBlended, !unit.isBlended,
      let shape = OFDShape(figures, isEvenOdd: unit.isEvenOdd, in: seen)
    {
      let isOpaque = shape.isExact && !scope.clip.isRagged && paint.color != nil && paint.opacity >= 1
      painting.add(OFDArea(shape: shape, paint: paint, isOpaque: isOpaque))
    }
    guard outline.curves <= Self.mostCurves, scope.annotation != .stamp else { return }
    // A line may be drawn along the edge of its boundary.
    let frame = seen.grown(Self.thickestLine).cut(page)
    var thin = ink
    // Filled without a colour, which is to say clear, thin rectangles are still drawn by some.
    if isFilled, ink.fill == nil, ink.stroke == nil { thin.fill = OFDPaint(color: .black, opacity: scope.opacity) }
    for (subpath, points) in zip(outline.subpaths, figures) where points.count > 1 {
      if !subpath.isCurved.contains(true), addThin(points, thin, in: frame) { continue }
      // The frame of what is laid on the page is no rule of its tables; a line may strike text.
      guard let stroke = ink.stroke, !stroke.isClear, scope.annotation == nil || points.count == 2 else { continue }
      for index in 1..<points.count where !subpath.isCurved[index] {
        addLine(from: points[index - 1], to: points[index], OFDInk(stroke: stroke), in: frame)
      }
    }
  }

  /// What of the page an object with a boundary is seen in.
  func seen(of boundary: OFDBox?, in scope: OFDScope) -> Box {
    let page = page.cut(scope.clip.box)
    guard let boundary, boundary.width != 0 || boundary.height != 0 else { return page }
    return page.cut(scope.transform.bounds(boundary))
  }

  /// Whether the points enclose so little that they are one line, which is then added.
  private mutating func addThin(_ points: [(x: Double, y: Double)], _ ink: OFDInk, in frame: Box) -> Bool {
    var (low, high) = (points[0], points[0])
    for point in points {
      low = (min(low.x, point.x), min(low.y, point.y))
      high = (max(high.x, point.x), max(high.y, point.y))
    }
    let (width, height) = (high.x - low.x, high.y - low.y)
    guard min(width, height) <= Self.thickestLine, max(width, height) >= 2 * min(width, height) else { return false }
    let (x, y) = ((low.x + high.x) / 2, (low.y + high.y) / 2)
    if width > height {
      addLine(from: (low.x, y), to: (high.x, y), ink, in: frame)
    } else {
      addLine(from: (x, low.y), to: (x, high.y), ink, in: frame)
    }
    return true
  }

  private mutating func addLine(
    from start: (x: Double, y: Double), to end: (x: Double, y: Double), _ ink: OFDInk, in frame: Box
  ) {
    if abs(start.y - end.y) <= Self.slant {
      add(
        RuledLine(
          axis: .horizontal, position: (start.y + end.y) / 2, start: max(frame.left, min(start.x, end.x)),
          end: min(frame.right, max(start.x, end.x))), ink, across: frame.top...max(frame.top, frame.bottom))
    } else if abs(start.x - end.x) <= Self.slant {
      add(
        RuledLine(
          axis: .vertical, position: (start.x + end.x) / 2, start: max(frame.top, min(start.y, end.y)),
          end: min(frame.bottom, max(start.y, end.y))), ink, across: frame.left...max(frame.left, frame.right))
    }
  }

  private mutating func add(_ line: RuledLine, _ ink: OFDInk, across range: ClosedRange<Double>) {
    guard !ink.isNone, range.contains(line.position), line.end - line.start >= Self.shortestLine else { return }
    painting.add(line, ink)
  }
}

extension MarkupElement {
  /// The rule by which a path is filled.
  fileprivate var isEvenOdd: Bool { attribute("Rule")?.lowercased().contains("even") ?? false }
}
