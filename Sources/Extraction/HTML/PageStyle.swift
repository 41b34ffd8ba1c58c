/// What a style says of how a text is set; of its look says ``InkLook``.
struct PageStyle: OptionSet {
  let rawValue: UInt16

  /// `display: none`, or Word's hidden text.
  static let hidden = PageStyle(rawValue: 1 << 0)
  /// It says how the element is displayed, whatever was said before.
  private static let display = PageStyle(rawValue: 1 << 1)
  static let block = PageStyle(rawValue: 1 << 2)
  static let inline = PageStyle(rawValue: 1 << 3)
  /// White space is kept as it is written.
  static let keepsSpace = PageStyle(rawValue: 1 << 4)
  /// Only the ends of lines are kept.
  static let keepsLines = PageStyle(rawValue: 1 << 5)
  /// White space is collapsed, whatever is said further out.
  static let collapsesSpace = PageStyle(rawValue: 1 << 6)

  /// What is printed round every page: headers and footers.
  static let margin = PageStyle(rawValue: 1 << 7)
  /// A script, a style or the like: never a text.
  static let noText = PageStyle(rawValue: 1 << 8)

  init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  init(_ style: ArraySlice<UInt8>) {
    self = []
    for (property, value) in PageDeclarations(style) {
      apply(Self.meaning(of: property, value))
      if property == "display" { insert(.display) }
    }
  }

  /// Adds what a rule says that counts more.
  mutating func apply(_ stronger: PageStyle) {
    if stronger.contains(.display) { subtract([.hidden, .block, .inline]) }
    formUnion(stronger)
  }

  private static func meaning(of property: String, _ value: String) -> PageStyle {
    switch (property, value) {
    case ("display", "none"): .hidden
    case ("display", "inline"), ("display", "inline-block"), ("display", "contents"): .inline
    case ("display", "block"), ("display", "list-item"), ("display", "flex"), ("display", "table"): .block
    case ("mso-hide", "all"): .hidden
    case ("mso-element", "header"), ("mso-element", "footer"): .margin
    // The remarks of reviewers.
    case ("mso-element", "comment-list"), ("mso-element", "comment"): .hidden
    case ("mso-special-character", "comment"): .hidden
    case ("white-space", "pre"), ("white-space", "pre-wrap"), ("white-space", "break-spaces"): .keepsSpace
    case ("white-space", "pre-line"): .keepsLines
    case ("white-space", "normal"), ("white-space", "nowrap"): .collapsesSpace
    default: []
    }
  }
}
