import DocumentModel
import Markup

/// The parts of a package that is one file of XML: what Word saves as “Word XML document” (Flat OPC; [MS-OFFXML] 2.1).
/// Each part stands in an element of its own, as markup or in base64.
final class FlatParts: OfficeParts {
  private enum Content {
    case markup(MarkupElement)
    /// The element that holds the part in base64.
    case binary(MarkupElement)
  }

  private var contents: [String: Content] = [:]
  /// By the names of the parts, as they stand.
  private(set) var contentTypes: [(name: String, type: String)] = []
  private let limits: DocumentLimits
  /// What may still be decoded, in bytes.
  private var left: Int

  /// The elements that stand round a part: the package, the part and its markup.
  private static let wrappers = 3

  /// - Throws: the obstacle when the file is broken, or holds more than a zip file may.
  init(_ bytes: [UInt8], limits: DocumentLimits) throws(Obstacle) {
    self.limits = limits
    left = limits.unpacked - bytes.count
    guard left >= 0 else { throw .tooMuch(.unpacked, limit: limits.unpacked) }
    // All of it is one tree, as large as that of any one part.
    guard bytes.count <= MarkupTree.mostBytes else { throw .tooMuch(.unpacked, limit: MarkupTree.mostBytes) }
    for part in try Self.tree(bytes, limits: limits).root.elements("part") {
      guard contentTypes.count < limits.entries else { throw .tooMuch(.entries, limit: limits.entries) }
      guard let name = part.attribute("name") else { continue }
      contentTypes.append((name, part.attribute("contentType") ?? ""))
      // The first of a name counts, as in zip files.
      let key = PartName(name).key
      if contents[key] == nil { contents[key] = Self.content(of: part) }
    }
  }

  /// A part may be as deep as it may in a zip file.
  private static func tree(_ bytes: [UInt8], limits: DocumentLimits) throws(Obstacle) -> MarkupTree {
    var wrapped = limits
    wrapped.nesting = min(limits.nesting, Int.max - wrappers) + wrappers
    do throws(Obstacle) {
      return try MarkupTree.parsed(bytes, limits: wrapped)
    } catch .tooMuch(.nesting, _) {
      throw .tooMuch(.nesting, limit: limits.nesting)
    }
  }

  private static func content(of part: MarkupElement) -> Content? {
    if let markup = part.first("xmlData")?.elements.first(where: { _ in true }) { return .markup(markup) }
    return part.first("binaryData").map { .binary($0) }
  }

  func contains(_ name: String) -> Bool { contents[PartName(name).key] != nil }

  func bytes(of name: String) throws(Obstacle) -> [UInt8]? {
    guard case .binary(let element) = contents[PartName(name).key] else { return nil }
    let bytes = TransferEncoding.base64(Array(element.text.utf8)[...])
    left -= bytes.count
    guard left >= 0 else { throw .tooMuch(.unpacked, limit: limits.unpacked) }
    return bytes
  }

  func markup(of name: String) throws(Obstacle) -> MarkupElement {
    if case .markup(let element) = contents[PartName(name).key] { return element }
    guard let bytes = try bytes(of: name) else { throw .unreadable(detail: "\(name) is missing") }
    return try MarkupTree.parsed(bytes, limits: limits).root
  }
}
