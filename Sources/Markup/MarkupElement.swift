/// An element of a ``MarkupTree``.
package struct MarkupElement: Sendable {
  /// What it is an element of.
  package let tree: MarkupTree
  let index: Int32

  private var node: MarkupTree.Node { tree.nodes[Int(index)] }

  /// Without prefix. Of HTML in lower case.
  package var name: String { tree.names[Int(node.name)].local }

  /// The namespace's URI; empty for none, and in HTML.
  package var namespace: String { tree.names[Int(node.name)].namespace }

  package var parent: MarkupElement? {
    node.parent == MarkupTree.none ? nil : MarkupElement(tree: tree, index: node.parent)
  }

  /// The value of an attribute, by its name without prefix.
  package func attribute(_ name: String) -> String? {
    for index in node.range {
      let attribute = tree.attributes[Int(index)]
      if tree.names[Int(attribute.name)].local == name { return tree.text(attribute.value) }
    }
    return nil
  }

  /// The names of its attributes without prefix, as they stand.
  package var attributeNames: [String] {
    node.range.map { tree.names[Int(tree.attributes[Int($0)].name)].local }
  }

  package var children: MarkupChildren { MarkupChildren(tree: tree, position: node.firstChild) }

  /// The child elements.
  package var elements: some Sequence<MarkupElement> {
    children.lazy.compactMap { child in
      if case .element(let element) = child { element } else { nil }
    }
  }

  /// The child elements of a name.
  package func elements(_ name: String) -> some Sequence<MarkupElement> {
    elements.filter { $0.name == name }
  }

  /// The first child element of a name.
  package func first(_ name: String) -> MarkupElement? {
    elements.first { $0.name == name }
  }

  /// The element that a path of names leads to, each a child of the one before.
  package func first(_ path: String...) -> MarkupElement? {
    path.reduce(Optional(self)) { element, name in element?.first(name) }
  }

  /// All elements below, in document order.
  package var descendants: MarkupDescendants { MarkupDescendants(of: self) }

  /// All text below, as it stands.
  package var text: String {
    var bytes: [UInt8] = []
    var next = node.firstChild
    var open: [Int32] = []
    while next != MarkupTree.none {
      let node = tree.nodes[Int(next)]
      if node.name == MarkupTree.textName {
        bytes.append(contentsOf: tree.bytes[Int(node.range.lowerBound)..<Int(node.range.upperBound)])
      } else if node.firstChild != MarkupTree.none {
        open.append(node.nextSibling)
        next = node.firstChild
        continue
      }
      next = node.nextSibling
      while next == MarkupTree.none, let outer = open.popLast() { next = outer }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension MarkupElement: Equatable {
  package static func == (left: MarkupElement, right: MarkupElement) -> Bool {
    left.tree === right.tree && left.index == right.index
  }
}

/// What stands directly in an element.
package enum MarkupNode: Sendable {
  case element(MarkupElement)
  case text(String)
}

/// The children of an element, in order.
package struct MarkupChildren: Sequence, IteratorProtocol, Sendable {
  let tree: MarkupTree
  var position: Int32

  package mutating func next() -> MarkupNode? {
    guard position != MarkupTree.none else { return nil }
    let index = position
    let node = tree.nodes[Int(index)]
    position = node.nextSibling
    return node.name == MarkupTree.textName
      ? .text(tree.text(node.range)) : .element(MarkupElement(tree: tree, index: index))
  }
}

/// The elements below an element. They stand behind each other in the tree's array.
package struct MarkupDescendants: Sequence, IteratorProtocol, Sendable {
  private let tree: MarkupTree
  private var position: Int32
  private let end: Int32

  init(of element: MarkupElement) {
    tree = element.tree
    position = element.index + 1
    end = Int32(clamping: tree.end(of: element.position))
  }

  package mutating func next() -> MarkupElement? {
    while position < end {
      let index = position
      position += 1
      if tree.nodes[Int(index)].name != MarkupTree.textName { return MarkupElement(tree: tree, index: index) }
    }
    return nil
  }
}
