import DocumentModel
import Markup

/// Reads a page of a web site, or what a word processor saved as one.
enum HTMLReader {
  static func read(
    _ bytes: [UInt8], limits: DocumentLimits, gb18030: borrowing GB18030Decoder
  ) throws(Obstacle) -> Document {
    try read(bytes, charset: nil, limits: limits, gb18030: gb18030)
  }

  /// - Parameters:
  ///   - bytes: The page.
  ///   - charset: What was said of its encoding from outside.
  ///   - limits: How much is read.
  ///   - gb18030: The decoder for Chinese.
  /// - Returns: The page's paragraphs and tables.
  /// - Throws: ``Obstacle/empty`` for a page without text, ``Obstacle/noTextLayer(pages:)`` when there are pictures.
  static func read(
    _ bytes: [UInt8], charset: String?, limits: DocumentLimits, gb18030: borrowing GB18030Decoder
  ) throws(Obstacle) -> Document {
    guard let text = PageCharset.decode(bytes, declared: charset, gb18030: gb18030) else {
      throw .unreadable(detail: "the page is text in none of UTF-8, UTF-16 and GB18030")
    }
    let tree = try Obstacle.from { () throws(MarkupError) in
      try MarkupTree.read(html: text, depth: limits.nesting)
    }
    let page = PageTree(tree)
    let facts = PageFacts(page)
    var reader = try reader(of: page, facts, skipsFurniture: true)
    // A page that is nothing but its site's parts is shown as it is.
    if reader.blocks.isEmpty { reader = try self.reader(of: page, facts, skipsFurniture: false) }
    let frames = facts.amounts[0].grids == 0 ? page.frames : []
    if reader.blocks.isEmpty, !frames.isEmpty { throw .unreadParts(frames) }
    if reader.blocks.isEmpty { throw facts.amounts[0].pictures > 0 ? .noTextLayer(pages: 1) : .empty }
    return Document(
      format: .html, blocks: reader.blocks, margins: reader.margins, author: PageProperties.author(of: page, text),
      title: PageProperties.title(of: page),
      unread: frames)
  }

  /// A reader that has read the page.
  private static func reader(
    of page: PageTree, _ facts: PageFacts, skipsFurniture: Bool
  ) throws(Obstacle) -> PageReader {
    var reader = PageReader(page, facts, skipsFurniture: skipsFurniture)
    reader.read()
    if let obstacle = reader.obstacle { throw obstacle }
    return reader
  }
}
