import DocumentModel

/// Reads a page saved in one file: a message of MIME whose root is the page (RFC 2557).
enum MHTMLReader {
  static func read(
    _ bytes: [UInt8], limits: DocumentLimits, gb18030: borrowing GB18030Decoder
  ) throws(Obstacle) -> Document {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let message = MIMEPart(bytes[start...].drop { $0 <= 0x20 })
    var partsLeft = limits.entries
    guard let page = try page(in: message, depth: 0, limits, &partsLeft) else {
      throw .unsupportedFormat(found: "不含网页的 mht 文件")
    }
    return try HTMLReader.read(page.content, charset: page.parameter("charset"), limits: limits, gb18030: gb18030)
  }

  /// Related parts inside alternatives, one or two levels, are all that is ever met.
  private static let deepest = 8

  /// The page of a message: the part that it names as its root, or the first that is a page.
  private static func page(
    in part: MIMEPart, depth: Int, _ limits: DocumentLimits, _ partsLeft: inout Int
  ) throws(Obstacle) -> MIMEPart? {
    guard part.type.hasPrefix("multipart/") else { return isPage(part) ? part : nil }
    guard depth < deepest else { throw .tooMuch(.nesting, limit: deepest) }
    guard let bodies = part.parts(atMost: partsLeft) else { throw .tooMuch(.entries, limit: limits.entries) }
    partsLeft -= bodies.count
    let parts = bodies.map(MIMEPart.init)
    let root = part.parameter("start")
    let named = parts.firstIndex { root != nil && $0.fields["content-id"] == root }
    let order = [named].compactMap(\.self) + parts.indices.filter { $0 != named }
    for candidate in order.lazy.map({ parts[$0] }) {
      if let page = try page(in: candidate, depth: depth + 1, limits, &partsLeft) { return page }
    }
    return nil
  }

  private static func isPage(_ part: MIMEPart) -> Bool {
    part.type == "text/html" || part.type == "application/xhtml+xml"
  }
}
