/// A package of Office Open XML in one file of XML, as Word writes it.
package struct FlatPackage: Sendable {
  package struct Part: Sendable {
    package var name: String
    package var type: String
    package var bytes: [UInt8]
    /// What is not markup, or not shown as such, stands in base64.
    package var isBinary: Bool

    package init(_ name: String, type: String, _ bytes: some Sequence<UInt8>, isBinary: Bool = false) {
      self.name = name
      self.type = type
      self.bytes = Array(bytes)
      self.isBinary = isBinary
    }
  }

  package var parts: [Part]
  /// What stands before the root.
  package var prolog = """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <?mso-application progid="Word.Document"?>

    """

  package init(_ parts: [Part]) {
    self.parts = parts
  }

  package var text: String {
    let body = parts.map { part in
      let head = "<pkg:part pkg:name=\"/\(part.name)\" pkg:contentType=\"\(part.type)\""
      if part.isBinary {
        return head
          + " pkg:compression=\"store\"><pkg:binaryData>\(Self.base64(part.bytes))</pkg:binaryData></pkg:part>"
      }
      return head + "><pkg:xmlData>\(Self.root(of: part.bytes))</pkg:xmlData></pkg:part>"
    }
    return prolog + "<pkg:package xmlns:pkg=\"http://schemas.microsoft.com/office/2006/xmlPackage\">"
      + body.joined() + "</pkg:package>"
  }

  package var bytes: [UInt8] { Array(text.utf8) }

  /// Markup without its declaration, which may stand at the beginning of a file only.
  private static func root(of bytes: [UInt8]) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.hasPrefix("<?xml"), let end = text.firstIndex(of: ">") else { return text }
    return String(text[text.index(after: end)...])
  }

  /// In lines, as Word breaks it.
  private static func base64(_ bytes: [UInt8]) -> String {
    let signs = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let three = bytes[start..<min(start + 3, bytes.count)]
      let bits = (0..<3).reduce(0) { $0 << 8 | ($1 < three.count ? Int(three[start + $1]) : 0) }
      for place in 0..<4 { text.append(place > three.count ? "=" : signs[bits >> (18 - 6 * place) & 63]) }
      if start % 57 == 54 { text += "\r\n" }
    }
    return text
  }
}
