import PageLayout

/// What the content of a page or a template paints, in the order in which it does. In points, from the top left corner
/// of the page.
struct OFDPainting {
  enum Mark {
    case glyph(Glyph, OFDInk)
    case line(RuledLine, OFDInk)
    case area(OFDArea)
  }

  /// More lines on a page are no table.
  static let mostLines = 20_000
  /// More areas on a page belong to a drawing.
  private static let mostAreas = 20_000

  private(set) var marks: [Mark] = []
  private(set) var glyphCount = 0
  private(set) var lineCount = 0
  private var areaCount = 0
  /// The area of all pictures, in square points.
  var pictureArea = 0.0
  /// How many curves are drawn: the outlines of letters have many, tables none.
  var curves = 0

  mutating func add(_ glyph: Glyph, _ ink: OFDInk) {
    glyphCount += 1
    marks.append(.glyph(glyph, ink))
  }

  mutating func add(_ line: RuledLine, _ ink: OFDInk) {
    guard lineCount < Self.mostLines else { return }
    lineCount += 1
    marks.append(.line(line, ink))
  }

  mutating func add(_ area: OFDArea) {
    guard area.shape.box.isRoom, areaCount < Self.mostAreas else { return }
    areaCount += 1
    marks.append(.area(area))
  }

  mutating func add(_ other: OFDPainting) {
    marks += other.marks
    glyphCount += other.glyphCount
    lineCount += other.lineCount
    areaCount += other.areaCount
    pictureArea += other.pictureArea
    curves += other.curves
  }
}

/// A place on the page that is painted over.
struct OFDArea {
  var shape: OFDShape
  /// A picture has no one colour.
  var paint: OFDPaint
  /// Whether nothing of what is beneath shows through.
  var isOpaque: Bool
}

extension Box {
  /// In points: what is smaller on a side carries no text.
  private static let smallest = 3.0

  fileprivate var isRoom: Bool { width >= Self.smallest && height >= Self.smallest }
}
