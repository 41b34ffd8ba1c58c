import Markup

/// The tree of a page, with what its elements are.
struct PageTree {
  let tree: MarkupTree
  private let roles: [PageRole]
  /// The numbers of the attributes' names in the tree.
  private let attributes: [Int?]

  init(_ tree: MarkupTree) {
    self.tree = tree
    roles = tree.localNames.map(PageRole.init)
    let numbers = Dictionary(zip(tree.localNames, tree.localNames.indices)) { first, _ in first }
    attributes = PageAttribute.allCases.map { numbers[$0.name] }
  }

  /// - Returns: `nil` for a text.
  func role(at position: Int) -> PageRole? {
    tree.nameNumber(at: position).map { roles[$0] }
  }

  func bytes(of attribute: PageAttribute, at position: Int) -> ArraySlice<UInt8>? {
    guard let number = attributes[attribute.rawValue] else { return nil }
    return tree.attribute(number, at: position)
  }

  func value(of attribute: PageAttribute, at position: Int) -> String? {
    bytes(of: attribute, at: position).map { String(decoding: $0, as: UTF8.self) }
  }

  /// A whole number, as attributes say it: white space before and anything behind it is passed over.
  func number(of attribute: PageAttribute, at position: Int) -> Int? {
    guard let bytes = bytes(of: attribute, at: position) else { return nil }
    let text = bytes.drop { $0 <= 0x20 }
    let isNegative = text.first == UInt8(ascii: "-")
    let digits = (isNegative ? text.dropFirst() : text).prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard !digits.isEmpty else { return nil }
    let value = digits.prefix(9).reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    return isNegative ? -value : value
  }

  /// The elements and texts directly inside.
  func children(of position: Int) -> some Sequence<Int> {
    sequence(first: tree.firstChild(of: position)) { $0.map(tree.nextSibling(of:)) }
      .lazy.prefix { $0 != nil }.compactMap(\.self)
  }

  /// The table that a row is of. Between them stand only groups of rows, or what does not belong there.
  func table(around row: Int) -> Int? {
    var next = tree.parent(of: row)
    for _ in 0..<4 {
      guard let position = next else { return nil }
      if case .table = role(at: position) { return position }
      next = tree.parent(of: position)
    }
    return nil
  }
}
