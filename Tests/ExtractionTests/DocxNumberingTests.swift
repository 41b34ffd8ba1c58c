import Testing

/// Numbers that Word counts instead of writing them (ECMA-376 Part 1, 17.9).
@Suite struct DocxNumberingTests {
  /// One definition and one list of it, both called 1.
  private static func list(_ levels: String, overrides: String = "") -> String {
    """
    <w:abstractNum w:abstractNumId="1">\(levels)</w:abstractNum>\
    <w:num w:numId="1"><w:abstractNumId w:val="1"/>\(overrides)</w:num>
    """
  }

  private static func level(_ number: Int, _ format: String, _ text: String, _ more: String = "") -> String {
    """
    <w:lvl w:ilvl="\(number)"><w:start w:val="1"/><w:numFmt w:val="\(format)"/><w:lvlText w:val="\(text)"/>\(more)</w:lvl>
    """
  }

  private static func item(_ text: String, level: Int = 0, list: Int = 1) -> String {
    Word.p(
      text.isEmpty ? "" : Word.run(text),
      properties: "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(list)\"/></w:numPr>")
  }

  /// The first, second, tenth and eleventh number of each format.
  static let formats: [(format: String, numbers: [String])] = [
    ("decimal", ["1", "2", "10", "11"]), ("decimalZero", ["01", "02", "10", "11"]),
    ("decimalFullWidth", ["１", "２", "１０", "１１"]), ("decimalEnclosedCircle", ["①", "②", "⑩", "⑪"]),
    ("decimalEnclosedCircleChinese", ["①", "②", "⑩", "⑪"]), ("decimalEnclosedFullstop", ["⒈", "⒉", "⒑", "⒒"]),
    ("decimalEnclosedParen", ["⑴", "⑵", "⑽", "⑾"]), ("ideographEnclosedCircle", ["㊀", "㊁", "㊉", "11"]),
    ("lowerLetter", ["a", "b", "j", "k"]), ("upperLetter", ["A", "B", "J", "K"]),
    ("lowerRoman", ["i", "ii", "x", "xi"]), ("upperRoman", ["I", "II", "X", "XI"]),
    ("chineseCounting", ["一", "二", "十", "十一"]), ("chineseCountingThousand", ["一", "二", "十", "十一"]),
    ("japaneseCounting", ["一", "二", "十", "十一"]), ("taiwaneseCountingThousand", ["一", "二", "十", "十一"]),
    ("ideographDigital", ["一", "二", "一〇", "一一"]), ("chineseLegalSimplified", ["壹", "贰", "壹拾", "壹拾壹"]),
    ("ideographLegalTraditional", ["壹", "貳", "壹拾", "壹拾壹"]), ("ideographTraditional", ["甲", "乙", "癸", "11"]),
    ("ideographZodiac", ["子", "丑", "酉", "戌"]), ("ideographZodiacTraditional", ["甲子", "乙丑", "癸酉", "甲戌"]),
    ("none", ["", "", "", ""]), ("a format of the future", ["1", "2", "10", "11"]),
  ]

  @Test(arguments: formats.indices)
  func `numbers are written in the list's format`(_ index: Int) throws {
    let (format, numbers) = Self.formats[index]
    let body = (1...11).map { _ in Self.item("项") }.joined()
    let lines = try FlowReading.lines(body, numbering: Self.list(Self.level(0, format, "（%1）")))
    #expect([1, 2, 10, 11].map { lines[$0 - 1] } == numbers.map { "（\($0)）项" }, "\(format)")
  }

  @Test(arguments: [
    (100, "一百"), (101, "一百零一"), (110, "一百一十"), (1005, "一千零五"), (9999, "九千九百九十九"), (10000, "10000"), (0, "零"),
    (-3, "-3"),
  ])
  func `large numbers are counted in hundreds and thousands`(_ start: Int, _ printed: String) throws {
    let level = """
      <w:lvl w:ilvl="0"><w:start w:val="\(start)"/><w:numFmt w:val="chineseCountingThousand"/>\
      <w:lvlText w:val="%1、"/></w:lvl>
      """
    #expect(try FlowReading.lines(Self.item("项"), numbering: Self.list(level)) == ["\(printed)、项"])
  }

  @Test func `letters are doubled behind z, and roman numbers end somewhere`() throws {
    let letters =
      "<w:lvl w:ilvl=\"0\"><w:start w:val=\"27\"/><w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"%1)\"/></w:lvl>"
    #expect(try FlowReading.lines(Self.item("项"), numbering: Self.list(letters)) == ["aa)项"])
    let roman =
      "<w:lvl w:ilvl=\"0\"><w:start w:val=\"2147483647\"/><w:numFmt w:val=\"upperRoman\"/><w:lvlText w:val=\"%1.\"/></w:lvl>"
    let lines = try FlowReading.lines(Self.item("项") + Self.item("项"), numbering: Self.list(roman))
    #expect(lines == ["2147483647.项", "2147483648.项"])
  }

  @Test func `levels restart below their parents, and bullets print nothing`() throws {
    let levels =
      Self.level(0, "chineseCountingThousand", "%1、") + Self.level(1, "chineseCounting", "（%2）")
      + Self.level(2, "decimal", "%3.") + Self.level(3, "decimal", "%1.%3.%4", "<w:isLgl/>")
      + Self.level(4, "bullet", "●")
    let body = [0, 1, 1, 2, 3, 3, 4, 0, 1, 2].map { Self.item("项", level: $0) }.joined()
    #expect(
      try FlowReading.lines(body, numbering: Self.list(levels)) == [
        "一、项", "（一）项", "（二）项", "1.项", "1.1.1 项", "1.1.2 项", "项", "二、项", "（一）项", "1.项",
      ])
  }

  @Test func `a level restarts where it is told to`() throws {
    let levels =
      Self.level(0, "decimal", "%1.") + Self.level(1, "decimal", "%2)", "<w:lvlRestart w:val=\"0\"/>")
      + Self.level(2, "decimal", "(%3)", "<w:lvlRestart w:val=\"1\"/>")
    let body = [0, 1, 2, 1, 2, 0, 1, 2].map { Self.item("项", level: $0) }.joined()
    #expect(
      try FlowReading.lines(body, numbering: Self.list(levels)) == [
        "1.项", "1)项", "(1)项", "2)项", "(2)项", "2.项", "3)项", "(1)项",
      ])
  }

  @Test func `lists of one definition count on, unless they start anew`() throws {
    let numbering =
      Self.list(Self.level(0, "decimal", "%1."))
      + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num>"
        + """
        <w:num w:numId="3"><w:abstractNumId w:val="1"/>\
        <w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>
        """
    let body = [1, 2, 3, 3, 1].map { Self.item("项", list: $0) }.joined()
    #expect(try FlowReading.lines(body, numbering: numbering) == ["1.项", "2.项", "7.项", "8.项", "9.项"])
  }

  @Test func `a list may put a level of its own in the definition's place`() throws {
    let own = "<w:lvlOverride w:ilvl=\"0\">\(Self.level(0, "chineseCounting", "第%1章"))</w:lvlOverride>"
    let numbering = Self.list(Self.level(0, "decimal", "%1."), overrides: own)
    #expect(try FlowReading.lines(Self.item("项"), numbering: numbering) == ["第一章 项"])
  }

  @Test func `a number may be the only text of a paragraph or a cell`() throws {
    let table = Word.table(Word.row(Word.cell(blocks: Self.item("")), Word.cell("甲")))
    let lines = try FlowReading.lines(table + Self.item(""), numbering: Self.list(Self.level(0, "decimal", "%1")))
    #expect(lines == ["1 | 甲", "2"])
  }

  @Test(arguments: [
    ("一", "", "一 2024年"), ("一", "<w:suff w:val=\"space\"/>", "一 2024年"), ("一", "<w:suff w:val=\"nothing\"/>", "一2024年"),
  ])
  func `a number is parted from the text as it is on paper`(_ number: String, _ suffix: String, _ printed: String)
    throws
  {
    let numbering = Self.list(Self.level(0, "chineseCounting", "%1", suffix))
    #expect(try FlowReading.lines(Self.item("2024年"), numbering: numbering) == [printed])
  }

  static let headingStyles = """
    <w:style w:type="paragraph" w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>\
    <w:style w:type="paragraph" w:styleId="H2"><w:basedOn w:val="H1"/>\
    <w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>\
    <w:style w:type="paragraph" w:styleId="H3"><w:basedOn w:val="H1"/></w:style>\
    <w:style w:type="paragraph" w:styleId="H0"><w:basedOn w:val="H1"/>\
    <w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>
    """

  @Test func `styles number paragraphs, and paragraphs may say no`() throws {
    let numbering = Self.list(
      Self.level(0, "chineseCounting", "%1、", "<w:pStyle w:val=\"H1\"/>") + Self.level(1, "decimal", "%2.")
        + Self.level(2, "decimal", "%3)", "<w:pStyle w:val=\"H3\"/>"))
    func styled(_ style: String, _ more: String = "") -> String {
      Word.p(Word.run("项"), properties: "<w:pStyle w:val=\"\(style)\"/>\(more)")
    }
    let body =
      styled("H1") + styled("H2") + styled("H3") + styled("H0")
      + styled("H1", "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"0\"/></w:numPr>") + styled("H1")
    #expect(
      try FlowReading.lines(body, numbering: numbering, styles: Self.headingStyles) == [
        "一、项", "1.项", "1)项", "项", "项", "二、项",
      ])
  }

  @Test func `a definition may be kept in a numbering style`() throws {
    let numbering = """
      <w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="S"/></w:abstractNum>\
      <w:abstractNum w:abstractNumId="2"><w:styleLink w:val="S"/>\(Self.level(0, "chineseCounting", "%1、"))</w:abstractNum>\
      <w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
      """
    let styles = """
      <w:style w:type="numbering" w:styleId="S"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>
      """
    #expect(try FlowReading.lines(Self.item("总体情况"), numbering: numbering, styles: styles) == ["一、总体情况"])
  }

  @Test func `what is hidden or deleted is not counted`() throws {
    let numbered = "<w:numPr><w:numId w:val=\"1\"/></w:numPr>"
    let hidden = Word.p(
      Word.run("藏", properties: "<w:vanish/>"), properties: numbered + "<w:rPr><w:vanish/></w:rPr>")
    let deleted = Word.p("<w:del>\(Word.run("删"))</w:del>", properties: numbered + "<w:rPr><w:del/></w:rPr>")
    let body = Self.item("项") + hidden + deleted + Self.item("项")
    #expect(try FlowReading.lines(body, numbering: Self.list(Self.level(0, "decimal", "%1."))) == ["1.项", "2.项"])
  }

  @Test func `a hidden number is counted and not printed`() throws {
    let numbering = Self.list(Self.level(0, "decimal", "%1.", "<w:rPr><w:vanish/></w:rPr>"))
    #expect(try FlowReading.lines(Self.item("项"), numbering: numbering) == ["项"])
  }

  @Test func `formats with zeros stand beside a fallback`() throws {
    let numbering = """
      <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent>\
      <mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice>\
      <mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1."/></w:lvl>\
      </w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
      """
    #expect(try FlowReading.lines(Self.item("项"), numbering: numbering) == ["001.项"])
  }

  @Test func `a percent sign is a percent sign unless a level stands behind it`() throws {
    let numbering = Self.list(Self.level(0, "decimal", "100%%1%9%x."))
    #expect(try FlowReading.lines(Self.item("项"), numbering: numbering) == ["100%1%x.项"])
  }

  @Test(arguments: ["-5", "9", "999999999999999999999", "x", ""])
  func `a level that there is none of has no number`(_ level: String) throws {
    let item = Word.p(
      Word.run("项"), properties: "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"1\"/></w:numPr>")
    let lines = try FlowReading.lines(item, numbering: Self.list(Self.level(0, "decimal", "%1.")))
    #expect(lines == [Int(level) == nil ? "1.项" : "项"])
  }
}
