import Markup
import PageLayout

/// ST_Box: a corner and an extent, which some producers make negative.
struct OFDBox: Equatable {
  var x: Double
  var y: Double
  var width: Double
  var height: Double

  init(x: Double, y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  init?(_ text: String?) {
    guard let numbers = OFDNumbers.numbers(text, count: 4) else { return nil }
    self.init(x: numbers[0], y: numbers[1], width: numbers[2], height: numbers[3])
  }

  var horizontal: ClosedRange<Double> { min(x, x + width)...max(x, x + width) }
  var vertical: ClosedRange<Double> { min(y, y + height)...max(y, y + height) }
}

/// A CTM: `x' = a·x + c·y + e`, `y' = b·x + d·y + f` (GB/T 33190-2016, 8.5).
struct OFDTransform {
  var a = 1.0
  var b = 0.0
  var c = 0.0
  var d = 1.0
  var e = 0.0
  var f = 0.0

  static let identity = OFDTransform()

  /// From millimetres to points.
  static let points = OFDTransform(scale: 72 / 25.4)

  private init() {}

  /// The space of a unit before its CTM: from the corner of its boundary.
  init(corner boundary: OFDBox?, in outer: OFDTransform) {
    e = boundary?.x ?? 0
    f = boundary?.y ?? 0
    self = inside(outer)
  }

  private init(scale: Double) {
    a = scale
    d = scale
  }

  /// Where a graphic unit stands: its CTM, then the corner of its boundary, then what it stands in.
  init(of unit: MarkupElement, boundary: OFDBox?, in outer: OFDTransform) {
    if let numbers = OFDNumbers.numbers(unit.attribute("CTM"), count: 6) {
      (a, b, c, d, e, f) = (numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5])
    }
    e += boundary?.x ?? 0
    f += boundary?.y ?? 0
    self = inside(outer)
  }

  func callAsFunction(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
    (a * x + c * y + e, b * x + d * y + f)
  }

  private func inside(_ outer: OFDTransform) -> OFDTransform {
    var result = OFDTransform()
    result.a = outer.a * a + outer.c * b
    result.b = outer.b * a + outer.d * b
    result.c = outer.a * c + outer.c * d
    result.d = outer.b * c + outer.d * d
    (result.e, result.f) = outer(e, f)
    return result
  }

  /// Whether rectangles stay rectangles along the page.
  var isStraight: Bool { b == 0 && c == 0 || a == 0 && d == 0 }

  func bounds(_ box: OFDBox) -> Box {
    bounds(box.x, box.y, box.x + box.width, box.y + box.height)
  }

  /// The box round a rectangle that is moved, stretched and turned.
  func bounds(_ left: Double, _ top: Double, _ right: Double, _ bottom: Double) -> Box {
    let corners = [self(left, top), self(right, top), self(left, bottom), self(right, bottom)]
    var box = Box(left: corners[0].x, top: corners[0].y, right: corners[0].x, bottom: corners[0].y)
    for corner in corners {
      box.left = min(box.left, corner.x)
      box.right = max(box.right, corner.x)
      box.top = min(box.top, corner.y)
      box.bottom = max(box.bottom, corner.y)
    }
    return box
  }
}
