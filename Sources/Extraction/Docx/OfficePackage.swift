import Archive
import DocumentModel
import Markup

/// A package of parts as docx, xlsx and pptx are (ECMA-376 Part 2, Open Packaging Conventions): parts have content
/// types, and find each other through relationships.
struct OfficePackage {
  private let parts: any OfficeParts
  let limits: DocumentLimits
  /// Content types by part name, and by extension for the parts that have none of their own; all in lower case.
  private let types: [String: String]
  private let defaultTypes: [String: String]

  /// - Throws: the obstacle when the list of content types is missing or broken.
  init(_ archive: ZipArchive, limits: DocumentLimits) throws(Obstacle) {
    self.limits = limits
    parts = ZippedParts(archive: archive, limits: limits)
    let root = try parts.markup(of: "[Content_Types].xml")
    var types: [String: String] = [:]
    var defaultTypes: [String: String] = [:]
    for element in root.elements {
      guard let type = element.attribute("ContentType")?.lowercased() else { continue }
      if let part = element.attribute("PartName") {
        types[PartName(part).key] = type
      } else if let suffix = element.attribute("Extension") {
        defaultTypes[suffix.lowercased()] = type
      }
    }
    self.types = types
    self.defaultTypes = defaultTypes
  }

  /// A package in one file of XML says the type of each part beside it.
  init(_ flat: FlatParts, limits: DocumentLimits) {
    self.limits = limits
    parts = flat
    types = Dictionary(flat.contentTypes.map { (PartName($0.name).key, $0.type.lowercased()) }) { first, _ in first }
    defaultTypes = [:]
  }

  func contains(_ part: PartName) -> Bool { parts.contains(part.text) }

  /// - Returns: In lower case; `nil` when the package does not say.
  func contentType(of part: PartName) -> String? {
    types[part.key] ?? part.suffix.flatMap { defaultTypes[$0] }
  }

  /// - Returns: The element that holds all others of the part.
  func markup(_ part: PartName) throws(Obstacle) -> MarkupElement { try parts.markup(of: part.text) }

  /// - Returns: `nil` for a part that is kept as elements and has no bytes of its own.
  func bytes(_ part: PartName) throws(Obstacle) -> [UInt8]? { try parts.bytes(of: part.text) }

  /// The relationships of a part; of the package itself for `nil`. A part without any has no list of them.
  func relationships(of part: PartName?) throws(Obstacle) -> [Relationship] {
    let list = part?.relationships ?? "_rels/.rels"
    guard parts.contains(list) else { return [] }
    return try parts.markup(of: list).elements("Relationship").compactMap { element in
      guard let type = element.attribute("Type"), let target = element.attribute("Target"),
        element.attribute("TargetMode")?.lowercased() != "external"
      else { return nil }
      let kind = type.split(separator: "/").last.map(String.init) ?? type
      return Relationship(
        id: element.attribute("Id") ?? "", kind: kind, target: PartName(target, relativeTo: part))
    }
  }

  /// The part that a package is about: the document of a docx.
  func mainPart() throws(Obstacle) -> PartName? {
    let named = try relationships(of: nil).first { $0.kind == "officeDocument" && contains($0.target) }
    if let named { return named.target }
    let typed = types.first { $0.value.contains(".main+xml") && parts.contains($0.key) }
    return typed.map { PartName($0.key) }
  }
}

/// Leads from a part to another part of its package.
struct Relationship: Equatable {
  var id: String
  /// The last part of the type's URI, which transitional and strict documents have in common: `styles`.
  var kind: String
  var target: PartName
}
