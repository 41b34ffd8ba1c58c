/// The styles of a document, as far as text depends on them: what is hidden, what is numbered, where pages begin.
struct OpenStyles {
  struct Style: InheritingStyle {
    var look = InkLook()
    /// The list that goes with a paragraph style; empty for none in spite of the style that it is based on.
    var list: String?
    var beginsPage: Bool?
    fileprivate(set) var parent: String?
  }

  /// What a style of a table, a row or a cell paints under it.
  private struct Ground: InheritingStyle {
    /// `nil` when the style says nothing; of one that paints nothing the ground is `nil` itself.
    var painted: InkGround??
    var parent: String?

    init(_ element: OpenElement) {
      painted = element.saysGround ? .some(element.ground) : nil
      parent = element.attribute("parent-style-name")
    }

    mutating func inherit(from parent: Self) {
      painted = painted ?? parent.painted
    }
  }

  private var paragraphs: [String: Style] = [:]
  private var texts: [String: Style] = [:]
  private var tables: [String: Style] = [:]
  private var grounds: [String: Ground] = [:]
  private var defaults = Style()
  private var lists: [String: OpenListStyle] = [:]
  private(set) var outline: OpenListStyle?

  /// - Parameters:
  ///   - common: The styles that the document's user sees, the element `office:styles`.
  ///   - automatic: Those that were made for one part, the element `office:automatic-styles` of that part.
  init(common: OpenElement?, automatic: OpenElement?) {
    for group in [common, automatic] {
      for element in group.map({ Array($0.children) }) ?? [] {
        switch element.name {
        case .style: take(element)
        case .defaultStyle where element.attribute("family") == "paragraph": defaults = Style(element)
        case .listStyle:
          if let name = element.attribute("name") { lists[name] = OpenListStyle(element, levels: .numberLevel) }
        case .outlineStyle: outline = OpenListStyle(element, levels: .outlineLevel)
        default: break
        }
      }
    }
    paragraphs = StyleInheritance.resolved(paragraphs)
    texts = StyleInheritance.resolved(texts)
    tables = StyleInheritance.resolved(tables)
    grounds = StyleInheritance.resolved(grounds)
  }

  func paragraph(_ name: String?) -> Style {
    var style = name.flatMap { paragraphs[$0] } ?? Style()
    style.look = style.look.completed(by: defaults.look)
    return style
  }

  func text(_ name: String?) -> Style { name.flatMap { texts[$0] } ?? Style() }

  /// What lies under the text of a cell, a row or a table; `nil` when it paints nothing.
  func ground(_ name: String?) -> InkGround? { name.flatMap { grounds[$0]?.painted ?? nil } }

  func table(_ name: String?) -> Style { name.flatMap { tables[$0] } ?? Style() }

  func list(_ name: String?) -> OpenListStyle? { name.flatMap { lists[$0] } }

  private mutating func take(_ element: OpenElement) {
    guard let name = element.attribute("name") else { return }
    switch element.attribute("family") {
    case "paragraph": paragraphs[name] = Style(element)
    case "text": texts[name] = Style(element)
    case "table":
      tables[name] = Style(element)
      grounds[name] = Ground(element)
    case "table-cell", "table-row": grounds[name] = Ground(element)
    default: break
    }
  }
}

extension OpenStyles.Style {
  fileprivate init(_ element: OpenElement) {
    parent = element.attribute("parent-style-name")
    list = element.attribute("list-style-name")
    if let page = element.attribute("master-page-name"), !page.isEmpty { beginsPage = true }
    for properties in element.children {
      switch properties.name {
      case .textProperties: look = InkLook(properties).completed(by: look)
      case .paragraphProperties, .tableProperties:
        look.ground = look.ground ?? properties.ownGround
        guard let before = properties.attribute("break-before"), beginsPage == nil else { continue }
        beginsPage = before == "page"
      default: break
      }
    }
  }
  mutating func inherit(from parent: Self) {
    look = look.completed(by: parent.look)
    list = list ?? parent.list
    beginsPage = beginsPage ?? parent.beginsPage
  }
}
