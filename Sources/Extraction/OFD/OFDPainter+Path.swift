import DocumentModel
import Markup
import PageLayout

extension OFDPainter {
  /// Lines on one page, as many as no table has.
  private static let mostLines = 20_000
  /// In points: filled rectangles that are no thicker are lines, and what is shorter is the stroke of a letter.
  private static let thickestLine = 3.2
  private static let shortestLine = 4.0
  /// Points by which the ends of a straight line may differ.
  private static let slant = 0.5
  /// Curves in one path: more than the corners of a rounded frame are a drawing or letters.
  private static let mostCurves = 8

  mutating func paint(path unit: MarkupElement, in outer: OFDTransform) throws(Obstacle) {
    guard let data = unit.first("AbbreviatedData")?.text else { return }
    try budget.takeText(data.utf8.count)
    let isStroked =
      unit.isOn("Stroke", byDefault: true) && resources.color("StrokeColor", of: unit)?.isTransparent != true
    let isFilled =
      unit.isOn("Fill", byDefault: false) && resources.color("FillColor", of: unit)?.isTransparent != true
    guard isStroked || isFilled else { return }
    let outline = OFDOutline(data)
    painting.curves += outline.curves
    guard outline.curves <= Self.mostCurves else { return }
    let boundary = OFDBox(unit.attribute("Boundary"))
    let transform = OFDTransform(of: unit, boundary: boundary, in: outer)
    let frame = frame(boundary, in: outer)
    for subpath in outline.subpaths where subpath.points.count > 1 {
      let points = subpath.points.map { transform($0.x, $0.y) }
      if !subpath.isCurved.contains(true), addThin(points, in: frame) { continue }
      guard isStroked else { continue }
      for index in 1..<points.count where !subpath.isCurved[index] {
        addLine(from: points[index - 1], to: points[index], in: frame)
      }
    }
  }

  /// What of the page a path is seen in: its boundary and a little more, since a line may be drawn along its edge.
  private func frame(_ boundary: OFDBox?, in outer: OFDTransform) -> Box {
    let page = Box(left: 0, top: 0, right: width, bottom: height)
    guard let boundary, boundary.width != 0 || boundary.height != 0 else { return page }
    let box = outer.bounds(boundary)
    let room = Self.thickestLine
    return Box(
      left: max(page.left, box.left - room), top: max(page.top, box.top - room),
      right: min(page.right, box.right + room), bottom: min(page.bottom, box.bottom + room))
  }

  /// Whether the points enclose so little that they are one line, which is then added.
  private mutating func addThin(_ points: [(x: Double, y: Double)], in frame: Box) -> Bool {
    var (low, high) = (points[0], points[0])
    for point in points {
      low = (min(low.x, point.x), min(low.y, point.y))
      high = (max(high.x, point.x), max(high.y, point.y))
    }
    let (width, height) = (high.x - low.x, high.y - low.y)
    guard min(width, height) <= Self.thickestLine, max(width, height) >= 2 * min(width, height) else { return false }
    let (x, y) = ((low.x + high.x) / 2, (low.y + high.y) / 2)
    if width > height {
      addLine(from: (low.x, y), to: (high.x, y), in: frame)
    } else {
      addLine(from: (x, low.y), to: (x, high.y), in: frame)
    }
    return true
  }

  private mutating func addLine(from start: (x: Double, y: Double), to end: (x: Double, y: Double), in frame: Box) {
    if abs(start.y - end.y) <= Self.slant {
      add(
        RuledLine(
          axis: .horizontal, position: (start.y + end.y) / 2, start: max(frame.left, min(start.x, end.x)),
          end: min(frame.right, max(start.x, end.x))), across: frame.top...max(frame.top, frame.bottom))
    } else if abs(start.x - end.x) <= Self.slant {
      add(
        RuledLine(
          axis: .vertical, position: (start.x + end.x) / 2, start: max(frame.top, min(start.y, end.y)),
          end: min(frame.bottom, max(start.y, end.y))), across: frame.left...max(frame.left, frame.right))
    }
  }

  private mutating func add(_ line: RuledLine, across range: ClosedRange<Double>) {
    guard range.contains(line.position), line.end - line.start >= Self.shortestLine,
      painting.lines.count < Self.mostLines
    else { return }
    painting.lines.append(line)
  }
}
