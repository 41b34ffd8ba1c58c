import PageLayout

/// What is seen of what a page, its templates and annotations paint one over the other.
struct OFDSight {
  /// Colours that are no further apart than this are one to the eye. Of 0 to 1, as all differences here.
  private static let unseen = 0.04
  /// Text that differs less than this from its ground is pale.
  private static let pale = 0.3

  private(set) var glyphs: [Glyph] = []
  private(set) var lines: [RuledLine] = []
  private var ground = OFDGround()

  init(_ painting: OFDPainting, _ budget: inout OFDBudget) {
    glyphs.reserveCapacity(painting.glyphCount)
    for mark in painting.marks {
      switch mark {
      case .glyph(let glyph, let ink): see(glyph, ink, &budget)
      case .line(let line, let ink): see(line, ink, &budget)
      case .area(let area): ground.paint(area, &budget)
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

  private mutating func see(_ line: RuledLine, _ ink: OFDInk, _ budget: inout OFDBudget) {
    lines.append(line)
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
