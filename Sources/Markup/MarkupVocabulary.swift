/// What the names of a tree mean to a reader, looked up once for each name instead of once for each element.
package struct MarkupVocabulary<Word: Sendable>: Sendable {
  private let words: [Word]

  /// - Parameters:
  ///   - tree: The tree whose elements are to be read.
  ///   - meaning: What an element of a local name and a namespace is.
  package init(of tree: MarkupTree, meaning: (_ local: String, _ namespace: String) -> Word) {
    words = tree.names.map { meaning($0.local, $0.namespace) }
  }

  /// What an element is. It must be of the tree that the vocabulary was made of.
  package subscript(element: MarkupElement) -> Word {
    words[Int(element.tree.nodes[Int(element.index)].name)]
  }

  /// Whether any name of the tree has a meaning, an attribute's perhaps.
  package func contains(where isMeant: (Word) -> Bool) -> Bool {
    words.contains(where: isMeant)
  }
}
