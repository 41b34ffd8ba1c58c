import Markup

/// The rules of a page's own style sheets that change what is seen (CSS 2.2, and of Selectors Level 4 what is met).
///
/// Rules about anything else are dropped at once, and so are selectors that are not understood: a rule too few leaves the
/// text as it would be without it.
struct PageStyleSheet {
  /// A rule that applies to an element.
  struct Rule {
    fileprivate var selector: PageSelector
    fileprivate var order: Int
    var style: PageStyle
    var look: InkLook
  }

  private var byClass: [String: [Rule]] = [:]
  private var byID: [String: [Rule]] = [:]
  private var byName: [String: [Rule]] = [:]
  private var count = 0
  /// What all comparisons of a page may cost together.
  private var stepsLeft = 2_000_000

  /// More rules that hide something no page has.
  private static let mostRules = 2_000

  var isEmpty: Bool { count == 0 }

  /// - Parameter page: The page; its `<style>` elements are read.
  init(_ page: PageTree) {
    for position in 0..<page.tree.count where page.isStyleSheet(position) {
      for child in page.children(of: position) { add(page.tree.text(at: child)) }
    }
  }

  private mutating func add(_ sheet: ArraySlice<UInt8>) {
    var reader = PageSheetReader(sheet)
    while let (selectors, declarations) = reader.next(), count < Self.mostRules {
      let style = PageStyle(declarations)
      let look = InkLook(style: declarations)
      guard style != [] || look != InkLook() else { continue }
      for selector in selectors.split(separator: ",") {
        guard let selector = PageSelector(selector) else { continue }
        let rule = Rule(selector: selector, order: count, style: style, look: look)
        count += 1
        if let name = selector.id {
          byID[name, default: []].append(rule)
        } else if let name = selector.className {
          byClass[name, default: []].append(rule)
        } else {
          byName[selector.elementName ?? "", default: []].append(rule)
        }
      }
    }
  }

  /// The rules for an element, the weakest first.
  mutating func rules(at position: Int, _ page: PageTree) -> [Rule] {
    guard stepsLeft > 0 else { return [] }
    var candidates = byName[""] ?? []
    if !byName.isEmpty { candidates += byName[page.name(at: position)] ?? [] }
    if !byClass.isEmpty, let value = page.bytes(of: .class, at: position) {
      for name in value.split(whereSeparator: { $0 <= 0x20 }).prefix(16) {
        candidates += byClass[String(decoding: name, as: UTF8.self)] ?? []
      }
    }
    if !byID.isEmpty, let id = page.value(of: .id, at: position) { candidates += byID[id] ?? [] }
    guard !candidates.isEmpty else { return [] }
    stepsLeft -= candidates.count
    return candidates.filter { $0.selector.matches(position, page, &stepsLeft) }.sorted {
      ($0.selector.specificity, $0.order) < ($1.selector.specificity, $1.order)
    }
  }
}

/// Takes a style sheet apart into its rules.
private struct PageSheetReader {
  private var rest: ArraySlice<UInt8>
  /// How many blocks of conditions that apply are open.
  private var depth = 0

  init(_ sheet: ArraySlice<UInt8>) {
    rest = Self.withoutComments(sheet)
  }

  /// The next rule that applies on a screen.
  mutating func next() -> (selectors: String, declarations: ArraySlice<UInt8>)? {
    while true {
      rest = rest.drop { $0 <= 0x20 }
      guard let first = rest.first else { return nil }
      if first == UInt8(ascii: "}") {
        rest = rest.dropFirst()
        continue
      }
      let prelude = rest.prefix { $0 != UInt8(ascii: "{") && $0 != UInt8(ascii: ";") }
      rest = rest[prelude.endIndex...]
      guard rest.popFirst() == UInt8(ascii: "{") else { continue }
      let words = String(decoding: prelude.prefix(2_048), as: UTF8.self)
      if first == UInt8(ascii: "@") {
        if !Self.applies(words.lowercased()) { skipBlock() }
        continue
      }
      let declarations = rest.prefix { $0 != UInt8(ascii: "}") }
      rest = rest[declarations.endIndex...].dropFirst()
      return (words, declarations)
    }
  }

  private mutating func skipBlock() {
    var open = 1
    while open > 0, let byte = rest.popFirst() {
      if byte == UInt8(ascii: "{") { open += 1 }
      if byte == UInt8(ascii: "}") { open -= 1 }
    }
  }

  /// Whether what stands in a block of conditions applies on a screen of usual width.
  private static func applies(_ condition: String) -> Bool {
    if condition.hasPrefix("@supports") || condition.hasPrefix("@layer") { return true }
    guard condition.hasPrefix("@media") else { return false }
    return condition.dropFirst(6).split(separator: ",").contains { query in
      if query.contains("print") || query.contains("not ") || query.contains("speech") { return false }
      if let most = width("max-width:", in: query), most < screen { return false }
      if let least = width("min-width:", in: query), least > screen { return false }
      return true
    }
  }

  /// In pixels.
  private static let screen = 1_280.0

  private static func width(_ name: String, in query: Substring) -> Double? {
    let query = query.filter { $0 != " " }
    guard let start = query.firstRange(of: name) else { return nil }
    return PageLength(String(query[start.upperBound...].prefix { $0 != ")" }))?.pixels
  }

  private static func withoutComments(_ sheet: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard sheet.contains(UInt8(ascii: "/")) || sheet.contains(UInt8(ascii: "<")) else { return sheet }
    var kept: [UInt8] = []
    var index = sheet.startIndex
    while index < sheet.endIndex {
      if sheet[index...].starts(with: "/*".utf8) {
        index += 2
        while index < sheet.endIndex, !sheet[index...].starts(with: "*/".utf8) { index += 1 }
        index += 2
      } else if sheet[index...].starts(with: "<!--".utf8) {
        index += 4
      } else if sheet[index...].starts(with: "-->".utf8) {
        index += 3
      } else {
        kept.append(sheet[index])
        index += 1
      }
    }
    return kept[...]
  }
}
