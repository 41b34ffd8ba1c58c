import Testing

/// Hidden text (ECMA-376 Part 1, 17.3.2.41), and how its property is put together from styles (17.7.3).
@Suite struct DocxHiddenTests {
  /// Styles: P hides, Q is based on P, R is based on P and shows again; C and D likewise for characters.
  static let styles = """
    <w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>\
    <w:style w:type="paragraph" w:styleId="P"><w:rPr><w:vanish/></w:rPr></w:style>\
    <w:style w:type="paragraph" w:styleId="Q"><w:basedOn w:val="P"/></w:style>\
    <w:style w:type="paragraph" w:styleId="R"><w:basedOn w:val="P"/><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>\
    <w:style w:type="character" w:styleId="C"><w:rPr><w:vanish w:val="on"/></w:rPr></w:style>\
    <w:style w:type="character" w:styleId="D"><w:basedOn w:val="C"/></w:style>\
    <w:style w:type="table" w:styleId="T"><w:rPr><w:vanish/></w:rPr></w:style>
    """

  struct Example: Sendable, CustomTestStringConvertible {
    var paragraphStyle = ""
    var run = ""
    var isSeen: Bool

    var testDescription: String { "paragraph \(paragraphStyle) run \(run)" }
  }

  static let examples = [
    Example(isSeen: true),
    Example(run: "<w:vanish/>", isSeen: false),
    Example(run: "<w:vanish w:val=\"1\"/>", isSeen: false),
    Example(run: "<w:vanish w:val=\"true\"/>", isSeen: false),
    Example(run: "<w:vanish w:val=\"0\"/>", isSeen: true),
    Example(run: "<w:vanish w:val=\"false\"/>", isSeen: true),
    Example(run: "<w:vanish w:val=\"off\"/>", isSeen: true),
    Example(run: "<w:specVanish/>", isSeen: false),
    Example(run: "<w:specVanish w:val=\"0\"/>", isSeen: true),
    Example(run: "<w:webHidden/>", isSeen: true),
    Example(run: "<w:rStyle w:val=\"C\"/>", isSeen: false),
    Example(run: "<w:rStyle w:val=\"D\"/>", isSeen: false),
    Example(run: "<w:rStyle w:val=\"C\"/><w:vanish w:val=\"0\"/>", isSeen: true),
    Example(run: "<w:rStyle w:val=\"none of these\"/>", isSeen: true),
    Example(paragraphStyle: "P", isSeen: false),
    Example(paragraphStyle: "Q", isSeen: false),
    Example(paragraphStyle: "R", isSeen: true),
    Example(paragraphStyle: "P", run: "<w:vanish w:val=\"0\"/>", isSeen: true),
    // A property that is switched on twice is off again.
    Example(paragraphStyle: "P", run: "<w:rStyle w:val=\"C\"/>", isSeen: true),
    Example(paragraphStyle: "R", run: "<w:rStyle w:val=\"C\"/>", isSeen: false),
  ]

  @Test(arguments: examples)
  func `what is hidden is not read`(_ example: Example) throws {
    let properties = example.paragraphStyle.isEmpty ? "" : "<w:pStyle w:val=\"\(example.paragraphStyle)\"/>"
    let body = Word.p(Word.run("字", properties: example.run), properties: properties) + Word.text("后")
    let lines = try FlowReading.lines(body, styles: Self.styles)
    #expect(lines.joined().contains("字") == example.isSeen)
  }

  @Test func `the document's defaults may hide, and styles cannot show again`() throws {
    let defaults = "<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>"
    let body =
      Word.text("一") + Word.p(Word.run("二"), properties: "<w:pStyle w:val=\"R\"/>")
      + Word.p(Word.run("三", properties: "<w:vanish w:val=\"0\"/>"))
    #expect(try FlowReading.lines(body, styles: defaults + Self.styles) == ["三"])
  }

  @Test func `the default paragraph style may hide`() throws {
    let styles = "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"N\"><w:rPr><w:vanish/></w:rPr></w:style>"
    #expect(throws: NoDocument.self) { try FlowReading.lines(Word.text("一"), styles: styles) }
  }

  @Test func `styles of tables are cut out, the styles behind them are not`() throws {
    let table = "<w:style w:type=\"table\" w:styleId=\"T\"><w:tblStylePr w:type=\"firstRow\"/></w:style>"
    let styles = table + "<w:style w:type=\"table\" w:styleId=\"E\"/>" + Self.styles + table
    let body = Word.p(Word.run("字", properties: "<w:rStyle w:val=\"C\"/>")) + Word.text("后")
    #expect(try FlowReading.lines(body, styles: styles) == ["后"])
    #expect(try FlowReading.lines(body, styles: styles + "<!-- <w:style w:type=\"table\"> -->") == ["后"])
  }
}
