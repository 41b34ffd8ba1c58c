/// Tells markup and web archives from text, by their beginning.
enum MarkupSignature {
  /// How much of a file is looked at. A page may begin with a long comment, or a fragment with a long style.
  private static let reach = 8 << 10

  /// - Returns: `nil` for what may be text.
  static func signature(of bytes: [UInt8]) -> FileSignature? {
    let head = letters(bytes)
    if isWebArchive(head) { return .mhtml }
    return markup(head)
  }

  /// The beginning in small ASCII letters, whether it is UTF-8, GB18030 or UTF-16; other characters are `?`.
  private static func letters(_ bytes: [UInt8]) -> [UInt8] {
    var head: [UInt8] = []
    let start = bytes.prefix(4)
    let step =
      start.starts(with: [0xFE, 0xFF]) || start.starts(with: [0xFF, 0xFE]) || start.prefix(2).contains(0) ? 2 : 1
    if step == 1 {
      head = Array(bytes.prefix(reach))
      if head.starts(with: [0xEF, 0xBB, 0xBF]) { head.removeFirst(3) }
    } else {
      for index in stride(from: 0, to: min(bytes.count - 1, reach * 2), by: 2) {
        switch (bytes[index], bytes[index + 1]) {
        case (0xFE, 0xFF), (0xFF, 0xFE): continue
        case (0, let byte), (let byte, 0): head.append(byte)
        default: head.append(UInt8(ascii: "?"))
        }
      }
    }
    return head.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
  }

  // MARK: Web archives

  /// A message of MIME (RFC 2557): a line of its header comes first, and in the header are its version and a type that
  /// may hold a page.
  private static func isWebArchive(_ head: [UInt8]) -> Bool {
    let text = head.drop { $0 <= 0x20 }
    let name = text.prefix { isNamePart($0) }
    guard (2...40).contains(name.count), text.dropFirst(name.count).first == UInt8(ascii: ":") else { return false }
    let header = String(decoding: self.header(text), as: UTF8.self)
    guard header.contains("content-type:") else { return false }
    return header.contains("multipart/related") || header.contains("multipart/alternative")
      || (header.contains("mime-version:") && header.contains("text/html"))
  }

  /// Up to the first blank line.
  private static func header(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var wasLineEnd = false
    for index in text.indices where text[index] != 0x0D {
      let isLineEnd = text[index] == 0x0A
      if isLineEnd, wasLineEnd { return text[..<index] }
      wasLineEnd = isLineEnd
    }
    return text
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == UInt8(ascii: "-")
  }

  // MARK: Markup

  private static func markup(_ head: [UInt8]) -> FileSignature? {
    var rest = head[...]
    var isXML = false
    while true {
      rest = rest.drop { $0 <= 0x20 }
      if rest.starts(with: "<!--".utf8) {
        guard let end = behind("-->", in: rest) else { return nil }
        rest = rest[end...]
      } else if rest.starts(with: "<!doctype".utf8) {
        let type = rest.dropFirst(9).drop { $0 <= 0x20 }
        return type.starts(with: "html".utf8) ? .html : .other("xml 文件")
      } else if rest.starts(with: "<![".utf8) || rest.starts(with: "<?".utf8) {
        isXML = isXML || rest.starts(with: "<?xml".utf8)
        guard let end = behind(">", in: rest) else { return nil }
        rest = rest[end...]
      } else {
        break
      }
    }
    guard let name = tagName(rest) else { return nil }
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
  private static func tagName(_ text: ArraySlice<UInt8>) -> String? {
    guard text.first == UInt8(ascii: "<") else { return nil }
    let name = text.dropFirst().prefix(12).prefix {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
    }
    let end = text.dropFirst(name.count + 1).first
    guard end == UInt8(ascii: ">") || end == UInt8(ascii: "/") || end.map({ $0 <= 0x20 }) == true else { return nil }
    return String(decoding: name, as: UTF8.self)
  }

  private static func holdsEndTag(_ text: ArraySlice<UInt8>) -> Bool {
    text.indices.dropLast(3).contains { index in
      text[index] == UInt8(ascii: "<") && text[index + 1] == UInt8(ascii: "/")
        && fragmentNames.contains { name in
          text[(index + 2)...].starts(with: name.utf8)
            && text[(index + 2)...].dropFirst(name.utf8.count).first == UInt8(ascii: ">")
        }
    }
  }

  private static func behind(_ words: String, in text: ArraySlice<UInt8>) -> Int? {
    let words = Array(words.utf8)
    return text.indices.first { text[$0] == words[0] && text[$0...].starts(with: words) }.map { $0 + words.count }
  }
}
