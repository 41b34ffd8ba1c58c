import Markup
import PageLayout

/// How the characters of a TextObject are set (GB/T 33190-2016, 11.2). In millimetres of the object's own space.
struct OFDTextStyle {
  private static let ascent = 0.88
  private static let descent = 0.12
  /// In points: what is smaller is not seen.
  private static let smallest = 1.0

  /// One em.
  let size: Double
  let horizontalScale: Double
  /// Right angles, clockwise, by which lines run and characters are turned.
  let readTurns: Int
  let characterTurns: Int

  init(_ unit: MarkupElement, boundary: OFDBox?) {
    let size = OFDNumbers.number(unit.attribute("Size")) ?? -1
    let height = abs(boundary?.height ?? 0)
    // 3.5 mm is a 小五, the text of forms.
    self.size = size >= 0 ? size : height > 0 ? height : 3.5
    let scale = OFDNumbers.number(unit.attribute("HScale")) ?? 1
    horizontalScale = scale > 0 ? scale : 1
    readTurns = Self.turns(unit.attribute("ReadDirection"))
    characterTurns = Self.turns(unit.attribute("CharDirection"))
  }

  private static func turns(_ direction: String?) -> Int {
    guard let angle = OFDNumbers.number(direction) else { return 0 }
    let turns = Int((angle / 90).rounded()) % 4
    return turns < 0 ? turns + 4 : turns
  }

  /// How wide a character is as fonts for Chinese have it: an ideograph one em, a letter or digit half of it.
  func usualWidth(isWide: Bool) -> Double {
    (isWide ? 1 : 0.5) * size * horizontalScale
  }

  /// The room of a character whose origin, at the left end of its baseline, is at a point.
  func room(x: Double, y: Double, width: Double) -> OFDBox {
    let (ascent, descent, height) = (size * Self.ascent, size * Self.descent, size)
    return switch characterTurns {
    case 1: OFDBox(x: x - descent, y: y, width: height, height: width)
    case 2: OFDBox(x: x - width, y: y - descent, width: width, height: height)
    case 3: OFDBox(x: x - ascent, y: y - width, width: height, height: width)
    default: OFDBox(x: x, y: y - ascent, width: width, height: height)
    }
  }

  /// Whether a character is too small to be seen, in its height or its width.
  func isTiny(on page: OFDTransform) -> Bool {
    (page.a * page.a + page.b * page.b).squareRoot() * size * horizontalScale < Self.smallest
      || (page.c * page.c + page.d * page.d).squareRoot() * size < Self.smallest
  }

  /// How characters are turned on the page; `nil` when they run aslant, as those of watermarks do.
  func turn(on page: OFDTransform) -> Glyph.Turn? {
    let directions = [(1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0)]
    let (alongX, alongY) = directions[characterTurns]
    let x = page.a * alongX + page.c * alongY
    let y = page.b * alongX + page.d * alongY
    // Up to eleven degrees may be a page that was scanned or printed askew.
    if abs(y) <= abs(x) * 0.2 { return x >= 0 ? Glyph.Turn.none : .over }
    if abs(x) <= abs(y) * 0.2 { return y >= 0 ? Glyph.Turn.right : .left }
    return nil
  }
}
