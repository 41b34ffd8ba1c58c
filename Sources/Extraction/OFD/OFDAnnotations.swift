import DocumentModel
import Markup

/// What is laid on the pages of a document: words typed in, stamps, marks (GB/T 33190-2016, 15).
struct OFDAnnotations {
  /// A page has one part of them. More have been seen where programs add to each other's.
  private static let mostParts = 16

  private let package: OFDPackage
  private let root: String
  /// The parts of a page, by its number.
  private var parts: [String: [String]] = [:]

  /// - Throws: ``Obstacle/tooMuch(_:limit:)``. A list that is missing or broken is as one that is empty: viewers then
  ///   show the pages without.
  init(of document: MarkupElement, in root: String, _ package: OFDPackage) throws(Obstacle) {
    self.package = package
    self.root = root
    for reference in document.elements("Annotations") {
      guard let part = package.part(reference.text, in: root, root: root),
        let list = try package.rootIfWhole(of: part)
      else { continue }
      for page in list.elements("Page") {
        let id = page.attribute("PageID")?.trimming { $0.properties.isWhitespace } ?? ""
        for location in page.elements("FileLoc") {
          guard parts[id, default: []].count < Self.mostParts,
            let name = package.part(location.text, in: part, root: root), parts[id]?.contains(name) != true
          else { continue }
          parts[id, default: []].append(name)
        }
      }
    }
  }

  /// The annotations of a page, by its number in the document, that are seen. In order.
  func seen(on page: String) throws(Obstacle) -> [OFDAnnotation] {
    var annotations: [OFDAnnotation] = []
    for part in parts[page] ?? [] {
      guard let root = try package.rootIfWhole(of: part) else { continue }
      annotations += root.elements("Annot").compactMap(OFDAnnotation.init)
    }
    return annotations
  }
}

/// How an annotation looks, and what it is to the page.
struct OFDAnnotation {
  enum Kind {
    /// Lights up, underlines or strikes the text beneath, whatever its colours are.
    case highlight
    /// Printed over the text, as ink is.
    case stamp
    /// Words, lines and boxes.
    case drawing
  }

  let appearance: MarkupElement
  let kind: Kind

  /// - Returns: `nil` for one that is not seen, and for watermarks.
  init?(_ element: MarkupElement) {
    let kinds = ["Type", "Subtype"].map { element.attribute($0)?.lowercased() ?? "" }
    guard element.isVisible, let appearance = element.first("Appearance"), appearance.isVisible,
      !kinds.contains(where: { $0.contains("watermark") })
    else { return nil }
    self.appearance = appearance
    kind = kinds[0].contains("highlight") ? .highlight : kinds[0].contains("stamp") ? .stamp : .drawing
  }
}
