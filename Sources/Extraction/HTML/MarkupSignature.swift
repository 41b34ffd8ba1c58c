/// Tells markup and web archives from text, by their beginning.
enum MarkupSignature {
  /// How much of a file is looked at. A page may begin with a long comment, or a fragment with a long style.
  private static let reach = 8 << 10

  /// - Returns: `nil` for what may be text.
  static func signature(of bytes: [UInt8]) -> FileSignature? {
    // Most files say by their first letter that they are none.
    let head = letters(bytes).trimmed
    guard let first = head.first, first < 0x80 else { return nil }
    if first == UInt8(ascii: "<") { return markup(head) }
    return isWebArchive(head) ? .mhtml : nil
  }

  /// The beginning, whether it is UTF-8, GB18030 or UTF-16; of the latter characters beyond ASCII become `?`.
  private static func letters(_ bytes: [UInt8]) -> ASCIIText {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return ASCIIText(bytes.dropFirst(3).prefix(reach)) }
    let isMarked = bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE])
    guard isMarked || bytes.prefix(2).contains(0) else { return ASCIIText(bytes.prefix(reach)) }
    let units = stride(from: isMarked ? 2 : 0, to: min(bytes.count - 1, reach * 2), by: 2)
    return ASCIIText(
      units.lazy.map { index in
        switch (bytes[index], bytes[index + 1]) {
        case (0, let byte), (let byte, 0): byte
        default: UInt8(ascii: "?")
        }
      })
  }

  // MARK: Web archives

  /// A message of MIME (RFC 2557): a line of its header comes first, and in the header are its version and a type that
  /// may hold a page.
  private static func isWebArchive(_ head: ASCIIText) -> Bool {
    let name = head.prefix { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
    guard (2...40).contains(name.utf8.count), head.dropFirst(name.utf8.count).first == UInt8(ascii: ":") else {
      return false
    }
    let header = head.upToBlankLine
    guard header.contains("content-type:") else { return false }
    return header.contains("multipart/related") || header.contains("multipart/alternative")
      || (header.contains("mime-version:") && header.contains("text/html"))
  }

  // MARK: Markup

  private static func markup(_ head: ASCIIText) -> FileSignature? {
    var rest = head
    var isXML = false
    while true {
      rest = rest.trimmed
      let end: ASCIIText?
      if rest.starts(with: "<!--") {
        end = rest.behind("-->")
      } else if rest.starts(with: "<!doctype") {
        return rest.dropFirst(9).trimmed.starts(with: "html") ? .html : .other("xml 文件")
      } else if rest.starts(with: "<![") || rest.starts(with: "<?") {
        isXML = isXML || rest.starts(with: "<?xml")
        if rest.starts(with: "<?mso-application"), rest.behind(">").map({ $0.contains("worddocument") }) ?? false {
          return .wordXML
        }
        end = rest.behind(">")
      } else {
        break
      }
      guard let end else { return nil }
      rest = end
    }
    guard let name = tagName(rest) else { return isXML ? .other("xml 文件") : nil }
    if pageNames.contains(name) { return .html }
    if isXML { return .other("xml 文件") }
    // One tag alone may be what somebody wrote about tags: a fragment of a page has end tags as well.
    return fragmentNames.contains(name) && holdsEndTag(rest) ? .html : nil
  }

  private static let pageNames: Set<String> = [
    "base", "body", "head", "html", "link", "meta", "script", "style", "title",
  ]
  private static let fragmentNames: Set<String> = [
    "article", "b", "center", "div", "dl", "font", "form", "h1", "h2", "h3", "h4", "h5", "h6", "main", "ol", "p", "pre",
    "section", "span", "strong", "table", "tbody", "td", "th", "tr", "ul",
  ]

  /// The name of the tag that `text` begins with.
  private static func tagName(_ text: ASCIIText) -> String? {
    guard text.first == UInt8(ascii: "<") else { return nil }
    let name = text.dropFirst(1).prefix(while: isLetterOrDigit)
    guard let end = text.dropFirst(1 + name.utf8.count).first else { return nil }
    return end == UInt8(ascii: ">") || end == UInt8(ascii: "/") || end <= 0x20 ? name : nil
  }

  private static func holdsEndTag(_ text: ASCIIText) -> Bool {
    var rest = text
    while let behind = rest.behind("</") {
      let name = behind.prefix(while: isLetterOrDigit)
      if fragmentNames.contains(name), behind.dropFirst(name.utf8.count).first == UInt8(ascii: ">") { return true }
      rest = behind
    }
    return false
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
