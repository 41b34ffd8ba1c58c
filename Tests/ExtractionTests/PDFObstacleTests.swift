import DocumentModel
import Extraction
import Foundation
import TestFixtures
import Testing

@Suite struct PDFObstacleTests {
  @Test func `a scan is told by its pages`() throws {
    let extract = try Extractor().extract(try Corpus.bytes("qinghe-2024.scan.pdf"))
    #expect(extract == .obstacle(.noTextLayer(pages: 4)))
  }

  @Test func `a page number or the mark of a scanner is not the text of a scan`() throws {
    let content = "q 400 0 0 600 0 0 cm /I Do Q " + painted("全能扫描 创建", 100, 10)
    var draft = PDFDraft(pages: [.init(content: content), .init(content: content)])
    draft.objects = [
      PDFDraft.stream(
        "A", entries: "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8")
    ]
    draft.resources = "/XObject << /I 10 0 R >>"
    #expect(try Extractor().extract(draft.bytes) == .obstacle(.noTextLayer(pages: 2)))
  }

  @Test func `letters that have been turned into outlines are no text`() throws {
    let outlines = String(repeating: "100 100 m 120 100 130 110 130 130 c 100 130 l f\n", count: 40)
    #expect(
      try Extractor().extract(PDFDraft(pages: [.init(content: outlines)]).bytes) == .obstacle(.noTextLayer(pages: 1)))
  }

  @Test func `a page with nothing on it is empty`() throws {
    #expect(try Extractor().extract(PDFDraft(pages: [.init(content: "")]).bytes) == .obstacle(.empty))
  }

  @Test(arguments: ["", "\n", "<< /Type /Catalog >>", "1 0 obj << /Pages 1 0 R >> endobj trailer << /Root 1 0 R >>"])
  func `what only begins like a PDF is broken`(_ rest: String) throws {
    guard case .obstacle(.unreadable) = try Extractor().extract(Array("%PDF-1.4\n\(rest)".utf8)) else {
      Issue.record("not told")
      return
    }
  }

  @Test func `a tree of pages that holds itself ends`() throws {
    let bytes = PDFDraft.file([
      (1, "<< /Type /Catalog /Pages 2 0 R >>"),
      (2, "<< /Type /Pages /Kids [ 3 0 R 2 0 R ] /Count 4 >>"),
      (3, "<< /Type /Pages /Parent 2 0 R /Kids [ 2 0 R ] /Count 2 >>"),
      (4, "null"), (5, "null"),
    ])
    guard case .obstacle(.unreadable) = try Extractor().extract(bytes) else {
      Issue.record("not told")
      return
    }
  }

  @Test func `a document of too many pages is told before its pages are read`() throws {
    let draft = PDFDraft(pages: Array(repeating: .init(content: ""), count: 10_000))
    #expect(try Extractor().extract(draft.bytes) == .obstacle(.tooMuch(.pages, limit: 1_000)))
  }

  @Test func `a form that paints itself ends`() throws {
    var draft = PDFDraft(pages: [.init(content: "/X Do " + painted("正文", 50, 500))])
    draft.resources = "/XObject << /X 10 0 R >>"
    draft.objects = [
      PDFDraft.stream(
        "/X Do /X Do",
        entries: "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 10 0 R >> >>")
    ]
    guard case .document(let document) = try Extractor().extract(draft.bytes) else {
      Issue.record("not read")
      return
    }
    #expect(document.paragraphs.map(\.text) == ["正文"])
  }

  @Test(arguments: PDFEncrypted.files)
  func `a file is read without asking only when its password is empty`(_ file: PDFEncrypted) throws {
    let extract = try Extractor().extract(try #require(Data(base64Encoded: file.base64)).map { $0 })
    guard file.isOpen else {
      #expect(extract == .obstacle(.encrypted))
      return
    }
    guard case .document(let document) = extract else {
      Issue.record("read as \(extract)")
      return
    }
    #expect(document.paragraphs.map(\.text) == ["Report 2024"])
  }

  @Test(arguments: [
    ("(Li Ming)", "Li Ming"), ("<FEFF674E660E>", "李明"), ("<EFBBBFE69D8EE6988E>", "李明"), ("<C0EEC3F7>", nil),
    ("()", nil),
    ("[]", nil),
  ])
  func `the author is told where its encoding is`(_ author: String, _ expected: String?) throws {
    var draft = PDFDraft(pages: [.init(content: painted("正文", 50, 500))])
    draft.objects = ["<< /Author \(author) >>"]
    draft.trailer = "/Info 10 0 R"
    guard case .document(let document) = try Extractor().extract(draft.bytes) else {
      Issue.record("not read")
      return
    }
    #expect(document.author == expected)
  }
}
