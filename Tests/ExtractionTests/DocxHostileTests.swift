import DocumentModel
import Extraction
import Testing

/// Files that are broken, or made to harm.
@Suite struct DocxHostileTests {
  private static func isUnreadable(_ obstacle: Obstacle?) -> Bool {
    if case .unreadable = obstacle { true } else { false }
  }

  @Test(arguments: [
    "<!DOCTYPE w:document [<!ENTITY a \"字\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>",
    "<!DOCTYPE w:document [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>",
    "<!DOCTYPE w:document SYSTEM \"http://localhost/a.dtd\">",
  ])
  func `a document type is no part of a docx`(_ type: String) throws {
    let docx = DocxBuilder("")
    let text = docx.root("document", "<w:body>\(Word.text("正文"))</w:body>").replacing("?>", with: "?>\(type)")
    #expect(Self.isUnreadable(try FlowReading.obstacle(package(document: text))))
  }

  private func package(document: String) -> [UInt8] {
    StoredZip.bytes([
      (
        "[Content_Types].xml",
        Array(
          """
          <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override \
          PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.\
          document.main+xml"/></Types>
          """.utf8)
      ), ("word/document.xml", Array(document.utf8)),
    ])
  }

  @Test func `elements a hundred thousand deep are too deep`() throws {
    let deep = String(repeating: "<w:sdt><w:sdtContent>", count: 50_000)
    #expect(try FlowReading.obstacle(package(document: deep)) == .tooMuch(.nesting, limit: 256))
  }

  @Test func `tables as deep as the limit allows are read`() throws {
    var table = Word.table(Word.row(Word.cell("底")))
    for _ in 0..<80 { table = Word.table(Word.row(Word.cell(blocks: table))) }
    #expect(try FlowReading.lines(table) == ["底"])
    for _ in 0..<5 { table = Word.table(Word.row(Word.cell(blocks: table))) }
    #expect(try FlowReading.obstacle(DocxBuilder(table).bytes) == .tooMuch(.nesting, limit: 256))
  }

  @Test func `a document cut anywhere is told to be broken`() throws {
    let bytes = DocxBuilder(Word.text("正文") + Word.table(Word.row(Word.cell("甲")))).bytes
    for cut in 1..<40 {
      let obstacle = try FlowReading.obstacle(Array(bytes.prefix(bytes.count * cut / 40)))
      #expect(Self.isUnreadable(obstacle), "cut at \(cut)/40")
    }
  }

  @Test func `a package with any byte changed never stops the reader`() throws {
    let whole = DocxBuilder(Word.text("正文"), styles: DocxHiddenTests.styles).bytes
    let extractor = try Extractor()
    for (place, byte) in whole.enumerated() {
      var bytes = whole
      bytes[place] = ~byte
      guard case .document(let document) = extractor.extract(bytes) else { continue }
      #expect(document.lines == ["正文"], "byte \(place)")
    }
  }

  @Test func `markup with any piece lost never stops the reader`() throws {
    let numbering = """
      <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>\
      <w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
      """
    let item = Word.p(Word.run("项"), properties: "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>")
    let merged = Word.cell("甲", "<w:gridSpan w:val=\"2\"/><w:vMerge w:val=\"restart\"/>")
    let whole = Array((item + Word.table(Word.row(merged), Word.row(merged))).utf8)
    let extractor = try Extractor()
    var read = 0
    for place in 0...(whole.count - 4) {
      var body = whole
      body.removeSubrange(place..<(place + 4))
      let docx = DocxBuilder(String(decoding: body, as: UTF8.self), numbering: numbering)
      if case .document = extractor.extract(docx.bytes) { read += 1 }
    }
    #expect((1..<whole.count).contains(read))
  }

  @Test func `styles based on each other in a ring end somewhere`() throws {
    let styles = """
      <w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>\
      <w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>\
      <w:style w:type="paragraph" w:styleId="S"><w:basedOn w:val="S"/></w:style>
      """
    let body = ["A", "B", "S"].map { Word.p(Word.run($0), properties: "<w:pStyle w:val=\"\($0)\"/>") }.joined()
    #expect(try FlowReading.lines(body, styles: styles) == ["A", "B", "S"])
  }

  @Test func `a chain of a hundred thousand styles is followed in no time`() throws {
    let styles = (0..<10_000).map { number in
      """
      <w:style w:type="paragraph" w:styleId="s\(number)"><w:basedOn w:val="s\(number + 1)"/></w:style>
      """
    }
    let last = "<w:style w:type=\"paragraph\" w:styleId=\"s10000\"><w:rPr><w:vanish/></w:rPr></w:style>"
    let body = Word.p(Word.run("藏"), properties: "<w:pStyle w:val=\"s0\"/>") + Word.text("正文")
    #expect(try FlowReading.lines(body, styles: styles.joined() + last) == ["正文"])
  }

  @Test func `lists that link to each other in a ring have no numbers`() throws {
    let numbering = """
      <w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="S"/></w:abstractNum>\
      <w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="T"/></w:abstractNum>\
      <w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
      """
    let styles = """
      <w:style w:type="numbering" w:styleId="S"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>\
      <w:style w:type="numbering" w:styleId="T"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
      """
    let item = Word.p(Word.run("项"), properties: "<w:numPr><w:numId w:val=\"1\"/></w:numPr>")
    #expect(try FlowReading.lines(item, numbering: numbering, styles: styles) == ["项"])
  }

  @Test func `a part that leads to itself is read once`() throws {
    var docx = DocxBuilder(Word.text("正文") + "<w:sectPr><w:headerReference r:id=\"r1\"/></w:sectPr>")
    docx.parts = [("word/document.xml", "header", "")]
    #expect(throws: Never.self) { try FlowReading.document(docx.bytes) }
  }

  @Test func `numbers as long as a page do not fill the memory`() throws {
    let numbering = """
      <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/>\
      <w:lvlText w:val="\(String(repeating: "字", count: 100_000))"/></w:lvl></w:abstractNum>\
      <w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
      """
    let item = Word.p(Word.run("项"), properties: "<w:numPr><w:numId w:val=\"1\"/></w:numPr>")
    let lines = try FlowReading.lines(String(repeating: item, count: 1000), numbering: numbering)
    #expect(lines.allSatisfy { $0.count <= 300 })
  }

  @Test func `more paragraphs or cells than a document has are too many`() throws {
    let rows = String(repeating: "<w:tr>\(String(repeating: "<w:tc/>", count: 1000))</w:tr>", count: 201)
    #expect(
      try FlowReading.obstacle(DocxBuilder("<w:tbl>\(rows)</w:tbl>").bytes) == .tooLong(lines: Document.mostPieces))
    let paragraphs = String(repeating: "<w:p/>", count: Document.mostPieces + 1)
    #expect(try FlowReading.obstacle(DocxBuilder(paragraphs).bytes) == .tooLong(lines: Document.mostPieces))
  }

  @Test func `names that lead out of the package are names`() throws {
    var docx = DocxBuilder(Word.text("正文"))
    docx.parts = [("../../../etc/passwd", "header", "x"), ("..\\..\\a.xml", "footer", "x")]
    #expect(try FlowReading.document(docx.bytes).lines == ["正文"])
  }

  @Test func `a body that is missing is told`() throws {
    #expect(Self.isUnreadable(try FlowReading.obstacle(package(document: "<a/>"))))
    #expect(Self.isUnreadable(try FlowReading.obstacle(package(document: ""))))
    var docx = DocxBuilder(Word.text("正文"))
    docx.missing = ["word/document.xml"]
    #expect(try FlowReading.obstacle(docx.bytes) != nil)
  }

  @Test func `more than may be unpacked is not`() throws {
    let bytes = DocxBuilder(Word.text(String(repeating: "字", count: 50_000))).bytes
    let limits = DocumentLimits(unpacked: 100_000)
    #expect(try FlowReading.obstacle(bytes, limits: limits) == .tooMuch(.unpacked, limit: 100_000))
    #expect(try FlowReading.obstacle(bytes, limits: DocumentLimits(entries: 3)) == .tooMuch(.entries, limit: 3))
  }
}
