import Markup

/// A selector of a style sheet: element names, classes and ids, behind or directly behind each other.
struct PageSelector {
  /// What is asked of one element.
  private struct Compound {
    var name: String?
    var ids: [String] = []
    var classes: [String] = []
    /// The parent must be the compound before, and not anything further out.
    var isChild = false
  }

  /// The outermost first.
  private var compounds: [Compound] = []

  /// More are on no page.
  private static let mostCompounds = 8

  var id: String? { compounds.last?.ids.first }
  var className: String? { compounds.last?.classes.first }
  var elementName: String? { compounds.last?.name }

  /// By which of several rules counts (Selectors Level 4, 16).
  var specificity: Int {
    compounds.reduce(0) { $0 + 10_000 * $1.ids.count + 100 * $1.classes.count + ($1.name == nil ? 0 : 1) }
  }

  /// - Returns: `nil` for a selector that asks for anything else.
  init?(_ text: Substring) {
    var isChild = false
    for part in text.split(whereSeparator: \.isWhitespace).flatMap({ Self.apart($0) }) {
      if part == ">" {
        isChild = true
        continue
      }
      guard var compound = Self.compound(part), compounds.count < Self.mostCompounds else { return nil }
      compound.isChild = isChild
      isChild = false
      compounds.append(compound)
    }
    guard !compounds.isEmpty, !isChild else { return nil }
  }

  /// `a>b` as `a`, `>`, `b`.
  private static func apart(_ part: Substring) -> [String] {
    var parts: [String] = []
    for piece in part.split(separator: ">", omittingEmptySubsequences: false) {
      if !parts.isEmpty || part.first == ">" && piece.isEmpty && parts.isEmpty { parts.append(">") }
      if !piece.isEmpty { parts.append(String(piece)) }
    }
    return parts
  }

  private static func compound(_ text: String) -> Compound? {
    var compound = Compound()
    var rest = text[...]
    while let first = rest.first {
      let isMarked = first == "." || first == "#"
      let word = (isMarked ? rest.dropFirst() : rest).prefix { $0 != "." && $0 != "#" }
      guard !word.isEmpty, word.allSatisfy({ $0.isLetter || $0.isNumber || "-_*".contains($0) }) else { return nil }
      switch first {
      case ".": compound.classes.append(String(word))
      case "#": compound.ids.append(String(word))
      default: compound.name = word == "*" ? nil : word.lowercased()
      }
      rest = rest.dropFirst(word.count + (isMarked ? 1 : 0))
    }
    return compound
  }

  /// - Parameters:
  ///   - position: An element.
  ///   - page: Its page.
  ///   - stepsLeft: How many elements may be looked at.
  /// - Returns: Whether the selector selects the element.
  func matches(_ position: Int, _ page: PageTree, _ stepsLeft: inout Int) -> Bool {
    guard let last = compounds.last, isLike(last, position, page) else { return false }
    var element = position
    var isChild = last.isChild
    for compound in compounds.dropLast().reversed() {
      var next = page.tree.parent(of: element)
      // The nearest that fits is taken: a miss leaves the text as it would be without the rule.
      while let candidate = next, !isLike(compound, candidate, page) {
        stepsLeft -= 1
        guard !isChild, stepsLeft > 0 else { return false }
        next = page.tree.parent(of: candidate)
      }
      guard let found = next else { return false }
      element = found
      isChild = compound.isChild
    }
    return true
  }

  private func isLike(_ compound: Compound, _ position: Int, _ page: PageTree) -> Bool {
    if let name = compound.name, page.name(at: position) != name { return false }
    if !compound.ids.isEmpty, page.value(of: .id, at: position) != compound.ids.first { return false }
    guard !compound.classes.isEmpty else { return true }
    guard let value = page.bytes(of: .class, at: position) else { return false }
    let names = value.split(whereSeparator: { $0 <= 0x20 }).map { String(decoding: $0, as: UTF8.self) }
    return compound.classes.allSatisfy(names.contains)
  }
}
