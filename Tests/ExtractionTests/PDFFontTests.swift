import DocumentModel
import Extraction
import TestFixtures
import Testing

@Suite struct PDFFontTests {
  /// A font that is not in the file, with the encodings that are known by their names.
  private static func named(_ encoding: String) -> String {
    PDFDraft.songti.replacing("UniGB-UCS2-H", with: encoding)
  }

  /// The character 第 and what stands for it in some font of one byte.
  private static func subset(_ toUnicode: String) -> String {
    "<< /Type /Font /Subtype /TrueType /BaseFont /AAAAAA+Song /FirstChar 1 /LastChar 4 /Widths [1000 1000 1000 500] \(toUnicode) >>"
  }

  @Test(arguments: [
    ("UniGB-UCS2-H", utf16("年度报告12")), ("UniGB-UTF16-H", utf16("年度报告12")),
    ("GBK-EUC-H", "C4EAB6C8B1A8B8E63132"), ("GBKp-EUC-H", "C4EAB6C8B1A8B8E63132"), ("GB-EUC-H", "C4EAB6C8B1A8B8E63132"),
  ])
  func `text in a font that is not in the file is read by the name of its encoding`(
    _ encoding: String, _ codes: String
  ) throws {
    let draft = PDFDraft(
      pages: [.init(content: "BT /F 10 Tf 50 500 Td <\(codes)> Tj ET")], font: Self.named(encoding))
    // Some of these encodings know digits as wide as ideographs only.
    let text = try lines(draft).map { $0.replacing("１", with: "1").replacing("２", with: "2") }
    #expect(text == ["年度报告12"])
  }

  @Test func `a vertical font is set one character below the other`() throws {
    let draft = PDFDraft(
      pages: [.init(content: "BT /F 10 Tf 200 500 Td <\(utf16("年度报告"))> Tj ET")], font: Self.named("UniGB-UCS2-V"))
    #expect(try lines(draft) == ["年", "度", "报", "告"])
  }

  @Test func `a subset is read by its own map, and ligatures are all their letters`() throws {
    let map = """
      /CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def 1 begincodespacerange <00> <FF> \
      endcodespacerange 3 beginbfchar <01> <5E74> <02> <5EA6> <03> <00660069> endbfchar endcmap end end
      """
    var draft = PDFDraft(pages: [.init(content: "BT /F 10 Tf 50 500 Td <010203> Tj ET")])
    draft.objects = [PDFDraft.stream(map)]
    draft.font = Self.subset("/ToUnicode 10 0 R")
    #expect(try lines(draft) == ["年度fi"])
  }

  @Test func `characters that no map knows are shown as lost`() throws {
    let draft = PDFDraft(
      pages: [.init(content: "BT /F 10 Tf 50 500 Td <01020304> Tj ET")],
      font: Self.subset("/Encoding << /Differences [1 /g1 /g2 /g3 /g4] >>"))
    #expect(try lines(draft) == ["\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"])
  }

  @Test(arguments: ["0 0 60 70", "0 0 0 0", "0 0 1 1"])
  func `a font made of drawings has units of its own`(_ box: String) throws {
    let glyph = PDFDraft.stream("60 0 0 0 60 70 d1 0 0 60 70 re f")
    let font = """
      << /Type /Font /Subtype /Type3 /FontBBox [\(box)] /FontMatrix [0.01 0 0 0.01 0 0] /FirstChar 49 /LastChar 51 \
      /Widths [60 60 60] /CharProcs << /one 10 0 R /two 10 0 R /three 10 0 R >> \
      /Encoding << /Differences [49 /one /two /three] >> >>
      """
    var draft = PDFDraft(
      pages: [.init(content: "BT /F 10 Tf 50 500 Td (12) Tj 0 -14 Td (3) Tj ET")], font: font)
    draft.objects = [glyph]
    #expect(try lines(draft) == ["12", "3"])
  }

  private func lines(_ draft: PDFDraft) throws -> [String] {
    guard case .document(let document) = try Extractor().extract(draft.bytes) else { return [] }
    return document.paragraphs.map { String($0.text.drop { $0 == " " }) }
  }
}
