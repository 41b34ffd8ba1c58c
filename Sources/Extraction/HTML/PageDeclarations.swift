/// The declarations of a style, one after the other: properties and values in small letters, without white space at
/// their ends and `!important`.
struct PageDeclarations: Sequence, IteratorProtocol {
  private var rest: ArraySlice<UInt8>

  init(_ style: ArraySlice<UInt8>) { rest = style }

  /// Longer values are lists of fonts or pictures.
  private static let longestValue = 96

  /// - Returns: The next declaration of a property that changes what is seen of a text.
  mutating func next() -> (property: String, value: String)? {
    while !rest.isEmpty {
      rest = rest.drop { $0 <= 0x20 }
      let declaration = rest.prefix { $0 != UInt8(ascii: ";") }
      rest = rest[declaration.endIndex...].dropFirst()
      // Most declarations are of fonts and borders.
      guard let first = declaration.first, Self.initials.contains(first | 0x20) else { continue }
      let property = declaration.prefix { $0 != UInt8(ascii: ":") }
      let name = Self.word(property)
      guard Self.properties.contains(name) else { continue }
      return (name, Self.word(declaration[property.endIndex...].dropFirst()))
    }
    return nil
  }

  private static let properties: Set<String> = [
    "background", "background-color", "clip", "clip-path", "color", "display", "font-size", "height", "left",
    "max-height", "mso-element", "mso-hide", "mso-special-character", "mso-text-raise", "opacity", "overflow",
    "position", "text-decoration", "text-decoration-line", "text-indent", "top", "transform", "vertical-align",
    "visibility", "white-space", "width",
  ]

  private static let initials = Set(properties.compactMap(\.utf8.first))

  private static func word(_ bytes: ArraySlice<UInt8>) -> String {
    let kept = bytes.prefix(longestValue).prefix { $0 != UInt8(ascii: "!") }
    let start = kept.drop { $0 <= 0x20 }
    let end = start.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? start.startIndex
    return String(decoding: start[..<end], as: UTF8.self).lowercased()
  }
}
