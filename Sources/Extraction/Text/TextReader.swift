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
    let hasPages = text.utf8.contains(UInt8(ascii: "\u{0C}"))
    var paragraphs: [Paragraph] = []
    var line = 1
    var page = 1
    var current = String.UnicodeScalarView()
    var isBlank = true

    func endPiece() {
      if !isBlank {
        let place = Place(page: hasPages ? page : nil, line: line)
        paragraphs.append(Paragraph(text: String(current), place: place))
      }
      current.removeAll(keepingCapacity: true)
      isBlank = true
    }

    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where previous == "\r": break
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}":
        endPiece()
        line += 1
      case "\u{0C}":
        endPiece()
        page += 1
      case "\u{0B}", "\u{1A}", "\u{FEFF}", "\u{200B}", "\0": break
      default:
        current.append(scalar)
        if isBlank, !scalar.properties.isWhitespace { isBlank = false }
      }
      previous = scalar
      if paragraphs.count > Document.mostPieces { return nil }
    }
    endPiece()
    return paragraphs
  }
}
