import DocumentModel
import Extraction
import TestFixtures
import Testing

/// What counts is what one sees on the page.
@Suite struct PDFSeenTests {
  private static let pen = "0 0 0 rg 0 G 1 w\n"
  private static let image = """
    << /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>
    stream
    A
    endstream
    """

  @Test(arguments: PDFPainting.hidden)
  func `nothing is read of`(_ painting: PDFPainting) throws {
    let page = PDFDraft.Page(content: painting.content + painted("看得见", 50, 500))
    #expect(try document(page).paragraphs.map(\.text) == ["看得见"])
  }

  @Test(arguments: PDFPainting.shown)
  func `text is read with`(_ painting: PDFPainting) throws {
    let filler = (0..<8).map { painted("这一页还有许多别的文字", 50, 100 + 20 * $0) }.joined()
    let page = PDFDraft.Page(content: painting.content + filler)
    #expect(try document(page).paragraphs.first?.text == "看得见")
  }

  @Test func `text painted twice counts once, and a figure over another is no figure`() throws {
    let page = PDFDraft.Page(
      content: painted("合计28", 50, 500) + "BT /F 10 Tf 50.3 500.1 Td <\(utf16("合计28"))> Tj ET\n"
        + painted("7", 50, 400) + painted("5", 50, 400))
    #expect(try document(page).paragraphs.map { $0.text.filter { $0 != " " } } == ["合计28", "\u{FFFD}"])
  }

  @Test(arguments: [0, 90, 180, 270])
  func `a page lies as it is turned`(_ turn: Int) throws {
    let page = PDFDraft.Page(content: painted("第一行", 50, 500) + painted("第二行", 50, 480), entries: "/Rotate \(turn)")
    #expect(try document(page).paragraphs.map(\.text) == ["第一行", "第二行"])
  }

  @Test func `a table that lies on its side is read as it is held`() throws {
    // Turned to the left: the first column is at the bottom.
    let grid = """
      100 100 m 100 300 l 150 100 m 150 300 l 200 100 m 200 300 l
      100 100 m 200 100 l 100 200 m 200 200 l 100 300 m 200 300 l S

      """
    func turned(_ text: String, _ x: Int, _ y: Int) -> String {
      "BT /F 10 Tf 0 1 -1 0 \(x) \(y) Tm <\(utf16(text))> Tj ET "
    }
    let words = turned("甲", 120, 110) + turned("12", 120, 210) + turned("乙", 170, 110) + turned("34", 170, 210)
    let document = try document(.init(content: Self.pen + grid + words))
    #expect(document.tables.map { $0.cells.map(\.text) } == [["甲", "12", "乙", "34"]])
  }

  @Test(arguments: PDFPainting.rules)
  func `rules are seen when they are painted as`(_ painting: PDFPainting) throws {
    let words = painted("甲", 110, 425) + painted("1", 170, 425) + painted("乙", 110, 405)
    let table = try #require(try document(.init(content: Self.pen + painting.content + "\n" + words)).tables.first)
    #expect(table.cells.map(\.text) == ["甲", "1", "乙", ""])
  }

  @Test(arguments: PDFPainting.noRules)
  func `no rules of a table are`(_ painting: PDFPainting) throws {
    let words = painted("甲", 110, 425) + painted("1", 170, 425) + painted("乙", 110, 405)
    let document = try document(.init(content: Self.pen + painting.content + "\n" + words))
    #expect(document.tables.isEmpty)
    #expect(document.paragraphs.count == 2)
  }

  @Test func `the filled field of a form is read`() throws {
    let draft = draft(.init(content: painted("申请", 50, 500), entries: "/Annots [13 0 R 15 0 R]"))
    let document = try document(draft)
    #expect(document.paragraphs.map(\.text) == ["申请", "18件"])
  }

  private func document(_ page: PDFDraft.Page) throws -> Document { try document(draft(page)) }

  private func document(_ draft: PDFDraft) throws -> Document {
    guard case .document(let document) = try Extractor().extract(draft.bytes) else {
      return Document(format: .pdf, blocks: [])
    }
    return document
  }

  /// With a picture `/I`, a layer `/L` that is off, one `/K` that is on, the blending of a
  /// highlighter `/M`, almost no opacity `/T`, a group `/G`, and a shading `/S` and pattern `/P` that are dark.
  private func draft(_ page: PDFDraft.Page) -> PDFDraft {
    var draft = PDFDraft(pages: [page])
    let field = PDFDraft.stream(
      painted("18件", 2, 2),
      entries: "/Type /XObject /Subtype /Form /BBox [0 0 100 20] /Resources << /Font << /F 3 0 R >> >>")
    draft.objects = [
      Self.image, "<< /Type /OCG /Name (Off) >>", "<< /Type /OCG /Name (On) >>",
      "<< /Type /Annot /Subtype /Widget /FT /Tx /Rect [50 300 150 320] /AP << /N 14 0 R >> >>", field,
      "<< /Type /Annot /Subtype /Widget /FT /Tx /F 2 /Rect [50 200 150 220] /AP << /N 14 0 R >> >>",
      PDFDraft.stream(
        painted("看不见", 50, 400),
        entries: """
          /Type /XObject /Subtype /Form /BBox [0 0 400 600] /Resources << /Font << /F 3 0 R >> >> \
          /Group << /S /Transparency >>
          """),
    ]
    let shading = """
      << /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 400 0] /Extend [true true] \
      /Function << /FunctionType 2 /Domain [0 1] /C0 [0] /C1 [.2] /N 1 >> >>
      """
    draft.resources = """
      /XObject << /I 10 0 R /G 16 0 R >> /Properties << /L 11 0 R /K 12 0 R >> \
      /ExtGState << /M << /BM /Multiply >> /T << /ca .01 /CA .01 >> >> /Shading << /S \(shading) >> \
      /Pattern << /P << /PatternType 2 /Shading \(shading) >> >>
      """
    draft.catalog = "/OCProperties << /OCGs [11 0 R 12 0 R] /D << /OFF [11 0 R] >> >>"
    return draft
  }
}
