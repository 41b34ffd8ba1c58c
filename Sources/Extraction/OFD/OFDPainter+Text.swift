import DocumentModel
import Markup
import PageLayout

extension OFDPainter {
  /// A glyph's number in a font (CGTransform) says nothing without the font: what counts is the text beside it, which
  /// is there for searching and copying.
  mutating func paint(text unit: MarkupElement, in scope: OFDScope) throws(Obstacle) {
    // Text without fill and stroke is there to be searched, over a picture of itself that may say something else.
    let ink = scope.ink(of: unit, resources, isText: true)
    if ink.isNone { return }
    let boundary = OFDBox(unit.attribute("Boundary"))
    let style = OFDTextStyle(unit, boundary: boundary)
    let transform = OFDTransform(of: unit, boundary: boundary, in: scope.transform)
    guard let turn = style.turn(on: transform), !style.isTiny(on: transform) else { return }
    var line = OFDTextLine(style: style)
    var glyphs: [Glyph] = []
    for code in unit.elements("TextCode") {
      let text = code.text
      try budget.takeText(text.utf8.count)
      let characters = OFDCharacters.characters(text)
      try budget.takeGlyphs(characters.count)
      for place in line.places(of: characters, in: code) {
        let character = place.character
        if character.isControl { continue }
        if character.isMark, let last = glyphs.indices.last {
          glyphs[last].text.unicodeScalars.append(character)
          continue
        }
        let box = transform.bounds(style.room(x: place.x, y: place.y, width: place.width))
        glyphs.append(Glyph(text: String(character.orLost), box: box, turn: turn))
      }
    }
    if let boundary, isOutside(glyphs, scope.transform.bounds(boundary)) { return }
    for glyph in glyphs where isOnPage(glyph.box) && !scope.clip.hides(glyph.box) { painting.add(glyph, ink) }
  }

  /// What lies beyond its boundary is cut off (GB/T 33190-2016, 8.5). Boundaries are often drawn too tight, so that
  /// only text that keeps well away from its own counts as unseen.
  private func isOutside(_ glyphs: [Glyph], _ boundary: Box) -> Bool {
    if boundary.left == boundary.right, boundary.top == boundary.bottom { return false }
    return glyphs.allSatisfy { glyph in
      let box = glyph.box
      let room = max(box.right - box.left, box.bottom - box.top)
      return box.left > boundary.right + room || box.right < boundary.left - room
        || box.top > boundary.bottom + room || box.bottom < boundary.top - room
    }
  }

  private func isOnPage(_ box: Box) -> Bool {
    let x = (box.left + box.right) / 2
    let y = (box.top + box.bottom) / 2
    return x >= 0 && x <= width && y >= 0 && y <= height && box.right - box.left <= width
      && box.bottom - box.top <= height
  }
}
