/// Takes a page apart into tags and text (HTML Living Standard, 13.2.5).
struct HTMLParser {
  private let bytes: [UInt8]
  private var position = 0
  private var tree: HTMLTreeBuilder
  /// In XHTML `/>` ends any element, in HTML those of other languages only.
  private let isXHTML: Bool

  init(_ bytes: [UInt8], depth: Int) {
    self.bytes = bytes
    tree = HTMLTreeBuilder(depth: depth, bytes: bytes.count)
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    isXHTML = bytes[start...].drop(while: Self.isSpace).starts(with: "<?xml".utf8)
    position = start
  }

  mutating func read() throws(MarkupError) -> MarkupTree {
    while position < bytes.count {
      readText(until: bytes.count)
      readMarkup()
      if let failure = tree.builder.failure { throw failure }
    }
    return tree.builder.tree()
  }

  // MARK: Text

  /// Reads up to the next `<`.
  private mutating func readText(until end: Int) {
    while position < end {
      let start = position
      while position < end, !Self.endsText(bytes[position]) { position += 1 }
      if start < position { tree.text(bytes[start..<position]) }
      guard position < end, bytes[position] != UInt8(ascii: "<") else { return }
      if bytes[position] == UInt8(ascii: "&") {
        readReference(until: end)
      } else {
        // A zero byte is no character.
        position += 1
      }
    }
  }

  private static func endsText(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&") || byte == 0
  }

  private mutating func readReference(until end: Int) {
    if let reference = CharacterReference(bytes[position..<end], isInAttribute: false) {
      tree.text(reference.utf8)
      position += reference.length
    } else {
      tree.text(bytes[position..<(position + 1)])
      position += 1
    }
  }

  // MARK: Markup

  private func byte(at offset: Int) -> UInt8? {
    position + offset < bytes.count ? bytes[position + offset] : nil
  }

  /// Reads what the `<` here begins; one that begins nothing is text.
  private mutating func readMarkup() {
    guard position < bytes.count else { return }
    switch byte(at: 1) {
    case let next? where Self.isLetter(next):
      position += 1
      readStartTag()
    case UInt8(ascii: "/"): readEndTag()
    case UInt8(ascii: "!") where bytes[position...].starts(with: "<!--".utf8): skipComment()
    case UInt8(ascii: "!"), UInt8(ascii: "?"): skip(behind: UInt8(ascii: ">"))
    default:
      tree.text(bytes[position..<(position + 1)])
      position += 1
    }
  }

  private mutating func skip(behind byte: UInt8) {
    while position < bytes.count, bytes[position] != byte { position += 1 }
    position = min(position + 1, bytes.count)
  }

  /// `-->` and `--!>` end a comment, and `<!-->` and `<!--->` are whole ones.
  private mutating func skipComment() {
    position += 4
    if byte(at: 0) == UInt8(ascii: ">") || (byte(at: 0) == UInt8(ascii: "-") && byte(at: 1) == UInt8(ascii: ">")) {
      return skip(behind: UInt8(ascii: ">"))
    }
    var dashes = 0
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if dashes >= 2, byte == UInt8(ascii: ">") { return }
      if dashes >= 2, byte == UInt8(ascii: "!"), self.byte(at: 0) == UInt8(ascii: ">") { return position += 1 }
      dashes = byte == UInt8(ascii: "-") ? dashes + 1 : 0
    }
  }

  private mutating func readEndTag() {
    guard let first = byte(at: 2), Self.isLetter(first) else {
      // `</>` and `</1>` are comments; `</` at the very end is not worth a text.
      return skip(behind: UInt8(ascii: ">"))
    }
    position += 2
    let name = readName { !Self.endsTagName($0) }
    // It may have attributes, which say nothing.
    while readAttributeName() != nil { _ = readValue() }
    guard position < bytes.count else { return }
    position += 1
    tree.end(tree.number(name))
  }

  private mutating func readStartTag() {
    let name = readName { !Self.endsTagName($0) }
    let number = tree.number(name)
    let start = tree.start(number)
    while let name = readAttributeName() {
      let value = readValue()
      if start != .ignored { tree.attribute(tree.number(name), value: value) }
      if tree.builder.failure != nil { return }
    }
    let isClosed = position > 0 && bytes[position - 1] == UInt8(ascii: "/")
    position = min(position + 1, bytes.count)
    let tag = tree.tag(number)
    switch start {
    case .ignored: return
    case .empty: tree.endLast()
    case .opened where isClosed && (isXHTML || tag.traits.contains(.foreign)): tree.endLast()
    case .opened where tag.traits.contains(.rawText): readRawText(of: name, isEscapable: false)
    case .opened where tag.traits.contains(.escapableText): readRawText(of: name, isEscapable: true)
    case .opened: return
    }
  }

  private mutating func readName(while isPart: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    let start = position
    while position < bytes.count, isPart(bytes[position]) { position += 1 }
    return bytes[start..<position]
  }

  /// - Returns: `nil` at the end of the tag.
  private mutating func readAttributeName() -> ArraySlice<UInt8>? {
    while position < bytes.count, Self.isSpace(bytes[position]) || bytes[position] == UInt8(ascii: "/") {
      position += 1
    }
    guard position < bytes.count, bytes[position] != UInt8(ascii: ">") else { return nil }
    let start = position
    // A name may begin with an equals sign.
    position += 1
    while position < bytes.count, !Self.endsTagName(bytes[position]), bytes[position] != UInt8(ascii: "=") {
      position += 1
    }
    return bytes[start..<position]
  }

  /// The value behind an attribute's name, if there is one.
  private mutating func readValue() -> ArraySlice<UInt8> {
    let afterName = position
    skipSpace()
    guard byte(at: 0) == UInt8(ascii: "=") else {
      position = afterName
      return []
    }
    position += 1
    skipSpace()
    guard let quote = byte(at: 0), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      return resolved(readName { !Self.isSpace($0) && $0 != UInt8(ascii: ">") })
    }
    position += 1
    let value = readName { $0 != quote }
    position = min(position + 1, bytes.count)
    return resolved(value)
  }

  private mutating func skipSpace() {
    while position < bytes.count, Self.isSpace(bytes[position]) { position += 1 }
  }

  /// An attribute's value with its character references resolved.
  private func resolved(_ value: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard value.contains(UInt8(ascii: "&")) else { return value }
    var resolved: [UInt8] = []
    var rest = value
    while let byte = rest.first {
      if byte == UInt8(ascii: "&"), let reference = CharacterReference(rest, isInAttribute: true) {
        resolved.append(contentsOf: reference.utf8)
        rest = rest.dropFirst(reference.length)
      } else {
        resolved.append(byte)
        rest = rest.dropFirst()
      }
    }
    return resolved[...]
  }

  /// Reads the content of an element in which tags mean nothing, and its end tag.
  private mutating func readRawText(of name: ArraySlice<UInt8>, isEscapable: Bool) {
    let end = endTag(of: name) ?? bytes.count
    if !isEscapable {
      tree.text(bytes[position..<end])
      position = end
    }
    while position < end {
      readText(until: end)
      guard position < end else { break }
      tree.text(bytes[position..<(position + 1)])
      position += 1
    }
    if position < bytes.count { readEndTag() } else { tree.endLast() }
  }

  /// Where the next end tag of a name begins.
  private func endTag(of name: ArraySlice<UInt8>) -> Int? {
    var start = position
    while start + 2 + name.count < bytes.count {
      if bytes[start] == UInt8(ascii: "<"), bytes[start + 1] == UInt8(ascii: "/") {
        let found = bytes[(start + 2)..<(start + 2 + name.count)]
        let isSame = zip(found, name).allSatisfy { Self.isLetter($0) ? $0 | 0x20 == $1 | 0x20 : $0 == $1 }
        if isSame, Self.endsTagName(bytes[start + 2 + name.count]) { return start }
      }
      start += 1
    }
    return nil
  }

  // MARK: Bytes

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 || byte == 0x0C
  }

  private static func endsTagName(_ byte: UInt8) -> Bool {
    isSpace(byte) || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
  }
}
