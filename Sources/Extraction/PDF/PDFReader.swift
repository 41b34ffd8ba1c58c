import DocumentModel
import PageLayout

/// Reads PDF by what is seen on its pages: lines and tables are told by the places of characters and rules, never by
/// the order in which the file paints them.
enum PDFReader {
  /// Characters that a document may have. A report has some ten thousand.
  private static let mostGlyphs = 500_000

  static func read(_ bytes: [UInt8], limits: DocumentLimits) throws(Obstacle) -> Document {
    let start = FileSignature.pdfStart(in: bytes) ?? 0
    let file = try PDFFile(start == 0 ? bytes : Array(bytes[start...]))
    guard file.pageCount <= limits.pages else { throw .tooMuch(.pages, limit: limits.pages) }
    let pages = try pages(of: file)
    if let pictures = picturePages(pages) { throw .noTextLayer(pages: pictures) }
    let laidOut = PageLayout.document(of: pages.map(\.content))
    guard !laidOut.blocks.isEmpty || !laidOut.margins.isEmpty else { throw .empty }
    guard laidOut.pieceCount <= Document.mostPieces else { throw .tooLong(lines: Document.mostPieces) }
    return Document(
      format: .pdf, blocks: laidOut.blocks, margins: laidOut.margins, author: file.author, title: file.title)
  }

  private static func pages(of file: borrowing PDFFile) throws(Obstacle) -> [PDFPage] {
    var pages: [PDFPage] = []
    var glyphsLeft = mostGlyphs
    for number in 1...max(1, file.pageCount) {
      // A page that is counted and not there does no harm: viewers pass over it too.
      guard let page = file.page(number, mostGlyphs: glyphsLeft) else { continue }
      if page.isOverfull { throw .tooLong(lines: Document.mostPieces) }
      glyphsLeft -= page.content.glyphs.count
      pages.append(page)
    }
    if pages.isEmpty { throw .unreadable(detail: "none of its \(file.pageCount) pages can be read") }
    return pages
  }

  /// How many pages are pictures, if that is all there is to see: the pages of a scan, or letters turned into outlines.
  private static func picturePages(_ pages: [PDFPage]) -> Int? {
    let seen = pages.filter { !$0.isBlank }
    guard !seen.isEmpty, seen.allSatisfy(\.isPicture) else { return nil }
    return seen.count
  }
}

extension PDFPage {
  var isBlank: Bool { content.glyphs.isEmpty && pictures == 0 && shapes < Self.outlines }

  /// A page number or the mark of a scanning program is not the text of a page that is a picture.
  var isPicture: Bool {
    if content.glyphs.isEmpty { return pictures > 0 || shapes >= Self.outlines }
    return pictureShare >= 0.5 && content.glyphs.count <= 40
  }

  /// Shapes with curves, from which on they may be letters.
  private static let outlines = 20
}
