import DocumentModel
import PageLayout

/// Puts the pages of a document together from what pages and templates paint.
struct OFDBinder {
  private var document: OFDDocument
  private(set) var painter: OFDPainter
  /// What templates paint, by number, and on which page's size.
  private var templates: [String: (width: Double, height: Double, painting: OFDPainting)] = [:]
  private(set) var pages: [PositionedPage] = []
  /// How many pages are pictures without text.
  private(set) var picturePages = 0

  init(_ document: OFDDocument, budget: OFDBudget, nesting: Int) {
    self.document = document
    painter = OFDPainter(resources: document.resources, budget: budget, nesting: nesting)
  }

  /// Binds all pages, of which the first has a number.
  mutating func bind(from number: Int) throws(Obstacle) {
    for (index, name) in document.pages.enumerated() {
      let page = try document.page(name)
      painter.resources = document.resources
      var painting = OFDPainting()
      for template in page.templates where !template.isForeground { try add(template.id, of: page, to: &painting) }
      painting.add(try painter.painting(of: page.root, width: page.width, height: page.height))
      for template in page.templates where template.isForeground { try add(template.id, of: page, to: &painting) }
      if isPicture(painting, of: page) { picturePages += 1 }
      let flat = PositionedPage(
        number: number + index, width: page.width, height: page.height, glyphs: painting.glyphs,
        lines: painting.lines)
      pages.append(flat.turned(by: painting.mainTurns))
    }
  }

  private mutating func add(
    _ id: String, of page: OFDDocument.Page, to painting: inout OFDPainting
  ) throws(Obstacle) {
    if let known = templates[id], known.width == page.width, known.height == page.height {
      try painter.budget.takeGlyphs(known.painting.glyphs.count)
      return painting.add(known.painting)
    }
    guard let root = try document.template(id) else { return }
    let new = try painter.painting(of: root, width: page.width, height: page.height)
    templates[id] = (page.width, page.height, new)
    painting.add(new)
  }

  /// A scan, or letters drawn as outlines. A page number or a stamp on it is no text.
  private func isPicture(_ painting: OFDPainting, of page: OFDDocument.Page) -> Bool {
    guard painting.glyphs.count(where: { !$0.isBlank }) < 16 else { return false }
    return painting.pictureArea >= page.width * page.height * 0.3 || painting.curves > 500
  }
}

extension OFDPainting {
  fileprivate mutating func add(_ other: OFDPainting) {
    glyphs += other.glyphs
    lines += other.lines
    for turn in turns.indices { turns[turn] += other.turns[turn] }
    pictureArea += other.pictureArea
    curves += other.curves
  }

  /// By how many right angles most of the text is turned.
  fileprivate var mainTurns: Int {
    turns.indices.first { turns[$0] * 2 > glyphs.count } ?? 0
  }
}

extension Glyph {
  var isBlank: Bool { text.unicodeScalars.allSatisfy { $0.properties.isWhitespace } }
}

extension PositionedPage {
  /// The page as somebody turns it to read text that is turned clockwise by a number of right angles.
  fileprivate func turned(by turns: Int) -> PositionedPage {
    guard turns > 0 else { return self }
    var page = self
    if turns % 2 == 1 { swap(&page.width, &page.height) }
    for index in glyphs.indices {
      let box = glyphs[index].box
      page.glyphs[index].box =
        switch turns {
        case 1: Box(left: box.top, top: width - box.right, right: box.bottom, bottom: width - box.left)
        case 2:
          Box(left: width - box.right, top: height - box.bottom, right: width - box.left, bottom: height - box.top)
        default: Box(left: height - box.bottom, top: box.left, right: height - box.top, bottom: box.right)
        }
    }
    page.lines = lines.map { turned($0, by: turns) }
    return page
  }

  private func turned(_ line: RuledLine, by turns: Int) -> RuledLine {
    let isHorizontal = line.axis == .horizontal
    let (across, along) = isHorizontal ? (height, width) : (width, height)
    var line = line
    if turns % 2 == 1 { line.axis = isHorizontal ? .vertical : .horizontal }
    // What was measured from the left or the top is now measured from the other side.
    let flipsPosition = turns == 2 || (turns == 1) != isHorizontal
    let flipsEnds = turns == 2 || (turns == 1) == isHorizontal
    if flipsPosition { line.position = across - line.position }
    if flipsEnds { (line.start, line.end) = (along - line.end, along - line.start) }
    return line
  }
}
