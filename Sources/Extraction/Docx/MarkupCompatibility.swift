import Markup

/// What is read of markup that may be unknown to a program (ECMA-376 Part 3, Markup Compatibility and Extensibility):
/// one branch of alternatives, and of ignorable elements nothing, or only what stands in them.
struct MarkupCompatibility {
  /// What stands for an element.
  enum Substitute: Equatable {
    case nothing
    /// The children of an element, of itself or of one in it, by its position.
    case children(of: Int)
  }

  /// By the positions of elements; those that stand for themselves are not among them.
  private(set) var substitutes: [Int: Substitute] = [:]

  /// An element that says something for all that stands in it.
  private struct Scope {
    var end: Int
    var prefixes: [String] = []
    var ignorable: [String] = []
    var processed: [Name] = []
  }

  private struct Name: Hashable {
    var namespace: String
    /// `nil` for all of the namespace.
    var local: String?
  }

  private let tree: MarkupTree
  /// The attributes that say what may be unknown, by the numbers of their names.
  private let ignorableName: Int?
  private let processContentName: Int?
  private var open: [Scope] = []
  /// What each prefix stands for, the innermost last.
  private var namespaces: [String: [String]] = [:]
  /// How many open elements say so.
  private var ignorable: [String: Int] = [:]
  private var processed: [Name: Int] = [:]

  /// - Parameters:
  ///   - positions: The part of a tree that is looked at.
  ///   - tree: The tree.
  ///   - names: What its names mean, by their numbers.
  init(of positions: Range<Int>, in tree: MarkupTree, names: [WordName]) {
    self.tree = tree
    let namespaces = tree.meanings { $1 }
    let locals = tree.localNames
    func attribute(_ local: String) -> Int? { locals.indices.first { locals[$0] == local && namespaces[$0].isEmpty } }
    ignorableName = attribute("Ignorable")
    processContentName = attribute("ProcessContent")
    let isForeign = namespaces.map { !$0.isEmpty && !UnderstoodNamespaces.all.contains($0) }
    let saysNothing = ignorableName == nil && processContentName == nil
    guard names.contains(.alternateContent) || (isForeign.contains(true) && !saysNothing) else { return }

    // What is said round a part holds for the part.
    var outer: [Int] = []
    while let parent = tree.parent(of: outer.last ?? positions.lowerBound) { outer.append(parent) }
    for position in outer.reversed() { enter(position) }
    for position in positions {
      guard let number = tree.nameNumber(at: position) else { continue }
      while let scope = open.last, scope.end <= position { leave() }
      enter(position)
      switch names[number] {
      case .alternateContent: substitutes[position] = .nothing
      case .choice: choose(position, of: tree.parent(of: position))
      case .fallback:
        if let parent = tree.parent(of: position), substitutes[parent] == .nothing {
          substitutes[parent] = .children(of: position)
        }
      case _ where isForeign[number]:
        if isProcessed(locals[number], of: namespaces[number]) {
          substitutes[position] = .children(of: position)
        } else if ignorable[namespaces[number], default: 0] > 0 {
          substitutes[position] = .nothing
        }
      default: break
      }
    }
  }

  /// The first choice that asks for nothing unknown is read.
  private mutating func choose(_ choice: Int, of parent: Int?) {
    guard let parent, substitutes[parent] == .nothing else { return }
    let required = tree.element(at: choice).attribute("Requires")?.split(separator: " ") ?? []
    let isUnderstood = required.allSatisfy { prefix in
      namespaces[String(prefix)]?.last.map { UnderstoodNamespaces.all.contains($0) } ?? false
    }
    if isUnderstood { substitutes[parent] = .children(of: choice) }
  }

  private mutating func enter(_ position: Int) {
    var scope = Scope(end: 0)
    for (prefix, namespace) in tree.namespaceDeclarations(of: position) {
      namespaces[prefix, default: []].append(namespace)
      scope.prefixes.append(prefix)
    }
    for prefix in words(ignorableName, at: position) {
      guard let namespace = namespaces[prefix]?.last else { continue }
      ignorable[namespace, default: 0] += 1
      scope.ignorable.append(namespace)
    }
    for qualified in words(processContentName, at: position) {
      let parts = qualified.split(separator: ":").map(String.init)
      guard parts.count == 2, let namespace = namespaces[parts[0]]?.last else { continue }
      let name = Name(namespace: namespace, local: parts[1] == "*" ? nil : parts[1])
      processed[name, default: 0] += 1
      scope.processed.append(name)
    }
    if scope.prefixes.isEmpty, scope.ignorable.isEmpty, scope.processed.isEmpty { return }
    scope.end = tree.end(of: position)
    open.append(scope)
  }

  private func words(_ attribute: Int?, at position: Int) -> [String] {
    guard let value = attribute.flatMap({ tree.attribute($0, at: position) }) else { return [] }
    return value.split(whereSeparator: { $0 <= 0x20 }).map { String(decoding: $0, as: UTF8.self) }
  }

  private func isProcessed(_ local: String, of namespace: String) -> Bool {
    !processed.isEmpty
      && [local, nil].contains { processed[Name(namespace: namespace, local: $0), default: 0] > 0 }
  }

  private mutating func leave() {
    guard let scope = open.popLast() else { return }
    for prefix in scope.prefixes { namespaces[prefix]?.removeLast() }
    for namespace in scope.ignorable { ignorable[namespace]? -= 1 }
    for name in scope.processed { processed[name]? -= 1 }
  }
}

/// The namespaces of which the reader of Word documents reads all that is seen.
enum UnderstoodNamespaces {
  static let all: Set<String> = Set(standard + ofMicrosoft + ofKingsoft)

  private static let standard = [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
    "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/officeDocument/math",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
    "http://schemas.openxmlformats.org/drawingml/2006/main",
    "http://purl.oclc.org/ooxml/drawingml/main",
    "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "http://purl.oclc.org/ooxml/drawingml/picture",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
    // VML, which is not in the strict standard: v, o, w10.
    "urn:schemas-microsoft-com:vml",
    "urn:schemas-microsoft-com:office:office",
    "urn:schemas-microsoft-com:office:word",
  ]

  /// Shapes, groups and canvases hold text boxes; the others say more of elements that are read without them. Not
  /// among them is what puts something unread in the place of a text or picture: w16se (symbols), wpi (ink), cx
  /// (charts), am3d (models).
  private static let ofMicrosoft = [
    // wps, wpg, wpc, wp14, wp15
    "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing",
    "http://schemas.microsoft.com/office/word/2012/wordprocessingDrawing",
    // wne, w14, w15, w16cid, w16cex, w16, w16sdtdh, w16du
    "http://schemas.microsoft.com/office/word/2006/wordml",
    "http://schemas.microsoft.com/office/word/2010/wordml",
    "http://schemas.microsoft.com/office/word/2012/wordml",
    "http://schemas.microsoft.com/office/word/2016/wordml/cid",
    "http://schemas.microsoft.com/office/word/2018/wordml/cex",
    "http://schemas.microsoft.com/office/word/2018/wordml",
    "http://schemas.microsoft.com/office/word/2020/wordml/sdtdatahash",
    "http://schemas.microsoft.com/office/word/2023/wordml/word16du",
    // a14, pic14
    "http://schemas.microsoft.com/office/drawing/2010/main",
    "http://schemas.microsoft.com/office/drawing/2010/picture",
  ]

  /// wpsCustomData: what WPS says of the lines across a cell.
  private static let ofKingsoft = ["http://www.wps.cn/officeDocument/2013/wpsCustomData"]
}
