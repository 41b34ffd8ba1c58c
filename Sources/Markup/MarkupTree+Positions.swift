/// The tree by position: elements and texts are numbered from zero in document order, so that what is found out about
/// each can be kept in an array beside the tree.
extension MarkupTree {
  /// How many elements and texts there are.
  package var count: Int { nodes.count }

  /// The local name of each number that ``nameNumber(at:)`` says.
  package var localNames: [String] { names.map(\.local) }

  /// - Returns: The number of an element's name; `nil` for a text.
  package func nameNumber(at position: Int) -> Int? {
    let name = nodes[position].name
    return name == Self.textName ? nil : Int(name)
  }

  package func element(at position: Int) -> MarkupElement {
    MarkupElement(tree: self, index: Int32(clamping: position))
  }

  /// The bytes of a text, which are UTF-8; empty for an element.
  package func text(at position: Int) -> ArraySlice<UInt8> {
    let node = nodes[position]
    guard node.name == Self.textName else { return [] }
    return bytes[Int(node.range.lowerBound)..<Int(node.range.upperBound)]
  }

  package func parent(of position: Int) -> Int? { Self.position(nodes[position].parent) }
  package func firstChild(of position: Int) -> Int? { Self.position(nodes[position].firstChild) }
  package func nextSibling(of position: Int) -> Int? { Self.position(nodes[position].nextSibling) }

  /// The position behind the last of what stands in an element.
  package func end(of position: Int) -> Int {
    var next: Int? = position
    while let ancestor = next {
      if let sibling = nextSibling(of: ancestor) { return sibling }
      next = parent(of: ancestor)
    }
    return count
  }

  /// Whether an element has attributes at all; most have none.
  package func hasAttributes(at position: Int) -> Bool {
    nodes[position].name != Self.textName && !nodes[position].range.isEmpty
  }

  /// The bytes of an attribute's value, by the number of its name among ``localNames``.
  package func attribute(_ nameNumber: Int, at position: Int) -> ArraySlice<UInt8>? {
    guard hasAttributes(at: position) else { return nil }
    for index in nodes[position].range where Int(attributes[Int(index)].name) == nameNumber {
      let value = attributes[Int(index)].value
      return bytes[Int(value.lowerBound)..<Int(value.upperBound)]
    }
    return nil
  }

  private static func position(_ index: Int32) -> Int? {
    index == none ? nil : Int(index)
  }
}

extension MarkupElement {
  /// Its number among all elements and texts of the tree.
  package var position: Int { Int(index) }
}
