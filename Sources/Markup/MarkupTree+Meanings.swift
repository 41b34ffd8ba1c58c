extension MarkupTree {
  /// What the names of the tree mean to a reader, each looked up once instead of once for each element. An element
  /// finds its own under the number that ``nameNumber(at:)`` says.
  package func meanings<Meaning>(_ meaning: (_ local: String, _ namespace: String) -> Meaning) -> [Meaning] {
    names.map { meaning($0.local, $0.namespace) }
  }

  /// The prefixes that an element itself declares, with their namespaces; of XML only.
  package func namespaceDeclarations(of position: Int) -> [(prefix: String, namespace: String)] {
    var (low, high) = (0, declarations.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(declarations[middle].element) < position { low = middle + 1 } else { high = middle }
    }
    return declarations[low...].prefix { Int($0.element) == position }.map { declaration in
      let name = declaredNames[Int(declaration.name)]
      return (name.local, name.namespace)
    }
  }

  /// The first child element of an element.
  package func firstElement(of position: Int) -> Int? { element(from: nodes[position].firstChild) }

  /// The next element with the same parent.
  package func nextElement(after position: Int) -> Int? { element(from: nodes[position].nextSibling) }

  private func element(from index: Int32) -> Int? {
    var next = index
    while next != Self.none, nodes[Int(next)].name == Self.textName { next = nodes[Int(next)].nextSibling }
    return next == Self.none ? nil : Int(next)
  }
}
