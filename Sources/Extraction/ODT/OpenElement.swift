import Markup

/// A part of a document whose elements know what they are.
final class OpenPart {
  fileprivate let tree: MarkupTree
  private let names: [OpenName]

  init(_ tree: MarkupTree) {
    self.tree = tree
    names = tree.meanings { OpenName(local: $0, namespace: $1) }
  }

  /// The element that holds all others.
  var root: OpenElement { OpenElement(part: self, position: 0) }

  /// Whether the part has such an element anywhere.
  func holds(_ name: OpenName) -> Bool { names.contains(name) }

  fileprivate func name(at position: Int) -> OpenName { tree.nameNumber(at: position).map { names[$0] } ?? .other }
}

/// An element of a part.
struct OpenElement {
  fileprivate let part: OpenPart
  fileprivate let position: Int

  /// What stands directly in an element.
  enum Child {
    case element(OpenElement)
    case text(String)
  }

  var name: OpenName { part.name(at: position) }

  /// All text below, as it stands.
  var text: String { part.tree.element(at: position).text }

  var content: some Sequence<Child> {
    part.tree.element(at: position).children.lazy.map { [part] child in
      switch child {
      case .element(let element): .element(OpenElement(part: part, position: element.position))
      case .text(let text): .text(text)
      }
    }
  }

  var children: OpenChildren { OpenChildren(part: part, position: part.tree.firstElement(of: position)) }

  /// The first child of a name.
  func first(_ name: OpenName) -> OpenElement? {
    var next = part.tree.firstElement(of: position)
    while let child = next {
      if part.name(at: child) == name { return OpenElement(part: part, position: child) }
      next = part.tree.nextElement(after: child)
    }
    return nil
  }

  /// By its name without prefix.
  func attribute(_ name: String) -> String? { part.tree.element(at: position).attribute(name) }

  /// A number of things, one unless more are said, and believed up to a limit.
  func count(_ name: String, atMost most: Int) -> Int {
    guard let text = attribute(name) else { return 1 }
    // More digits than fit are more than the limit.
    return max(1, min(Int(text) ?? (text.count > 18 ? most : 1), most))
  }

  /// A number that a list is told to go on from. Numbers are 32 bits wide in a document.
  func number(_ name: String) -> Int? {
    attribute(name).flatMap { Int($0) }.map { Int(Int32(clamping: $0)) }
  }
}

/// The child elements of an element.
struct OpenChildren: Sequence, IteratorProtocol {
  fileprivate let part: OpenPart
  fileprivate var position: Int?

  mutating func next() -> OpenElement? {
    guard let position else { return nil }
    self.position = part.tree.nextElement(after: position)
    return OpenElement(part: part, position: position)
  }
}
