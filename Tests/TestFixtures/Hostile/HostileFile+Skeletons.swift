/// The least that makes a file one of its format.
extension HostileFile {
  // MARK: docx (ECMA-376)

  private static let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  static let documentHead = #"<w:document xmlns:w="\#(word)"><w:body><w:p><w:r><w:t>"#

  static func document(_ text: String) -> String {
    "\(documentHead)\(text)</w:t></w:r></w:p></w:body></w:document>"
  }

  static func docx(_ part: PackedFile.Part) -> PackedFile {
    PackedFile([
      "[Content_Types].xml": """
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" \
      ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override \
      PartName="/word/document.xml" \
      ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>
      """,
      "_rels/.rels": """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" \
      Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" \
      Target="word/document.xml"/></Relationships>
      """,
    ]).adding(part)
  }

  /// A document with a declaration before it and something between two paragraphs.
  static func documentOf(_ declaration: String, _ text: String, around inner: String = "") -> PackedFile {
    let words = document(text + "</w:t></w:r></w:p>" + inner + "<w:p><w:r><w:t>完")
    return docx(.init("word/document.xml", (declaration + words).utf8))
  }

  static func documentOf(_ declaration: String, _ text: String) -> PackedFile {
    documentOf(declaration, text, around: "")
  }

  // MARK: odt (OpenDocument 1.3)

  private static let openDocument = "urn:oasis:names:tc:opendocument:xmlns"
  static let contentHead = """
    <office:document-content xmlns:office="\(openDocument):office:1.0" xmlns:text="\(openDocument):text:1.0" \
    xmlns:table="\(openDocument):table:1.0"><office:body><office:text><text:p>
    """

  static func odt(_ part: PackedFile.Part) -> PackedFile {
    PackedFile([
      "mimetype": "application/vnd.oasis.opendocument.text",
      "META-INF/manifest.xml": """
      <manifest:manifest xmlns:manifest="\(openDocument):manifest:1.0"><manifest:file-entry \
      manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/></manifest:manifest>
      """,
    ]).adding(part)
  }

  static func contentOf(_ declaration: String, _ text: String) -> PackedFile {
    let end = "</text:p></office:text></office:body></office:document-content>"
    return odt(.init("content.xml", (declaration + contentHead + text + end).utf8))
  }

  // MARK: ofd (GB/T 33190)

  private static let fixedLayout = #"xmlns:ofd="http://www.ofdspec.org/2016""#
  static let pageHead = """
    <ofd:Page \(fixedLayout)><ofd:Content><ofd:Layer ID="3"><ofd:TextObject ID="4" Boundary="10 10 100 10" Font="1" \
    Size="4"><ofd:TextCode X="0" Y="4">
    """

  static func ofd(_ part: PackedFile.Part) -> PackedFile {
    PackedFile([
      "OFD.xml": """
      <ofd:OFD \(fixedLayout) Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo/><ofd:DocRoot>Doc_0/Document.xml\
      </ofd:DocRoot></ofd:DocBody></ofd:OFD>
      """,
      "Doc_0/Document.xml": """
      <ofd:Document \(fixedLayout)><ofd:CommonData><ofd:MaxUnitID>9</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>\
      0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:TemplatePage ID="2" BaseLoc="Pages/Page_0/Content.xml"/>\
      </ofd:CommonData><ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages></ofd:Document>
      """,
    ]).adding(part)
  }

  static func page(_ declaration: String, _ inner: String) -> String {
    "\(declaration)\(pageHead)字</ofd:TextCode></ofd:TextObject>\(inner)</ofd:Layer></ofd:Content></ofd:Page>"
  }

  static func pageOf(_ declaration: String, _ text: String) -> PackedFile {
    let page = "\(declaration)\(pageHead)\(text)</ofd:TextCode></ofd:TextObject></ofd:Layer></ofd:Content></ofd:Page>"
    return ofd(.init("Doc_0/Pages/Page_0/Content.xml", page.utf8))
  }
}
