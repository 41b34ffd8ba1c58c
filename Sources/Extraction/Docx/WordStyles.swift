import Markup

/// The styles of a document, as far as text depends on them: what is hidden, and what is numbered.
struct WordStyles {
  /// Of a paragraph style what it says of numbers, itself or through the styles that it is based on.
  struct NumberReference: Equatable {
    /// `nil` when the style only names a level.
    var list: String?
    var level: Int?
    /// The style that says so.
    var style: String
  }

  struct Style: InheritingStyle {
    /// `nil` when neither the style nor those it is based on say anything.
    var isHidden: Bool?
    var number: NumberReference?
    var look = InkLook()
    fileprivate(set) var parent: String?
  }

  private var paragraphStyles: [String: Style] = [:]
  private var characterStyles: [String: Style] = [:]
  private var numberingStyles: [String: Style] = [:]
  private var defaultParagraphStyle: String?
  private var defaultCharacterStyle: String?
  /// Whether the document's defaults hide text.
  private(set) var hidesByDefault = false
  private(set) var defaultLook = InkLook()

  init() {}

  /// - Parameter root: The element `styles`.
  init(_ root: WordElement) {
    let defaults = root.first(.docDefaults)?.first(.rPrDefault)?.first(.rPr)
    hidesByDefault = defaults?.first(.vanish)?.isOn ?? false
    defaultLook = defaults.map { InkLook($0) } ?? InkLook()
    for element in root.children where element.name == .style {
      guard let id = element.attribute("styleId") else { continue }
      let isDefault = element.attribute("default").map { !["0", "false", "off"].contains($0) } ?? false
      switch element.attribute("type") {
      case "paragraph", nil:
        paragraphStyles[id] = Style(element, id: id)
        if isDefault { defaultParagraphStyle = id }
      case "character":
        characterStyles[id] = Style(element, id: id)
        if isDefault { defaultCharacterStyle = id }
      case "numbering":
        numberingStyles[id] = Style(element, id: id)
      default: break
      }
    }
    paragraphStyles = StyleInheritance.resolved(paragraphStyles)
    characterStyles = StyleInheritance.resolved(characterStyles)
  }

  /// The style of a paragraph, where `nil` and styles that there are none of mean the default.
  func paragraph(_ id: String?) -> Style? {
    id.flatMap { paragraphStyles[$0] } ?? defaultParagraphStyle.flatMap { paragraphStyles[$0] }
  }

  func character(_ id: String?) -> Style? {
    id.flatMap { characterStyles[$0] } ?? defaultCharacterStyle.flatMap { characterStyles[$0] }
  }

  /// The list that a numbering style stands for.
  func list(ofNumberingStyle id: String) -> String? { numberingStyles[id]?.number?.list }
}

extension WordStyles.Style {
  fileprivate init(_ element: WordElement, id: String) {
    parent = element.value(of: .basedOn)
    if let properties = element.first(.rPr) {
      isHidden = properties.first(.vanish)?.isOn
      look = InkLook(properties)
    }
    if let ground = element.first(.pPr)?.first(.shd)?.ground { look.ground = look.ground ?? ground }
    guard let number = element.first(.pPr)?.first(.numPr) else { return }
    let level = number.value(of: .ilvl).flatMap { Int($0) }
    self.number = WordStyles.NumberReference(list: number.value(of: .numId), level: level, style: id)
  }

  mutating func inherit(from parent: Self) {
    isHidden = isHidden ?? parent.isHidden
    look = look.completed(by: parent.look)
    number = number.map { $0.completed(by: parent.number) } ?? parent.number
  }
}

extension WordStyles.NumberReference {
  /// A style may name the level only, and leave the list to the style that it is based on.
  fileprivate func completed(by parent: Self?) -> Self {
    guard list == nil, let parent else { return self }
    return Self(list: parent.list, level: level ?? parent.level, style: style)
  }
}
