import DocumentModel
import Extraction
import TestFixtures
import Testing

/// Word documents in one file of XML (Flat OPC): read as the docx that they are.
@Suite struct DocxFlatTests {
  /// A document that needs its other parts.
  private static var docx: DocxBuilder {
    var docx = DocxBuilder(
      Word.p(Word.run("项"), properties: "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>")
        + Word.p(Word.run("藏"), properties: "<w:pStyle w:val=\"P\"/>") + Word.text("甲 &lt;b&amp;")
        + "<w:tbl><w:tblPr><w:tblStyle w:val=\"S\"/></w:tblPr>"
        + Word.row(Word.cell(blocks: Word.p(Word.run("9", properties: "<w:color w:val=\"FFFFFF\"/>")))) + "</w:tbl>"
        + "<w:sectPr><w:headerReference r:id=\"r3\"/></w:sectPr>",
      numbering: """
        <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>\
        <w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
        """,
      styles: DocxHiddenTests.styles + """
        <w:style w:type="table" w:styleId="S"><w:tblStylePr><w:tcPr><w:shd w:val="clear" w:fill="003366"/></w:tcPr>\
        </w:tblStylePr></w:style>
        """)
    docx.parts = [
      ("word/header1.xml", "header", docx.root("hdr", Word.text("页眉"))),
      (
        "docProps/core.xml", "core-properties",
        """
        <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
        xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>王小明</dc:creator></cp:coreProperties>
        """
      ),
    ]
    return docx
  }

  @Test func `a document is the same in one file as in a package`() throws {
    let document = try FlowReading.document(Self.docx.bytes)
    #expect(document.lines == ["1.项", "甲 <b&", "9"])
    #expect(document.margins.map(\.text) == ["页眉"])
    #expect(document.author == "王小明")
    #expect(try FlowReading.document(Self.docx.flat().bytes) == document)
    let parts: Set = ["word/document.xml", "word/styles.xml", "_rels/.rels", "word/_rels/document.xml.rels"]
    #expect(try FlowReading.document(Self.docx.flat(inBase64: parts).bytes) == document)
  }

  @Test(arguments: [
    "", "<?xml version=\"1.0\"?>", "\u{FEFF}<?xml version=\"1.0\"?>\r\n<!-- a > b --><?mso-application progid='x'?>\n",
  ])
  func `it is told by its root, whatever stands before`(_ prolog: String) throws {
    var flat = Self.docx.flat()
    flat.prolog = prolog
    #expect(try FlowReading.document(flat.bytes).lines.first == "1.项")
    // The prefix is the author's choice.
    let other = flat.text.replacing("pkg:", with: "").replacing("xmlns:pkg", with: "xmlns")
    #expect(try FlowReading.document(Array(other.utf8)).lines.first == "1.项")
  }

  @Test func `it is read in either UTF-16`() throws {
    var flat = Self.docx.flat()
    flat.prolog = "\u{FEFF}<?xml version=\"1.0\" encoding=\"UTF-16\"?>\n<?mso-application progid=\"Word.Document\"?>"
    let units = Array(flat.text.utf16)
    let document = try FlowReading.document(Self.docx.bytes)
    #expect(try FlowReading.document(units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) == document)
    #expect(try FlowReading.document(units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }) == document)
  }

  @Test func `what Word 2003 saved is no package, even if it speaks of one`() throws {
    let text = """
      <?xml version='1.0'?><?mso-application progid='Word.Document'?>\
      <!-- <pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"> --><w:wordDocument/>
      """
    #expect(try Extractor().extract(Array(text.utf8)) == .needsConversion(from: .doc))
  }

  @Test func `slides in one file are called by their name`() throws {
    var docx = Self.docx
    docx.contentType = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
    #expect(try FlowReading.obstacle(docx.flat().bytes) == .unsupportedFormat(found: "pptx 演示文稿"))
  }

  @Test func `a part says pages and looks for itself only`() throws {
    var docx = DocxBuilder(Word.text("正文") + "<w:sectPr><w:headerReference r:id=\"r1\"/></w:sectPr>")
    docx.parts = [("word/header1.xml", "header", docx.root("hdr", Word.p("<w:r><w:lastRenderedPageBreak/></w:r>")))]
    #expect(try FlowReading.document(docx.flat().bytes).paragraphs.first?.place.page == nil)
  }

  @Test func `files inside are read from base64, and told where they are markup`() throws {
    var docx = DocxBuilder(Word.text("前") + "<w:altChunk r:id=\"r1\"/>" + Word.text("后"))
    docx.parts = [("word/chunk.html", "aFChunk", "<html><body><p>块</p></body></html>")]
    let read = try FlowReading.document(docx.flat(inBase64: ["word/chunk.html"]).bytes)
    #expect(read.lines == ["前", "块", "后"])
    let told = try FlowReading.document(docx.flat().bytes)
    #expect(told.lines == ["前", "后"])
    #expect(told.unread == [UnreadPart(kind: .embeddedFile, name: "chunk.html")])
  }

  // MARK: Limits

  @Test func `elements are as deep as they may be in a package, and no deeper`() throws {
    var table = Word.table(Word.row(Word.cell("底")))
    for _ in 0..<80 { table = Word.table(Word.row(Word.cell(blocks: table))) }
    #expect(try FlowReading.document(DocxBuilder(table).flat().bytes).lines == ["底"])
    for _ in 0..<5 { table = Word.table(Word.row(Word.cell(blocks: table))) }
    #expect(try FlowReading.obstacle(DocxBuilder(table).flat().bytes) == .tooMuch(.nesting, limit: 256))
  }

  @Test func `more parts or bytes than a package may have are too many`() throws {
    let bytes = Self.docx.flat().bytes
    #expect(try FlowReading.obstacle(bytes, limits: DocumentLimits(entries: 3)) == .tooMuch(.entries, limit: 3))
    let limits = DocumentLimits(unpacked: bytes.count - 1)
    #expect(try FlowReading.obstacle(bytes, limits: limits) == .tooMuch(.unpacked, limit: bytes.count - 1))
    // What is decoded counts as well.
    let packed = Self.docx.flat(inBase64: ["word/document.xml"]).bytes
    #expect(
      try FlowReading.obstacle(packed, limits: DocumentLimits(unpacked: packed.count + 1))
        == .tooMuch(.unpacked, limit: packed.count + 1))
  }

  @Test func `a file cut anywhere is told to be broken`() throws {
    let bytes = Self.docx.flat().bytes
    for cut in 4..<40 {
      let obstacle = try FlowReading.obstacle(Array(bytes.prefix(bytes.count * cut / 40)))
      guard case .unreadable = obstacle else {
        Issue.record("cut at \(cut)/40: \(String(describing: obstacle))")
        continue
      }
    }
  }

  @Test(arguments: [
    "<pkg:part/>", "<pkg:part pkg:name=\"/word/document.xml\"/>", "<pkg:part pkg:name=\"/\"><a/></pkg:part>", "",
  ])
  func `a package without a document is told`(_ parts: String) throws {
    var flat = FlatPackage([])
    flat.prolog = ""
    let text = flat.text.replacing("</pkg:package>", with: parts + "</pkg:package>")
    guard case .unreadable = try FlowReading.obstacle(Array(text.utf8)) else {
      Issue.record("\(parts)")
      return
    }
  }

  @Test func `a document type is no part of it`() throws {
    var flat = Self.docx.flat()
    flat.prolog = "<?xml version=\"1.0\"?><!DOCTYPE pkg:package [<!ENTITY a \"字\">]>"
    #expect(try FlowReading.obstacle(flat.bytes) != nil)
  }
}
