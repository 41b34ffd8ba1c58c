import CPoppler
import DocumentModel
import PageLayout

/// A PDF in memory, read page by page through poppler.
@safe
struct PDFFile: ~Copyable {
  private let document: OpaquePointer
  /// Poppler reads out of them as long as the document is open.
  private let bytes: UnsafeMutableBufferPointer<UInt8>

  /// - Throws: ``Obstacle/encrypted`` or ``Obstacle/unreadable(detail:)``.
  init(_ source: [UInt8]) throws(Obstacle) {
    let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, source.count))
    _ = unsafe bytes.initialize(from: source)
    var opening = CPOPPLER_BROKEN
    guard let document = unsafe cpoppler_open(bytes.baseAddress, source.count, &opening) else {
      unsafe bytes.deallocate()
      if opening == CPOPPLER_ENCRYPTED { throw .encrypted }
      throw .unreadable(detail: "the PDF is broken: no pages can be found in it")
    }
    unsafe self.document = document
    unsafe self.bytes = unsafe bytes
  }

  deinit {
    unsafe cpoppler_close(document)
    unsafe bytes.deallocate()
  }

  /// Opens what poppler needs of the file system later, once for the process.
  ///
  /// - Throws: ``ExtractionSetupError`` when the maps are missing by which Chinese text is read in fonts that a file
  ///   names without holding them.
  static func prepare() throws(ExtractionSetupError) {
    guard cpoppler_prepare() else {
      throw ExtractionSetupError(
        description: "the character maps of Chinese fonts are missing; install poppler-data (Debian: poppler-data)")
    }
  }

  /// As many as the file claims to have.
  var pageCount: Int { unsafe Int(cpoppler_page_count(document)) }

  /// The author by the file's properties.
  var author: String? {
    var count = 0
    guard let text = unsafe cpoppler_author(document, &count) else { return nil }
    return PDFText.decode(unsafe UnsafeBufferPointer(start: text, count: count).map { $0 })
  }

  /// What the document is called by the file's properties.
  var title: String? {
    var count = 0
    guard let text = unsafe cpoppler_title(document, &count) else { return nil }
    return PDFText.decode(unsafe UnsafeBufferPointer(start: text, count: count).map { $0 })
  }

  /// What is seen on a page, counted from one; `nil` when there is no such page.
  func page(_ number: Int, mostGlyphs: Int) -> PDFPage? {
    var page = unsafe cpoppler_page()
    guard unsafe cpoppler_read_page(document, Int32(clamping: number), max(0, mostGlyphs), &page) else { return nil }
    return unsafe PDFPage(page, number: number)
  }
}

/// A page, and what there is on it besides text.
struct PDFPage {
  var content: PositionedPage
  var pictures: Int
  /// The part of the page that pictures take, 0 to 1.
  var pictureShare: Double
  /// Painted shapes with curves.
  var shapes: Int
  var isOverfull: Bool
}

extension PDFPage {
  fileprivate init(_ page: cpoppler_page, number: Int) {
    let text = unsafe UnsafeBufferPointer(start: page.text, count: page.text_count)
    let glyphs = unsafe UnsafeBufferPointer(start: page.glyphs, count: page.glyph_count)
    let lines = unsafe UnsafeBufferPointer(start: page.lines, count: page.line_count)
    content = PositionedPage(
      number: number, width: unsafe page.width, height: unsafe page.height,
      glyphs: unsafe glyphs.map { glyph in
        let codes = unsafe UnsafeBufferPointer(rebasing: text.dropFirst(Int(glyph.text)).prefix(Int(glyph.text_count)))
        return Glyph(
          text: unsafe PDFText.characters(codes),
          box: Box(left: glyph.left, top: glyph.top, right: glyph.right, bottom: glyph.bottom),
          turn: Glyph.Turn(rawValue: Int(glyph.turn)) ?? .none, isPale: glyph.is_pale)
      },
      lines: unsafe lines.map { line in
        RuledLine(
          axis: line.is_vertical ? .vertical : .horizontal, position: line.position, start: line.start, end: line.end)
      })
    pictures = unsafe Int(clamping: page.pictures)
    pictureShare = unsafe page.picture_share
    shapes = unsafe Int(clamping: page.shapes)
    isOverfull = unsafe page.is_overfull
  }
}
