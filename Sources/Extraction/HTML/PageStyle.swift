/// What an inline style says about the text. Style sheets are not looked at.
struct PageStyle: OptionSet {
  let rawValue: UInt16

  /// `display: none`, or Word's hidden text.
  static let hidden = PageStyle(rawValue: 1 << 0)
  /// `visibility: hidden`: it takes its place without being seen.
  static let invisible = PageStyle(rawValue: 1 << 1)
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

  init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  init(_ style: ArraySlice<UInt8>) {
    self = []
    var rest = style
    while !rest.isEmpty {
      rest = rest.drop { $0 <= 0x20 }
      let declaration = rest.prefix { $0 != UInt8(ascii: ";") }
      rest = rest[declaration.endIndex...].dropFirst()
      // Most declarations are of fonts and borders.
      guard let first = declaration.first, Self.isInitial(first | 0x20) else { continue }
      let property = declaration.prefix { $0 != UInt8(ascii: ":") }
      formUnion(Self.meaning(of: Self.word(property), Self.word(declaration[property.endIndex...].dropFirst())))
    }
  }

  /// Whether a property that is looked at begins so.
  private static func isInitial(_ letter: UInt8) -> Bool {
    letter == UInt8(ascii: "d") || letter == UInt8(ascii: "m") || letter == UInt8(ascii: "v")
      || letter == UInt8(ascii: "w")
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
    case ("visibility", "hidden"), ("visibility", "collapse"): .invisible
    case ("white-space", "pre"), ("white-space", "pre-wrap"), ("white-space", "break-spaces"): .keepsSpace
    case ("white-space", "pre-line"): .keepsLines
    case ("white-space", "normal"), ("white-space", "nowrap"): .collapsesSpace
    default: []
    }
  }

  /// In small letters, without white space and `!important`.
  private static func word(_ bytes: ArraySlice<UInt8>) -> String {
    let kept = bytes.prefix(64).prefix { $0 != UInt8(ascii: "!") }.filter { $0 > 0x20 }
    return String(decoding: kept, as: UTF8.self).lowercased()
  }
}
