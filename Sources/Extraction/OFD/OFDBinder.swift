import DocumentModel

/// Puts the pages of a document together from what pages and templates paint.
struct OFDBinder {
  /// What it takes to paint once more what a template paints, in bytes of text.
  private static let costOfMark = 8

  private var document: OFDDocument
  private var painter: OFDPainter
  /// What templates paint, by number, and on which page's size.
  private var templates: [String: (width: Double, height: Double, painting: OFDPainting)] = [:]
  private(set) var pages: [OFDPage] = []

  var budget: OFDBudget { painter.budget }

  init(_ document: OFDDocument, budget: OFDBudget, nesting: Int) {
    self.document = document
    painter = OFDPainter(document, budget: budget, nesting: nesting)
  }

  /// Binds all pages, of which the first has a number.
  mutating func bind(from number: Int) throws(Obstacle) {
    for (index, (name, id)) in document.pages.enumerated() {
      let page = try document.page(name)
      painter.resources = document.resources
      var painting = OFDPainting()
      for template in page.templates where !template.isForeground { try add(template.id, of: page, to: &painting) }
      painting.add(try painter.painting(of: page.root, width: page.width, height: page.height))
      for template in page.templates where template.isForeground { try add(template.id, of: page, to: &painting) }
      let annotations = try document.annotations.seen(on: id)
      painting.add(try painter.painting(of: annotations, width: page.width, height: page.height))
      let sight = OFDSight(painting, &painter.budget)
      pages.append(
        OFDPage(painting, sight, number: number + index, width: page.width, height: page.height))
    }
  }

  private mutating func add(
    _ id: String, of page: OFDDocument.Page, to painting: inout OFDPainting
  ) throws(Obstacle) {
    if let known = templates[id], known.width == page.width, known.height == page.height {
      try painter.budget.takeGlyphs(known.painting.glyphCount)
      try painter.budget.takeText(known.painting.marks.count * Self.costOfMark)
      return painting.add(known.painting)
    }
    guard let root = try document.template(id) else { return }
    let new = try painter.painting(of: root, width: page.width, height: page.height)
    templates[id] = (page.width, page.height, new)
    painting.add(new)
  }
}
