import DocumentModel
import Markup

/// What pages refer to by number: colour spaces, drawing parameters, pictures, and drawings that are made once and placed
/// often (GB/T 33190-2016, 7.9).
struct OFDResources {
  private var drawParams: [String: MarkupElement] = [:]
  private var compositeUnits: [String: MarkupElement] = [:]
  private var colorSpaces: [String: OFDColorSpace] = [:]
  /// The number of the colour space of colours that name none.
  var defaultColorSpace: String?

  private var media: [String: OFDMedium] = [:]

  /// Adds what a part PublicRes, DocumentRes or PageRes holds.
  mutating func add(_ root: MarkupElement, of part: String) {
    let folder = root.attribute("BaseLoc").map { $0.trimming { $0.properties.isWhitespace } + "/" } ?? ""
    for list in root.elements {
      for entry in list.elements {
        guard let id = entry.attribute("ID")?.trimming({ $0.properties.isWhitespace }) else { continue }
        switch entry.name {
        case "DrawParam": drawParams[id] = entry
        case "MultiMedia": media[id] = medium(entry, in: folder, of: part)
        case "ColorSpace": colorSpaces[id] = OFDColorSpace(entry)
        case "CompositeGraphicUnit", "CompositeGraphUnit": compositeUnits[id] = entry
        default: continue
        }
      }
    }
  }

  private func medium(_ entry: MarkupElement, in folder: String, of part: String) -> OFDMedium? {
    guard let file = entry.first("MediaFile")?.text.trimming({ $0.properties.isWhitespace }) else { return nil }
    let isWhole = file.hasPrefix("/") || folder == "/"
    return OFDMedium(location: isWhole ? file : folder + file, part: part, format: entry.attribute("Format"))
  }

  func medium(_ reference: String?) -> OFDMedium? {
    reference.flatMap { media[$0.trimming { $0.properties.isWhitespace }] }
  }

  func compositeUnit(_ reference: String?) -> MarkupElement? {
    reference.flatMap { compositeUnits[$0.trimming { $0.properties.isWhitespace }] }
  }

  /// A colour, FillColor or StrokeColor, that a unit leaves to its drawing parameters, or these to others.
  func color(_ name: String, of unit: MarkupElement) -> MarkupElement? {
    unit.first(name) ?? unit.attribute("DrawParam").flatMap { color(name, ofDrawParam: $0) }
  }

  func color(_ name: String, ofDrawParam reference: String) -> MarkupElement? {
    var reference: String? = reference
    // More than a few are a circle.
    for _ in 0..<16 {
      guard let id = reference, let params = drawParams[id.trimming { $0.properties.isWhitespace }] else { return nil }
      if let color = params.first(name) { return color }
      reference = params.attribute("Relative")
    }
    return nil
  }

  /// The colour that a FillColor or StrokeColor means (GB/T 33190-2016, 8.3.2); `nil` for a pattern or a gradient.
  func color(of element: MarkupElement, byDefault color: OFDColor) -> OFDColor? {
    if element.elements.contains(where: { $0.name == "Pattern" || $0.name.hasSuffix("Shd") }) { return nil }
    let id = (element.attribute("ColorSpace") ?? defaultColorSpace)?.trimming { $0.properties.isWhitespace }
    let space = id.flatMap { colorSpaces[$0] } ?? OFDColorSpace()
    return space.color(of: element) ?? color
  }
}
