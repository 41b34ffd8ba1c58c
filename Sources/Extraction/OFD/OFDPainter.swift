import DocumentModel
import Markup
import PageLayout

/// Paints the objects of pages as far as they hold text, lines and pictures (GB/T 33190-2016, 7.7 and 8).
struct OFDPainter {
  var resources: OFDResources
  let nesting: Int
  var budget: OFDBudget
  private(set) var width = 0.0
  private(set) var height = 0.0
  var painting = OFDPainting()
  var pictures: OFDPictures
  /// The composite units that are being painted, by number.
  private var open: [String] = []

  init(_ document: OFDDocument, budget: OFDBudget, nesting: Int) {
    resources = document.resources
    pictures = OFDPictures(document)
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
          try paint(unit, in: OFDScope(.points), depth: 0)
        }
      }
    }
    return painting
  }

  /// Paints what is laid on a page of a size, in points.
  mutating func painting(
    of annotations: [OFDAnnotation], width: Double, height: Double
  ) throws(Obstacle) -> OFDPainting {
    self.width = width
    self.height = height
    painting = OFDPainting()
    for annotation in annotations {
      try budget.takeObject()
      let boundary = OFDBox(annotation.appearance.attribute("Boundary"))
      var scope = OFDScope(OFDTransform(corner: boundary, in: .points))
      scope.annotation = annotation.kind
      scope.isBlended = annotation.kind == .highlight
      for unit in annotation.appearance.elements { try paint(unit, in: scope, depth: 0) }
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

  private mutating func paint(_ unit: MarkupElement, in scope: OFDScope, depth: Int) throws(Obstacle) {
    guard depth < nesting else { throw .tooMuch(.nesting, limit: nesting) }
    try budget.takeObject()
    guard unit.isVisible else { return }
    switch unit.name {
    case "Layer", "PageBlock":
      let scope = scope.inside(unit, resources)
      for inner in unit.elements { try paint(inner, in: scope, depth: depth + 1) }
    case "TextObject": try paint(text: unit, in: clipped(scope, by: unit))
    case "PathObject": try paint(path: unit, in: clipped(scope, by: unit))
    case "ImageObject": try paint(picture: unit, in: clipped(scope, by: unit))
    case "CompositeObject": try paint(composite: unit, in: clipped(scope, by: unit), depth: depth)
    default: return
    }
  }

  private mutating func paint(composite unit: MarkupElement, in scope: OFDScope, depth: Int) throws(Obstacle) {
    guard let reference = unit.attribute("ResourceID"), !open.contains(reference),
      let content = resources.compositeUnit(reference)?.first("Content")
    else { return }
    open.append(reference)
    var scope = scope.inside(unit, resources)
    scope.transform = OFDTransform(of: unit, boundary: OFDBox(unit.attribute("Boundary")), in: scope.transform)
    for inner in content.elements { try paint(inner, in: scope, depth: depth + 1) }
    open.removeLast()
  }

  var page: Box { Box(left: 0, top: 0, right: width, bottom: height) }
}

extension MarkupElement {
  /// A unit may be switched off, or be wholly transparent.
  var isVisible: Bool {
    if let visible = attribute("Visible")?.lowercased(), visible.contains("false") || visible == "0" { return false }
    return opacity > 0
  }

  /// Whether its colours are mixed with those beneath; an extension that producers share.
  var isBlended: Bool {
    guard let mode = attribute("BlendMode")?.lowercased() else { return false }
    return mode != "normal"
  }

  func isOn(_ name: String, byDefault: Bool) -> Bool {
    switch attribute(name)?.lowercased().trimming({ $0.properties.isWhitespace }) {
    case "true", "1": true
    case "false", "0": false
    default: byDefault
    }
  }
}
