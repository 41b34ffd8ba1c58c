/// The elements and texts of an XML or HTML document, in document order.
///
/// Flat arrays instead of one object a node: a tree is built at the speed of the parser, holds nothing of it, and can
/// be walked by any thread.
package final class MarkupTree: Sendable {
  struct Node {
    /// Index into `names`, or `textName`.
    var name: Int32
    var parent: Int32
    var firstChild: Int32 = MarkupTree.none
    var nextSibling: Int32 = MarkupTree.none
    /// Of a text its bytes in `bytes`; of an element its attributes in `attributes`.
    var range: Range<Int32>
  }

  struct Attribute {
    var name: Int32
    var value: Range<Int32>
  }

  struct Name: Hashable {
    var local: String
    /// The namespace's URI; empty for none, and in HTML.
    var namespace: String
  }

  /// A prefix, as the local part of a name, that stands for the name's namespace in an element and all that is in it.
  struct Declaration {
    var element: Int32
    var name: Int32
  }

  static let none: Int32 = -1
  static let textName: Int32 = -1

  let nodes: [Node]
  let attributes: [Attribute]
  let names: [Name]
  /// UTF-8.
  let bytes: [UInt8]
  /// In document order, with names of their own.
  let declarations: [Declaration]
  let declaredNames: [Name]

  init(
    nodes: [Node], attributes: [Attribute], names: [Name], bytes: [UInt8], declarations: [Declaration],
    declaredNames: [Name]
  ) {
    self.declarations = declarations
    self.declaredNames = declaredNames
    self.nodes = nodes
    self.attributes = attributes
    self.names = names
    self.bytes = bytes
  }

  /// The element that holds all others. Of HTML it is one without a name, since there may be several at the top.
  package var root: MarkupElement { MarkupElement(tree: self, index: 0) }

  func text(_ range: Range<Int32>) -> String {
    String(decoding: bytes[Int(range.lowerBound)..<Int(range.upperBound)], as: UTF8.self)
  }
}
