import DocumentModel

/// Reads a page saved in one file: a message of MIME whose root is the page (RFC 2557).
enum MHTMLReader {
  static func read(
    _ bytes: [UInt8], limits: DocumentLimits, gb18030: borrowing GB18030Decoder
  ) throws(Obstacle) -> Document {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let message = MIMEPart(bytes[start...].drop { $0 <= 0x20 })
    var partsLeft = limits.entries
    var pages: [MIMEPart] = []
    try collectPages(in: message, depth: 0, limits, &partsLeft, &pages)
    guard let page = pages.first else { throw .unsupportedFormat(found: "不含网页的 mht 文件") }
    var frames = PageFrames(pages: Array(pages.dropFirst()), limits: limits)
    return try frames.document(of: page, depth: 0) { part throws(Obstacle) in
      try HTMLReader.read(part.content, charset: part.parameter("charset"), limits: limits, gb18030: gb18030)
    }
  }

  /// Related parts inside alternatives, one or two levels, are all that is ever met.
  private static let deepest = 8

  /// The pages of a message: the part that it names as its root, or else the first, then all others.
  private static func collectPages(
    in part: MIMEPart, depth: Int, _ limits: DocumentLimits, _ partsLeft: inout Int, _ pages: inout [MIMEPart]
  ) throws(Obstacle) {
    guard part.type.hasPrefix("multipart/") else {
      if isPage(part) { pages.append(part) }
      return
    }
    guard depth < deepest else { throw .tooMuch(.nesting, limit: deepest) }
    guard let bodies = part.parts(atMost: partsLeft) else { throw .tooMuch(.entries, limit: limits.entries) }
    partsLeft -= bodies.count
    let parts = bodies.map(MIMEPart.init)
    let root = part.parameter("start")
    let named = parts.firstIndex { root != nil && $0.fields["content-id"] == root }
    let order = [named].compactMap(\.self) + parts.indices.filter { $0 != named }
    for index in order { try collectPages(in: parts[index], depth: depth + 1, limits, &partsLeft, &pages) }
  }

  private static func isPage(_ part: MIMEPart) -> Bool {
    part.type == "text/html" || part.type == "application/xhtml+xml"
  }
}
