/// Writes HTML of which only the program's own literals are markup.
///
/// Names of elements and attributes are `StaticString`, which no text of a file can become; every other text passes
/// through ``text(_:limit:)``. Elements close themselves, so the result is well formed, also as XML.
package struct HTMLWriter {
  package private(set) var bytes: [UInt8] = []

  /// An attribute. Its value may be any text.
  package struct Attribute {
    fileprivate let name: StaticString
    fileprivate let value: String

    package static func `class`(_ value: String) -> Attribute { Attribute(name: "class", value: value) }
    package static func href(_ value: String) -> Attribute { Attribute(name: "href", value: value) }
    package static func id(_ value: String) -> Attribute { Attribute(name: "id", value: value) }
    package static func colspan(_ count: Int) -> Attribute { Attribute(name: "colspan", value: String(count)) }
    package static func named(_ name: StaticString, _ value: String) -> Attribute {
      Attribute(name: name, value: value)
    }
  }

  package init() {
    bytes.reserveCapacity(64 * 1024)
    append("<!DOCTYPE html>\n")
  }

  /// An element with content.
  package mutating func element(_ name: StaticString, _ attributes: Attribute..., content: (inout HTMLWriter) -> Void) {
    open(name, attributes)
    append(">")
    content(&self)
    close(name)
  }

  /// An element that holds text only.
  package mutating func element(
    _ name: StaticString,
    _ attributes: Attribute...,
    text: String,
    limit: Int = ShownLimit.sentence
  ) {
    open(name, attributes)
    append(">")
    self.text(text, limit: limit)
    close(name)
  }

  /// An element that cannot have content.
  package mutating func void(_ name: StaticString, _ attributes: Attribute...) {
    open(name, attributes)
    append("/>")
  }

  /// The one gate for text: what cannot be seen is made visible, what is too long is cut, and what could be markup is
  /// escaped, for elements and quoted attributes alike.
  package mutating func text(_ text: String, limit: Int = ShownLimit.sentence) {
    for byte in text.shown(limit: limit).utf8 {
      switch byte {
      case UInt8(ascii: "&"): append("&amp;")
      case UInt8(ascii: "<"): append("&lt;")
      case UInt8(ascii: ">"): append("&gt;")
      case UInt8(ascii: "\""): append("&quot;")
      case UInt8(ascii: "'"): append("&#39;")
      default: bytes.append(byte)
      }
    }
  }

  /// The program's own style sheet, as it is.
  package mutating func style(_ sheet: [UInt8]) {
    append("<style>\n")
    bytes.append(contentsOf: sheet)
    append("</style>")
  }

  /// A line break between elements, for those who read the source.
  package mutating func newline() {
    append("\n")
  }

  private mutating func open(_ name: StaticString, _ attributes: [Attribute]) {
    append("<")
    append(name)
    for attribute in attributes {
      append(" ")
      append(attribute.name)
      append("=\"")
      text(attribute.value)
      append("\"")
    }
  }

  private mutating func close(_ name: StaticString) {
    append("</")
    append(name)
    append(">")
  }

  private mutating func append(_ literal: StaticString) {
    literal.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
  }
}
