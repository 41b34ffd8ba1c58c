import Markup

/// A part of a package whose elements know what they are.
final class WordPart {
  fileprivate let tree: MarkupTree
  fileprivate let names: [WordName]
  fileprivate let substitutes: [Int: MarkupCompatibility.Substitute]
  /// A part need not be the whole of its tree.
  private let positions: Range<Int>

  /// - Parameter root: The element that holds all others.
  init(_ root: MarkupElement) {
    tree = root.tree
    positions = root.position..<root.tree.end(of: root.position)
    names = tree.meanings { WordName(local: $0, namespace: $1) }
    substitutes = MarkupCompatibility(of: positions, in: tree, names: names).substitutes
  }

  /// The element that holds all others.
  var root: WordElement { WordElement(part: self, position: positions.lowerBound) }

  /// Whether the part has such an element anywhere.
  func holds(_ name: WordName) -> Bool { names.contains(name) && holds(name, in: positions) }

  fileprivate func holds(_ name: WordName, in positions: Range<Int>) -> Bool {
    positions.contains { self.name(at: $0) == name }
  }

  fileprivate func name(at position: Int) -> WordName { tree.nameNumber(at: position).map { names[$0] } ?? .other }
}

/// An element of a part.
struct WordElement {
  fileprivate let part: WordPart
  fileprivate let position: Int

  var name: WordName { part.name(at: position) }

  var text: String { part.tree.element(at: position).text }

  /// What is read of what stands in it: see ``MarkupCompatibility``.
  var children: WordChildren { WordChildren(part: part, position: part.tree.firstElement(of: position)) }

  /// The first child of a name.
  func first(_ name: WordName) -> WordElement? {
    children.first { $0.name == name }
  }

  /// Whether it or anything in it is of a name.
  func holds(_ name: WordName) -> Bool { part.holds(name, in: position..<part.tree.end(of: position)) }

  func attribute(_ name: String) -> String? { part.tree.element(at: position).attribute(name) }

  /// The attribute that most properties have only.
  var value: String? { attribute("val") }

  /// The value of a child element.
  func value(of name: WordName) -> String? { first(name)?.value }

  /// Whether a property that is on or off is on (ECMA-376 Part 1, 17.17.4).
  var isOn: Bool {
    switch value {
    case "0", "false", "off": false
    default: true
    }
  }
}

/// The child elements of an element.
struct WordChildren: Sequence, IteratorProtocol {
  fileprivate let part: WordPart
  fileprivate var position: Int?
  /// Where to go on behind the children that stand for an element.
  private var outer: [Int] = []

  fileprivate init(part: WordPart, position: Int?) {
    self.part = part
    self.position = position
  }

  mutating func next() -> WordElement? {
    while let position = position ?? outer.popLast() {
      self.position = part.tree.nextElement(after: position)
      switch part.substitutes.isEmpty ? nil : part.substitutes[position] {
      case nil: return WordElement(part: part, position: position)
      case .nothing: continue
      case .children(let element):
        if let next = self.position { outer.append(next) }
        self.position = part.tree.firstElement(of: element)
      }
    }
    return nil
  }
}
