import DocumentModel
import Markup
import PageLayout

/// One document of a file: what its Document.xml says of pages, templates and resources (GB/T 33190-2016, 7.5).
struct OFDDocument {
  /// A page as its part paints it, and the templates under and over it.
  struct Page {
    var root: MarkupElement
    var width: Double
    var height: Double
    var templates: [(id: String, isForeground: Bool)]
  }

  /// A4, in millimetres.
  private static let usualPage = OFDBox(x: 0, y: 0, width: 210, height: 297)
  /// A page is no larger than a building.
  private static let largestPage = 20_000.0

  let package: OFDPackage
  let part: String
  private let area: OFDBox
  /// Its pages in order: the names of their parts, and their numbers.
  let pages: [(part: String, id: String)]
  let annotations: OFDAnnotations
  private let templates: [String: String]
  private(set) var resources = OFDResources()

  /// - Throws: ``Obstacle`` when its part or that of a page is missing or broken.
  init(_ package: OFDPackage, part: String) throws(Obstacle) {
    self.package = package
    self.part = part
    let root = try package.root(of: part)
    var area: OFDBox?
    var templates: [String: String] = [:]
    for common in root.elements("CommonData") {
      area = area ?? common.first("PageArea").flatMap(Self.area)
      resources.defaultColorSpace = resources.defaultColorSpace ?? common.first("DefaultCS")?.text
      for template in common.elements("TemplatePage") {
        guard let id = template.attribute("ID"), let location = template.attribute("BaseLoc") else { continue }
        templates[Self.number(id)] = package.part(location, in: part, root: part)
      }
    }
    self.area = area ?? Self.usualPage
    self.templates = templates
    var pages: [(part: String, id: String)] = []
    for page in root.elements("Pages").flatMap({ $0.elements("Page") }) {
      let location = page.attribute("BaseLoc") ?? ""
      guard let name = package.part(location, in: part, root: part) else {
        throw .unreadable(detail: "\(part): there is no page \(location)")
      }
      pages.append((name, Self.number(page.attribute("ID") ?? "")))
    }
    self.pages = pages
    annotations = try OFDAnnotations(of: root, in: part, package)
    for common in root.elements("CommonData") { addResources(of: common, in: part) }
  }

  mutating func page(_ name: String) throws(Obstacle) -> Page {
    let root = try package.root(of: name)
    addResources(of: root, in: name)
    let area = root.first("Area").flatMap(Self.area) ?? self.area
    let templates = root.elements("Template").compactMap { template in
      template.attribute("TemplateID").map { id in
        (Self.number(id), template.attribute("ZOrder")?.lowercased() == "foreground")
      }
    }
    let box = OFDTransform.points.bounds(area)
    return Page(
      root: root, width: box.right - box.left, height: box.bottom - box.top, templates: templates)
  }

  /// `nil` when there is none: viewers then show the page without.
  func template(_ id: String) throws(Obstacle) -> MarkupElement? {
    guard let name = templates[id] else { return nil }
    return try package.root(of: name)
  }

  /// Resources decide what is seen, never what is said: one that cannot be read is as one that is not there.
  private mutating func addResources(of element: MarkupElement, in referrer: String) {
    for reference in element.elements where ["PublicRes", "DocumentRes", "PageRes"].contains(reference.name) {
      guard let name = package.part(reference.text, in: referrer, root: part) else { continue }
      if let root = try? package.root(of: name) { resources.add(root, of: name) }
    }
  }

  private static func area(_ element: MarkupElement) -> OFDBox? {
    guard let box = OFDBox(element.first("PhysicalBox")?.text), box.width > 0, box.height > 0,
      max(box.width, box.height) <= largestPage
    else { return nil }
    return box
  }

  private static func number(_ id: String) -> String {
    id.trimming { $0.properties.isWhitespace }
  }
}
