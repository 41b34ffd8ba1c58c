import DocumentModel
import Markup

/// What pages refer to by number: drawing parameters, and drawings that are made once and placed often
/// (GB/T 33190-2016, 7.9).
struct OFDResources {
  private var drawParams: [String: MarkupElement] = [:]
  private var compositeUnits: [String: MarkupElement] = [:]

  /// Adds what a part PublicRes, DocumentRes or PageRes holds.
  mutating func add(_ root: MarkupElement) {
    for list in root.elements {
      for entry in list.elements {
        guard let id = entry.attribute("ID")?.trimming({ $0.properties.isWhitespace }) else { continue }
        switch entry.name {
        case "DrawParam": drawParams[id] = entry
        case "CompositeGraphicUnit", "CompositeGraphUnit": compositeUnits[id] = entry
        default: continue
        }
      }
    }
  }

  func compositeUnit(_ reference: String?) -> MarkupElement? {
    reference.flatMap { compositeUnits[$0.trimming { $0.properties.isWhitespace }] }
  }

  /// A colour, FillColor or StrokeColor, that a unit leaves to its drawing parameters, or these to others.
  func color(_ name: String, of unit: MarkupElement) -> MarkupElement? {
    if let own = unit.first(name) { return own }
    var reference = unit.attribute("DrawParam")
    // More than a few are a circle.
    for _ in 0..<16 {
      guard let id = reference, let params = drawParams[id.trimming { $0.properties.isWhitespace }] else { return nil }
      if let color = params.first(name) { return color }
      reference = params.attribute("Relative")
    }
    return nil
  }
}
