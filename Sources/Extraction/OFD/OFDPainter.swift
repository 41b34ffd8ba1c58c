import DocumentModel
import Markup
import PageLayout

/// What the content of a page or a template paints. In points, from the top left corner of the page.
struct OFDPainting {
  var glyphs: [Glyph] = []
  var lines: [RuledLine] = []
  /// The area of all pictures, in square points.
  var pictureArea = 0.0
  /// How many curves are drawn: the outlines of letters have many, tables none.
  var curves = 0
}

/// Paints the objects of pages as far as they hold text, lines and pictures (GB/T 33190-2016, 7.7 and 8).
struct OFDPainter {
  var resources: OFDResources
  let nesting: Int
  var budget: OFDBudget
  private(set) var width = 0.0
  private(set) var height = 0.0
  var painting = OFDPainting()
  /// The composite units that are being painted, by number.
  private var open: [String] = []

  init(resources: OFDResources, budget: OFDBudget, nesting: Int) {
    self.resources = resources
    self.budget = budget
    self.nesting = nesting
  }

  /// Paints the part of a page or a template on a page of a size, in points. What lies outside is not seen.
  mutating func painting(of page: MarkupElement, width: Double, height: Double) throws(Obstacle) -> OFDPainting {
    self.width = width
    self.height = height
    painting = OFDPainting()
    for content in page.elements("Content") {
      for rank in 0...2 {
        for unit in content.elements where Self.rank(unit) == rank {
          try paint(unit, in: .points, depth: 0)
        }
      }
    }
    return painting
  }

  /// Layers are painted from the background to the foreground, whatever their order.
  private static func rank(_ layer: MarkupElement) -> Int {
    switch layer.attribute("Type")?.lowercased() {
    case "background": 0
    case "foreground": 2
    default: 1
    }
  }

  private mutating func paint(_ unit: MarkupElement, in outer: OFDTransform, depth: Int) throws(Obstacle) {
    guard depth < nesting else { throw .tooMuch(.nesting, limit: nesting) }
    try budget.takeObject()
    guard unit.isVisible else { return }
    switch unit.name {
    case "Layer", "PageBlock":
      for inner in unit.elements { try paint(inner, in: outer, depth: depth + 1) }
    case "TextObject": try paint(text: unit, in: outer)
    case "PathObject": try paint(path: unit, in: outer)
    case "ImageObject": paint(picture: unit, in: outer)
    case "CompositeObject": try paint(composite: unit, in: outer, depth: depth)
    default: return
    }
  }

  private mutating func paint(composite unit: MarkupElement, in outer: OFDTransform, depth: Int) throws(Obstacle) {
    guard let reference = unit.attribute("ResourceID"), !open.contains(reference),
      let content = resources.compositeUnit(reference)?.first("Content")
    else { return }
    open.append(reference)
    let transform = OFDTransform(of: unit, boundary: OFDBox(unit.attribute("Boundary")), in: outer)
    for inner in content.elements { try paint(inner, in: transform, depth: depth + 1) }
    open.removeLast()
  }

  private mutating func paint(picture unit: MarkupElement, in outer: OFDTransform) {
    guard let boundary = OFDBox(unit.attribute("Boundary")) else { return }
    let box = outer.bounds(boundary)
    let seenWidth = min(width, box.right) - max(0, box.left)
    let seenHeight = min(height, box.bottom) - max(0, box.top)
    if seenWidth > 0, seenHeight > 0 { painting.pictureArea += seenWidth * seenHeight }
  }
}

extension MarkupElement {
  /// A unit may be switched off, or be wholly transparent (0 of 255).
  var isVisible: Bool {
    if let visible = attribute("Visible")?.lowercased(), visible.contains("false") || visible == "0" { return false }
    return !isTransparent
  }

  /// Of a unit or a colour.
  var isTransparent: Bool {
    attribute("Alpha").map { OFDNumbers.number($0) == 0 } ?? false
  }

  func isOn(_ name: String, byDefault: Bool) -> Bool {
    switch attribute(name)?.lowercased().trimming({ $0.properties.isWhitespace }) {
    case "true", "1": true
    case "false", "0": false
    default: byDefault
    }
  }
}
