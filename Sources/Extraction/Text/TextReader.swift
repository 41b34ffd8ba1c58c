import DocumentModel

/// Reads plain text: one paragraph for each line that holds anything. A form feed begins a page.
enum TextReader {
  static func read(_ bytes: [UInt8], gb18030: borrowing GB18030Decoder) throws(Obstacle) -> Document {
    guard let decoded = TextDecoder.decode(bytes, gb18030: gb18030) else {
      throw .unreadable(detail: "the bytes are text in none of UTF-8, UTF-16 and GB18030")
    }
    guard let paragraphs = lines(decoded.text) else { throw .tooLong(lines: Document.mostPieces) }
    if paragraphs.isEmpty { throw .empty }
    return Document(format: .txt, blocks: paragraphs.map(Document.Block.paragraph))
  }

  /// Lines are counted as a text editor counts them, blank ones too. `nil` when there are too many.
  private static func lines(_ text: String) -> [Paragraph]? {
    let bytes = withPlainLineEnds(Array(text.utf8))
    let hasPages = bytes.contains(formFeed)
    var paragraphs: [Paragraph] = []
    var line = 1
    var page = 1
    var start = 0
    while start <= bytes.count {
      let end = bytes[start...].firstIndex(where: isControl) ?? bytes.count
      if let text = shown(bytes[start..<end]) {
        let place = Place(page: hasPages ? page : nil, line: line)
        paragraphs.append(Paragraph(text: text, place: place))
        if paragraphs.count > Document.mostPieces { return nil }
      }
      guard end < bytes.count else { break }
      switch bytes[end] {
      case formFeed: page += 1
      case newline where end > 0 && bytes[end - 1] == carriageReturn: break
      default: line += 1
      }
      start = end + 1
    }
    return paragraphs
  }

  /// Unicode's own line ends (U+0085, U+2028, U+2029), which few editors write, made newlines.
  private static func withPlainLineEnds(_ bytes: [UInt8]) -> [UInt8] {
    let ends: [[UInt8]] = [[0xC2, 0x85], [0xE2, 0x80, 0xA8], [0xE2, 0x80, 0xA9]]
    guard bytes.contains(where: { $0 == 0x85 || $0 == 0xA8 || $0 == 0xA9 }) else { return bytes }
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let end = byte == 0xC2 || byte == 0xE2 ? ends.first { bytes[index...].starts(with: $0) } : nil
      plain.append(end == nil ? byte : newline)
      index += end?.count ?? 1
    }
    return plain
  }

  private static let newline = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")
  private static let formFeed: UInt8 = 0x0C

  /// What ends a piece of text: a line end or a form feed.
  private static func isControl(_ byte: UInt8) -> Bool {
    byte == newline || byte == carriageReturn || byte == formFeed
  }

  /// A piece without characters that nobody sees; `nil` when it is blank.
  private static func shown(_ bytes: ArraySlice<UInt8>) -> String? {
    if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    var shown = String.UnicodeScalarView()
    var isBlank = true
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\u{0B}", "\u{1A}", "\u{FEFF}", "\u{200B}", "\0": continue
      default: shown.append(scalar)
      }
      if isBlank, !scalar.properties.isWhitespace { isBlank = false }
    }
    return isBlank ? nil : String(shown)
  }
}
