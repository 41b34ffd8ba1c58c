import DocumentModel
import Testing

/// The text of paragraphs: what is printed of what Word writes (ECMA-376 Part 1, 17.3 and 17.16).
@Suite struct DocxTextTests {
  struct Example: Sendable, CustomTestStringConvertible {
    var name: String
    var content: String
    var printed: String

    init(_ name: String, _ content: String, _ printed: String) {
      self.name = name
      self.content = content
      self.printed = printed
    }

    var testDescription: String { name }
  }

  static let runs = [
    Example("runs", Word.run("收到") + Word.run("4") + Word.run("18件"), "收到418件"),
    Example("inner spaces", Word.run("甲  乙 ") + Word.run(" 丙"), "甲  乙  丙"),
    Example("a tab", "<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r>", "甲\t乙"),
    Example("a tab of a position", "<w:r><w:t>甲</w:t><w:ptab w:alignment=\"right\"/><w:t>乙</w:t></w:r>", "甲\t乙"),
    Example("a line break", "<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:cr/><w:t>丙</w:t></w:r>", "甲\n乙\n丙"),
    Example("a page break", "<w:r><w:t>甲</w:t><w:br w:type=\"page\"/><w:t>乙</w:t></w:r>", "甲乙"),
    Example("a column break", "<w:r><w:t>甲</w:t><w:br w:type=\"column\"/><w:t>乙</w:t></w:r>", "甲乙"),
    Example("hyphens", "<w:r><w:t>1</w:t><w:noBreakHyphen/><w:t>2</w:t><w:softHyphen/><w:t>3</w:t></w:r>", "1-23"),
    Example("a ticked box", "<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/></w:r>", "☑"),
    Example("a character by number", "<w:r><w:sym w:font=\"宋体\" w:char=\"4E00\"/></w:r>" + Word.run("甲"), "一甲"),
    Example("a symbol that nobody knows", "<w:r><w:sym w:font=\"?\" w:char=\"F0AA\"/></w:r>" + Word.run("甲"), "甲"),
    Example("a broken symbol", "<w:r><w:sym w:char=\"DFFFFFFFFF\"/><w:sym/></w:r>" + Word.run("甲"), "甲"),
    Example("characters without width", Word.run("青\u{200B}禾\u{FEFF}镇，＂"), "青禾镇，＂"),
    Example("line ends of the markup", "<w:r><w:t>甲\n乙</w:t></w:r>", "甲 乙"),
    Example(
      "a ruby",
      "<w:r><w:ruby><w:rt><w:r><w:t>hé</w:t></w:r></w:rt><w:rubyBase>\(Word.run("禾"))</w:rubyBase></w:ruby></w:r>",
      "禾"),
    Example("a formula", "<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>" + Word.run("=c"), "a+b=c"),
    Example("a link", "<w:hyperlink r:id=\"r9\">\(Word.run("网址"))</w:hyperlink>", "网址"),
    Example("a smart tag", "<w:smartTag w:element=\"date\">\(Word.run("1月"))</w:smartTag>", "1月"),
    Example(
      "a content control",
      "<w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent>\(Word.run("内容"))</w:sdtContent></w:sdt>",
      "内容"),
    Example("custom markup", "<w:customXml w:element=\"x\">\(Word.run("内容"))</w:customXml>", "内容"),
    Example("marks", "<w:bookmarkStart w:id=\"1\" w:name=\"a\"/>\(Word.run("甲"))<w:bookmarkEnd w:id=\"1\"/>", "甲"),
    Example("a comment", Word.run("甲") + "<w:r><w:commentReference w:id=\"1\"/></w:r>", "甲"),
    Example("a note", Word.run("甲") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>", "甲¹"),
    Example("text of another namespace", Word.run("甲") + "<a:r><a:t>乙</a:t></a:r>", "甲"),
  ]

  @Test(arguments: runs)
  func `runs are one text`(_ example: Example) throws {
    #expect(try FlowReading.lines(Word.p(example.content)) == [example.printed])
  }

  private static func field(_ code: String, _ result: String) -> String {
    """
    <w:r><w:fldChar w:fldCharType="begin"/></w:r>\(code)<w:r><w:fldChar w:fldCharType="separate"/></w:r>\
    \(result)<w:r><w:fldChar w:fldCharType="end"/></w:r>
    """
  }

  private static let code = "<w:r><w:instrText>PAGE 99</w:instrText></w:r>"

  static let fields = [
    Example("a field", field(code, Word.run("3")) + Word.run("件"), "3件"),
    Example("a simple field", "<w:fldSimple w:instr=\"DATE\">\(Word.run("1月"))</w:fldSimple>", "1月"),
    Example("a field in a field's result", field(code, Word.run("甲") + field(code, Word.run("乙"))), "甲乙"),
    Example("a field in a field's code", field(code + field(code, Word.run("丢")), Word.run("甲")), "甲"),
    Example("a field without end", "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>" + Word.run("丢"), ""),
    Example("a field without beginning", Word.run("甲") + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>", "甲"),
    Example(
      "a hidden field",
      "<w:r><w:rPr><w:vanish/></w:rPr><w:fldChar w:fldCharType=\"begin\"/></w:r>" + code
        + "<w:r><w:rPr><w:vanish/></w:rPr><w:fldChar w:fldCharType=\"end\"/></w:r>" + Word.run("甲"), "甲"),
  ]

  @Test(arguments: fields)
  func `of fields the result is printed, and the text goes on behind them`(_ example: Example) throws {
    let lines = try FlowReading.lines(Word.p(example.content) + Word.text("后文"))
    #expect(lines == [example.printed, "后文"].filter { !$0.isEmpty })
  }

  @Test func `the result of a field may take several paragraphs`() throws {
    let begin =
      "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>\(Self.code)<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
    let end = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
    let lines = try FlowReading.lines(
      Word.p(begin + Word.run("目录一")) + Word.text("目录二") + Word.p(end) + Word.text("正文"))
    #expect(lines == ["目录一", "目录二", "正文"])
  }

  static let changes = [
    Example("an insertion", "<w:ins w:id=\"1\" w:author=\"a\">\(Word.run("新"))</w:ins>", "新"),
    Example("a deletion", Word.run("甲") + "<w:del w:id=\"1\"><w:r><w:delText>旧</w:delText></w:r></w:del>", "甲"),
    Example("a deletion with plain text", Word.run("甲") + "<w:del w:id=\"1\">\(Word.run("旧"))</w:del>", "甲"),
    Example("an insertion that was deleted", Word.run("甲") + "<w:ins><w:del>\(Word.run("旧"))</w:del></w:ins>", "甲"),
    Example(
      "a move", "<w:moveFrom>\(Word.run("旧"))</w:moveFrom>\(Word.run("甲"))<w:moveTo>\(Word.run("新"))</w:moveTo>", "甲新"),
    Example(
      "a change of looks", Word.run("甲", properties: "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>"), "甲"),
  ]

  @Test(arguments: changes)
  func `tracked changes are read as accepted`(_ example: Example) throws {
    #expect(try FlowReading.lines(Word.p(example.content)) == [example.printed])
  }

  @Test(arguments: ["<w:del w:id=\"1\"/>", "<w:moveFrom w:id=\"1\"/>", "<w:vanish/>", "<w:vanish/><w:specVanish/>"])
  func `a paragraph whose mark is gone goes on in the next`(_ mark: String) throws {
    let first = Word.p(Word.run("一、总体"), properties: "<w:rPr>\(mark)</w:rPr>")
    let document = try FlowReading.document(DocxBuilder(first + Word.text("情况") + Word.text("正文")).bytes)
    #expect(document.paragraphs.map(\.text) == ["一、总体情况", "正文"])
    #expect(document.paragraphs.map(\.place.paragraph) == [1, 2])
  }

  @Test func `a mark that is gone before a table ends its paragraph there`() throws {
    let open = Word.p(Word.run("甲"), properties: "<w:rPr><w:del w:id=\"1\"/></w:rPr>")
    #expect(try FlowReading.lines(open + Word.table(Word.row(Word.cell("乙"))) + open) == ["甲", "乙", "甲"])
  }

  @Test func `paragraphs are counted with the empty ones, and tables are not paragraphs`() throws {
    let body =
      Word.text("一") + Word.p("") + Word.table(Word.row(Word.cell("甲"))) + Word.text(" \u{3000}") + Word.text("四")
    let document = try FlowReading.document(DocxBuilder(body).bytes)
    #expect(document.paragraphs.map(\.text) == ["一", "四"])
    #expect(document.paragraphs.map(\.place) == [Place(paragraph: 1), Place(paragraph: 4)])
    #expect(document.tables.first?.place == Place(table: 1))
  }

  @Test func `pages are those that Word has rendered, those ended by hand counted once`() throws {
    let rendered = "<w:r><w:lastRenderedPageBreak/></w:r>"
    let body =
      Word.text("一") + Word.p("<w:r><w:br w:type=\"page\"/></w:r>") + Word.p(rendered + Word.run("二"))
      + Word.p(Word.run("仍在二") + rendered + Word.run("到三")) + Word.text("三")
    let document = try FlowReading.document(DocxBuilder(body).bytes)
    #expect(document.paragraphs.map(\.place.page) == [1, 2, 2, 3])
  }

  @Test func `a row that stands on the next page stands there with all its cells`() throws {
    let rendered = "<w:r><w:lastRenderedPageBreak/></w:r>"
    func broken(_ text: String) -> String { Word.cell(blocks: Word.p(rendered + Word.run(text))) }
    let body = Word.table(
      Word.row(Word.cell("1"), Word.cell("2")), Word.row(Word.cell(""), broken("3"), broken("4")),
      Word.row(Word.cell("5")))
    let document = try FlowReading.document(DocxBuilder(body).bytes)
    #expect(document.tables.first?.cells.map(\.place.page) == [1, 1, 2, 2, 2, 2])
  }

  @Test func `a document that says nothing of pages has none`() throws {
    let body = Word.p("<w:r><w:t>一</w:t><w:br w:type=\"page\"/></w:r>") + Word.text("二")
    #expect(try FlowReading.document(DocxBuilder(body).bytes).paragraphs.allSatisfy { $0.place.page == nil })
  }
}
