import PageLayout

/// A page, and what there is on it besides text.
struct OFDPage {
  /// Pictures that take this part of a page are a scan.
  private static let scan = 0.5
  /// As much as page numbers and the marks of scanning programs have.
  private static let fewGlyphs = 40
  /// Curves, from which on they may be letters drawn as outlines.
  private static let outlines = 200

  let content: PositionedPage
  /// Whether there is anything to see.
  let isBlank: Bool
  /// Whether it is a picture, but for a page number or a mark.
  let isPicture: Bool

  init(_ painting: OFDPainting, _ sight: OFDSight, number: Int, width: Double, height: Double) {
    content = PositionedPage(
      number: number, width: width, height: height, glyphs: sight.glyphs, lines: sight.lines)
    let glyphs = sight.glyphs.count { glyph in !glyph.text.unicodeScalars.allSatisfy(\.properties.isWhitespace) }
    let hasOutlines = painting.curves >= Self.outlines
    isBlank = glyphs == 0 && painting.pictureArea == 0 && !hasOutlines
    isPicture =
      glyphs == 0
      ? painting.pictureArea > 0 || hasOutlines
      : painting.pictureArea >= width * height * Self.scan && glyphs <= Self.fewGlyphs
  }
}
