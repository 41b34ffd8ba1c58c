import DocumentModel
import Testing

/// Text boxes, what stands round the text, and how the parts of a package find each other.
@Suite struct DocxPartTests {
  private static func box(_ blocks: String) -> String {
    """
    <w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:docPr id="1" name="b"/><a:graphic>\
    <a:graphicData><wps:wsp><wps:txbx><w:txbxContent>\(blocks)</w:txbxContent></wps:txbx></wps:wsp></a:graphicData>\
    </a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>\(blocks)\
    </w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>
    """
  }

  @Test func `a text box follows the paragraph that it is fixed to, once`() throws {
    let box = Self.box(Word.text("框内") + Word.table(Word.row(Word.cell("1"), Word.cell("2"))))
    let lines = try FlowReading.lines(Word.p(Word.run("前") + box + Word.run("后")) + Word.text("下"))
    #expect(lines == ["前后", "框内", "1 | 2", "下"])
  }

  @Test func `a text box of old is read, and one in a cell is the cell's`() throws {
    let old =
      "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>\(Word.text("框"))</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    let table = Word.table(Word.row(Word.cell(blocks: Word.p(Word.run("7") + old)), Word.cell("8")))
    #expect(try FlowReading.lines(table) == ["7\n框 | 8"])
  }

  @Test func `hidden drawings are not read`() throws {
    let hidden = Self.box(Word.text("藏")).replacing("name=\"b\"", with: "name=\"b\" hidden=\"1\"")
    #expect(try FlowReading.lines(Word.p(Word.run("前") + hidden)) == ["前"])
    let run = "<w:r><w:rPr><w:vanish/></w:rPr>" + Self.box(Word.text("藏")).dropFirst(5)
    #expect(try FlowReading.lines(Word.p(Word.run("前") + run)) == ["前"])
    let shape = """
      <w:r><w:pict><v:shape style="visibility: hidden"><v:textbox><w:txbxContent>\(Word.text("藏"))</w:txbxContent>\
      </v:textbox></v:shape></w:pict></w:r>
      """
    #expect(try FlowReading.lines(Word.p(Word.run("前") + shape)) == ["前"])
  }

  @Test func `headers, footers and notes stand in the margins, each once`() throws {
    var docx = DocxBuilder(
      Word.p(Word.run("正文"), properties: "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"r1\"/></w:sectPr>")
        + """
        <w:sectPr><w:headerReference w:type="default" r:id="r1"/><w:footerReference w:type="even" r:id="r2"/>\
        <w:footerReference w:type="first" r:id="r77"/></w:sectPr>
        """)
    docx.parts = [
      ("word/header1.xml", "header", docx.root("hdr", Word.text("内部资料") + Word.table(Word.row(Word.cell("文号"))))),
      ("word/footer1.xml", "footer", docx.root("ftr", Word.text("— 1 —"))),
      (
        "word/footnotes.xml", "footnotes",
        docx.root(
          "footnotes",
          """
          <w:footnote w:type="separator" w:id="-1">\(Word.p("<w:r><w:separator/></w:r>"))</w:footnote>\
          <w:footnote w:id="2">\(Word.text("含市级转办件"))</w:footnote>
          """)
      ),
      ("word/comments.xml", "comments", docx.root("comments", "<w:comment>\(Word.text("请核实"))</w:comment>")),
      ("word/header9.xml", "header", docx.root("hdr", Word.text("没有用到"))),
    ]
    let document = try FlowReading.document(docx.bytes)
    #expect(document.lines == ["正文"])
    #expect(document.margins.map(\.text) == ["内部资料", "文号", "— 1 —", "含市级转办件"])
  }

  @Test(arguments: [("  王 小明\n", "王 小明"), (" ", nil), ("", nil)])
  func `the author is who the properties say`(_ creator: String, _ author: String?) throws {
    var docx = DocxBuilder(Word.text("正文"))
    docx.parts = [
      (
        "docProps/core.xml", "core-properties",
        """
        <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
        xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>\(creator)</dc:creator></cp:coreProperties>
        """
      )
    ]
    #expect(try FlowReading.document(docx.bytes).author == author)
  }

  @Test func `broken properties hide the author only`() throws {
    var docx = DocxBuilder(Word.text("正文"))
    docx.parts = [("docProps/core.xml", "core-properties", "<cp:broken")]
    #expect(try FlowReading.document(docx.bytes).author == nil)
  }

  @Test func `the document is where the package says, whatever it is called`() throws {
    var docx = DocxBuilder(Word.text("正文"), styles: DocxHiddenTests.styles)
    docx.mainPart = "文档/document2.xml"
    docx.contentType = "application/vnd.ms-word.document.macroEnabled.main+xml"
    #expect(try FlowReading.document(docx.bytes).lines == ["正文"])
  }

  @Test func `strict documents read as transitional ones`() throws {
    var docx = DocxBuilder(
      Word.p(Word.run("甲"), properties: "<w:pStyle w:val=\"P\"/>") + Word.text("乙"), styles: DocxHiddenTests.styles)
    docx.namespace = DocxBuilder.strict
    docx.relationshipFamily = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    #expect(try FlowReading.document(docx.bytes).lines == ["乙"])
  }

  @Test(arguments: ["word/styles.xml", "word/numbering.xml", "word/_rels/document.xml.rels", "_rels/.rels"])
  func `a document without a part that it should have is read without it`(_ part: String) throws {
    var docx = DocxBuilder(Word.text("正文"), numbering: "", styles: "")
    docx.missing = [part]
    #expect(try FlowReading.document(docx.bytes).lines == ["正文"])
  }

  @Test func `pictures without text are no text`() throws {
    let picture = "<w:r><w:drawing><wp:inline><a:graphic><a:blip/></a:graphic></wp:inline></w:drawing></w:r>"
    #expect(try FlowReading.obstacle(DocxBuilder(Word.p(picture) + Word.p(picture)).bytes) == .noTextLayer(pages: 2))
    #expect(try FlowReading.obstacle(DocxBuilder(Word.p("")).bytes) == .empty)
    #expect(try FlowReading.lines(Word.p(picture) + Word.text("字")) == ["字"])
  }
}
