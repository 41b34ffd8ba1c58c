import DocumentModel
import Extraction
import PageLayout
import Testing

/// How the parts of a file hang together, and how producers bend that.
@Suite struct OFDStructureTests {
  @Test func `pages are read in the order of the document`() throws {
    let builder = OFDBuilder(OFDBuilder.text("一"), OFDBuilder.text("二"), OFDBuilder.text("三"))
    #expect(try builder.texts() == ["一", "二", "三"])
    #expect(try builder.painted().map(\.number) == [1, 2, 3])
  }

  @Test func `documents of one file follow each other`() throws {
    var builder = OFDBuilder(OFDBuilder.text("一"), OFDBuilder.text("二"))
    let second = OFDBuilder.element(
      "Document", "<ofd:Pages><ofd:Page ID=\"1\" BaseLoc=\"P.xml\"/></ofd:Pages>")
    builder.parts = [
      (
        "OFD.xml",
        OFDBuilder.element(
          "OFD",
          ["Doc_0/Document.xml", "Doc_1/Document.xml"].map {
            "<ofd:DocBody><ofd:DocRoot>\($0)</ofd:DocRoot></ofd:DocBody>"
          }.joined())
      ), ("Doc_1/Document.xml", second), ("Doc_1/P.xml", OFDBuilder.page(OFDBuilder.text("三"))),
    ]
    #expect(try builder.texts() == ["一", "二", "三"])
    #expect(try builder.painted().map(\.number) == [1, 2, 3])
  }

  @Test func `the current version of a document is read`() throws {
    var builder = OFDBuilder(OFDBuilder.text("旧"))
    builder.parts = [
      (
        "OFD.xml",
        OFDBuilder.element(
          "OFD",
          """
          <ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot><ofd:Versions>
          <ofd:Version ID="1" Index="1" BaseLoc="Doc_0/V1.xml"/>
          <ofd:Version ID="2" Index="2" Current="true" BaseLoc="Doc_0/V2.xml"/></ofd:Versions></ofd:DocBody>
          """)
      ),
      ("Doc_0/V2.xml", OFDBuilder.element("DocVersion", "<ofd:DocRoot>Document_2.xml</ofd:DocRoot>")),
      (
        "Doc_0/Document_2.xml",
        OFDBuilder.element("Document", "<ofd:Pages><ofd:Page ID=\"1\" BaseLoc=\"P.xml\"/></ofd:Pages>")
      ), ("Doc_0/P.xml", OFDBuilder.page(OFDBuilder.text("新"))),
    ]
    #expect(try builder.texts() == ["新"])
  }

  /// Each way of writing namespaces.
  static let namespaces: [(name: String, rewrite: @Sendable (String) -> String)] = [
    ("another URI", { $0.replacing("http://www.ofdspec.org/2016", with: "http://www.ofdspec.org") }),
    ("another prefix", { $0.replacing("ofd:", with: "o:").replacing("xmlns:ofd", with: "xmlns:o") }),
    ("no prefix", { $0.replacing("ofd:", with: "").replacing("xmlns:ofd", with: "xmlns") }),
    (
      "no namespace",
      { $0.replacing("ofd:", with: "").replacing(" xmlns:ofd=\"http://www.ofdspec.org/2016\"", with: "") }
    ),
    ("a prefix never declared", { $0.replacing(" xmlns:ofd=\"http://www.ofdspec.org/2016\"", with: "") }),
    ("a byte order mark", { "\u{FEFF}" + $0 }), ("blank lines before", { "\n\n " + $0 }),
    ("no declaration", { $0.replacing("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", with: "") }),
    ("characters XML has no place for", { $0.replacing("一", with: "\u{1}一&#x2;&#11;&#xFFFF;") }),
  ]

  @Test(arguments: namespaces.map(\.name))
  func `XML is read as producers write it`(_ name: String) throws {
    var builder = OFDBuilder(OFDBuilder.text("一"))
    builder.rewriting = try #require(Self.namespaces.first { $0.name == name }).rewrite
    #expect(try builder.texts().map { $0.filter { $0 != " " } } == ["一"])
  }

  /// How OFD.xml names the document and the document a page, and where the page is.
  @Test(arguments: [
    ("/Doc_0/Document.xml", "/Doc_0/Pages/Page_0/Content.xml", "Doc_0/Pages/Page_0/Content.xml"),
    ("\n  Doc_0/Document.xml \n", " Pages/Page_0/Content.xml ", "Doc_0/Pages/Page_0/Content.xml"),
    ("Doc_0\\Document.xml", "Pages\\Page_0\\Content.xml", "Doc_0/Pages/Page_0/Content.xml"),
    ("./Doc_0/./Document.xml", "./Pages//Page_0/Content.xml", "Doc_0/Pages/Page_0/Content.xml"),
    ("doc_0/DOCUMENT.XML", "pages/page_0/content.xml", "Doc_0/Pages/Page_0/Content.xml"),
    ("Doc_0/Document.xml", "Pages/Page_0/Content.xml", "Doc_0\\Pages\\Page_0\\Content.xml"),
    ("Doc_0/Document.xml", "Doc_0/Pages/Page_0/Content.xml", "Doc_0/Pages/Page_0/Content.xml"),
    ("Doc_0/Document.xml", "/Pages/Page_0/Content.xml", "Doc_0/Pages/Page_0/Content.xml"),
    ("Doc_0/Document.xml", "../Doc_0/X/../P.xml", "Doc_0/P.xml"),
    ("../../Doc_0/Document.xml", "../../../P.xml", "P.xml"), ("Doc_0/Document.xml", "页/一.xml", "Doc_0/页/一.xml"),
  ])
  func `parts are found under bent names`(_ document: String, _ page: String, _ part: String) throws {
    var builder = OFDBuilder(OFDBuilder.text("一"))
    builder.documentLocation = document
    builder.pageLocation = { _ in page }
    builder.pagePart = { _ in part }
    #expect(try builder.texts() == ["一"])
  }

  @Test(arguments: [
    ("<ofd:PageArea><ofd:PhysicalBox>0 0 100 200</ofd:PhysicalBox></ofd:PageArea>", "", 100.0, 200.0),
    (
      "<ofd:PageArea><ofd:PhysicalBox>0 0 100 200</ofd:PhysicalBox></ofd:PageArea>",
      "<ofd:Area><ofd:PhysicalBox>0,0,297,210</ofd:PhysicalBox></ofd:Area>", 297, 210
    ),
    ("", "<ofd:Area><ofd:PhysicalBox>0,0 0,0 297,5 210,5</ofd:PhysicalBox></ofd:Area>", 297.5, 210.5),
    ("", "<ofd:Area><ofd:ApplicationBox>0 0 9 9</ofd:ApplicationBox></ofd:Area>", 210, 297),
    ("", "<ofd:Area><ofd:PhysicalBox>0 0 -5 1e308</ofd:PhysicalBox></ofd:Area>", 210, 297),
    ("", "", 210, 297),
  ])
  func `a page has its own area, its document's, or that of A4`(
    _ document: String, _ page: String, _ width: Double, _ height: Double
  ) throws {
    var builder = OFDBuilder(OFDBuilder.text("一"))
    builder.pageArea = document
    builder.pageHead = page
    let painted = try #require(builder.painted().first)
    #expect(abs(painted.width - width * 72 / 25.4) < 1e-6 && abs(painted.height - height * 72 / 25.4) < 1e-6)
  }

  private func withTemplates(_ reference: String, pages: String...) -> OFDBuilder {
    var builder = OFDBuilder()
    builder.pages = pages
    builder.common =
      "<ofd:TemplatePage ID=\"11\" BaseLoc=\"T/1.xml\"/><ofd:TemplatePage ID=\" 12\" BaseLoc=\"/Doc_0/T/2.xml\"/>"
    builder.pageHead = reference
    builder.parts = [
      ("Doc_0/T/1.xml", OFDBuilder.page(OFDBuilder.text("甲"), head: "<ofd:Template TemplateID=\"11\"/>")),
      ("Doc_0/T/2.xml", OFDBuilder.page(OFDBuilder.text("乙"))),
    ]
    return builder
  }

  @Test(arguments: [
    ("<ofd:Template TemplateID=\"11\"/>", "甲一"), ("<ofd:Template TemplateID=\"11\" ZOrder=\"Foreground\"/>", "一甲"),
    (
      "<ofd:Template TemplateID=\"12\" ZOrder=\"Foreground\"/><ofd:Template TemplateID=\"11\" ZOrder=\"Background\"/>",
      "甲一乙"
    ),
    ("<ofd:Template TemplateID=\"99\"/><ofd:Template/>", "一"),
  ])
  func `templates are painted under and over a page, and never in themselves`(
    _ reference: String, _ text: String
  ) throws {
    let builder = withTemplates(reference, pages: OFDBuilder.text("一"), OFDBuilder.text("一"))
    #expect(try builder.texts() == [text, text])
  }

  @Test func `layers are painted from the background to the foreground`() throws {
    var builder = OFDBuilder("")
    builder.parts = [
      (
        "Doc_0/Pages/Page_0/Content.xml",
        OFDBuilder.element(
          "Page",
          "<ofd:Content>"
            + [("Foreground", "三"), ("Body", "二"), ("Background", "一")].map {
              "<ofd:Layer ID=\"3\" Type=\"\($0)\">\(OFDBuilder.text($1))</ofd:Layer>"
            }.joined() + OFDBuilder.text("外") + "</ofd:Content>")
      )
    ]
    #expect(try builder.texts() == ["一二外三"])
  }

  @Test func `blocks hold objects, and blocks`() throws {
    let block =
      "<ofd:PageBlock ID=\"4\">\(OFDBuilder.text("一"))<ofd:PageBlock ID=\"5\">\(OFDBuilder.text("二"))</ofd:PageBlock></ofd:PageBlock>"
    #expect(
      try OFDBuilder(block + "<ofd:PageBlock Visible=\"false\">\(OFDBuilder.text("藏"))</ofd:PageBlock>").texts() == [
        "一二"
      ])
  }

  private func withUnits(_ units: [(id: String, content: String)], page: String) -> OFDBuilder {
    var builder = OFDBuilder(page)
    builder.common = "<ofd:DocumentRes> DocumentRes.xml </ofd:DocumentRes><ofd:PublicRes>Missing.xml</ofd:PublicRes>"
    let list = units.map {
      "<ofd:CompositeGraphicUnit ID=\"\($0.id)\" Width=\"100\" Height=\"100\"><ofd:Content>\($0.content)</ofd:Content></ofd:CompositeGraphicUnit>"
    }.joined()
    builder.parts = [
      (
        "Doc_0/DocumentRes.xml",
        OFDBuilder.element("Res", "<ofd:CompositeGraphicUnits>\(list)</ofd:CompositeGraphicUnits>")
      )
    ]
    return builder
  }

  private func composite(_ id: String, _ attributes: String = "Boundary=\"0 0 210 297\"") -> String {
    "<ofd:CompositeObject ID=\"6\" ResourceID=\"\(id)\" \(attributes)/>"
  }

  @Test func `a drawing is placed where it is used`() throws {
    let builder = withUnits(
      [
        ("1", OFDBuilder.text("内", x: 5, y: 5) + composite("2", "Boundary=\"1 1 9 9\"")),
        ("2", OFDBuilder.text("里", x: 1, y: 1)),
      ],
      page: composite("1", "Boundary=\"50 60 100 100\" CTM=\"2 0 0 2 0 0\""))
    #expect(
      try builder.placed() == [
        PlacedText("内", 60, 70.96, 68, 78.96), PlacedText("里", 54, 64.96, 62, 72.96),
      ])
  }

  @Test func `a drawing that holds itself is painted once`() throws {
    let builder = withUnits(
      [("1", OFDBuilder.text("甲") + composite("2")), ("2", OFDBuilder.text("乙") + composite("1"))],
      page: composite("1") + composite("9"))
    #expect(try builder.texts() == ["甲乙"])
  }

  @Test(arguments: [
    ("<ofd:Author> 张三 </ofd:Author><ofd:Creator>WPS</ofd:Creator>", "张三"), ("<ofd:Creator>WPS</ofd:Creator>", nil),
    ("<ofd:Author>iOFD 2.1</ofd:Author><ofd:Creator>iOFD 2.1</ofd:Creator>", nil), ("<ofd:Author/>", nil), ("", nil),
  ])
  func `the author is a person, not the program`(_ information: String, _ author: String?) throws {
    var builder = OFDBuilder(OFDBuilder.text("一"))
    builder.information = information
    guard case .document(let document) = try Extractor().extract(builder.bytes) else {
      Issue.record("no document")
      return
    }
    #expect(document.format == .ofd)
    #expect(document.author == author)
  }
}
