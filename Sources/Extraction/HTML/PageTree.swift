import DocumentModel
import Markup

/// The tree of a page, with what its elements are.
struct PageTree {
  let tree: MarkupTree
  private let roles: [PageRole]
  private let names: [String]
  private let looks: [InkLook?]
  private let styleNumber: Int?
  /// The numbers of the attributes' names in the tree.
  private let attributes: [Int?]

  init(_ tree: MarkupTree) {
    self.tree = tree
    names = tree.localNames
    roles = names.map(PageRole.init)
    looks = names.map { Self.looks[$0] }
    styleNumber = names.firstIndex(of: "style")
    let numbers = Dictionary(zip(tree.localNames, tree.localNames.indices)) { first, _ in first }
    attributes = PageAttribute.allCases.map { numbers[$0.name] }
  }

  private static let looks: [String: InkLook] = {
    var (raised, lowered, struck) = (InkLook(), InkLook(), InkLook())
    raised.shift = .raised
    lowered.shift = .lowered
    struck.isStruck = true
    return ["sup": raised, "sub": lowered, "s": struck, "strike": struck, "del": struck]
  }()

  /// - Returns: `nil` for a text.
  func role(at position: Int) -> PageRole? {
    tree.nameNumber(at: position).map { roles[$0] }
  }

  /// The element's name in small letters; empty for a text.
  func name(at position: Int) -> String {
    tree.nameNumber(at: position).map { names[$0] } ?? ""
  }

  func isStyleSheet(_ position: Int) -> Bool {
    tree.nameNumber(at: position).map { $0 == styleNumber } ?? false
  }

  /// How an element shows its text without any style.
  func look(at position: Int) -> InkLook? {
    tree.nameNumber(at: position).flatMap { looks[$0] }
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

  /// Whether an element stands in a cell, not far inside.
  func isInCell(_ position: Int) -> Bool {
    var next = tree.parent(of: position)
    for _ in 0..<12 {
      guard let element = next else { return false }
      if case .cell = role(at: element) { return true }
      next = tree.parent(of: element)
    }
    return false
  }

  /// Other pages that are shown inside this one. Counters and advertisements are frames too: a page that holds the tables
  /// of a report itself is not asked for them.
  var frames: [UnreadPart] {
    guard names.contains(where: { Self.frameNames.contains($0) }) else { return [] }
    var frames: [UnreadPart] = []
    for position in 0..<tree.count where frames.count < Self.mostFrames {
      guard Self.frameNames.contains(name(at: position)) else { continue }
      let source = value(of: .src, at: position) ?? value(of: .data, at: position) ?? ""
      guard !source.isEmpty, !source.lowercased().hasPrefix("about:"), !source.lowercased().hasPrefix("javascript:")
      else { continue }
      frames.append(UnreadPart(kind: .frame, name: source.filter { !$0.isWhitespace }))
    }
    return frames
  }

  private static let frameNames: Set<String> = ["iframe", "frame", "object"]
  private static let mostFrames = 16
}
