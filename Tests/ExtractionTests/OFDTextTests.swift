import DocumentModel
import Extraction
import PageLayout
import Testing

/// Where characters are placed. Em 4 mm; the boundary begins at 20, 30; the baseline is 4 mm below unless said.
@Suite struct OFDTextTests {
  private func object(_ codes: String, _ attributes: String = "") -> OFDBuilder {
    OFDBuilder(
      "<ofd:TextObject ID=\"9\" Boundary=\"20 30 100 20\" Font=\"3\" Size=\"4\" \(attributes)>\(codes)</ofd:TextObject>"
    )
  }

  private func code(_ text: String, _ attributes: String = "") -> String {
    "<ofd:TextCode X=\"0\" Y=\"4\" \(attributes)>\(text)</ofd:TextCode>"
  }

  @Test func `a character stands on its baseline, an em high`() throws {
    #expect(try object(code("公")).placed() == [PlacedText("公", 20, 30.48, 24, 34.48)])
  }

  /// Each way of writing the steps of four characters, and where the characters begin.
  @Test(arguments: [
    ("DeltaX=\"5 6 7\"", [0, 5, 11, 18]), ("DeltaX=\"g 3 5\"", [0, 5, 10, 15]),
    ("DeltaX=\"5 g 2 6\"", [0, 5, 11, 17]), ("DeltaX=\"g 2 5 6\"", [0, 5, 10, 16]),
    ("DeltaX=\"g 1 5 g 2 6 g 9 7\"", [0, 5, 11, 17]), ("DeltaX=\"G 3 5\"", [0, 5, 10, 15]),
    ("DeltaX=\"g3 5\"", [0, 5, 10, 15]), ("DeltaX=\"g 0 9 5 6 7\"", [0, 5, 11, 18]),
    ("DeltaX=\"5,6,7\"", [0, 5, 11, 18]), ("DeltaX=\" 5,\n6 ,\t7 \"", [0, 5, 11, 18]),
    ("DeltaX=\"5,5 6,5 7,5\"", [0, 5.5, 12, 19.5]), ("DeltaX=\"50e-1 0.6E1 +7.\"", [0, 5, 11, 18]),
    ("DeltaX=\"5 6 7 8 9 10\"", [0, 5, 11, 18]),
    // Too few: the last goes on.
    ("DeltaX=\"5\"", [0, 5, 10, 15]), ("DeltaX=\"5 6\"", [0, 5, 11, 17]),
    // None: the width of an ideograph.
    ("", [0, 4, 8, 12]), ("DeltaX=\"\"", [0, 4, 8, 12]), ("DeltaX=\"nan nan nan\"", [0, 4, 8, 12]),
    ("DeltaX=\"5 inf 7\"", [0, 5, 10, 17]), ("DeltaX=\"g 1000000000 5\"", [0, 5, 10, 15]),
    ("DeltaX=\"g 1e308 5\"", [0, 5, 10, 15]), ("DeltaX=\"g -5 1 5 6 7\"", [0, 5, 11, 18]),
    ("DeltaX=\"1e308 99999999999 5\"", [0, 4, 8, 13]), ("DeltaX=\"g\"", [0, 4, 8, 12]),
    ("DeltaX=\"-2 -2 -2\"", [0, -2, -4, -6]),
  ])
  func `steps are read as a list, in runs, and as producers bend them`(_ steps: String, _ starts: [Double]) throws {
    let placed = try object(code("政府信息", steps)).placed()
    #expect(placed.map(\.text) == ["政", "府", "信", "息"])
    #expect(placed.map(\.left) == starts.map { 20 + $0 })
  }

  @Test func `steps down make a column, and steps across and down a second line`() throws {
    let column = try object(code("年度办", "DeltaY=\"4 5\"")).placed()
    #expect(column.map(\.left) == [20, 20, 20])
    #expect(column.map(\.top) == [30.48, 34.48, 39.48])
    let wrapped = try object(code("年度办理", "DeltaX=\"4 -4 4\" DeltaY=\"0 6 0\"")).placed()
    #expect(wrapped.map(\.left) == [20, 24, 20, 24])
    #expect(wrapped.map(\.top) == [30.48, 30.48, 36.48, 36.48])
  }

  @Test func `digits take half an em, or what their steps say`() throws {
    #expect(try object(code("12件")).placed().map(\.left) == [20, 22, 24])
    let placed = try object(code("284", "DeltaX=\"g 2 2.5\"")).placed()
    #expect(placed.map(\.left) == [20, 22.5, 25])
    #expect(placed.map(\.right) == [22.5, 25, 27.5])
  }

  @Test func `spaced out characters keep their width`() throws {
    let placed = try object(code("总计", "DeltaX=\"20\"")).placed()
    #expect(placed.map(\.right) == [24, 44])
    #expect(try object(code("1 2", "DeltaX=\"g 2 9\"")).placed().map(\.right) == [22, 31, 40])
  }

  @Test func `condensed characters are narrower and step as told`() throws {
    let placed = try object(code("文件", "DeltaX=\"4\""), "HScale=\"0.5\"").placed()
    #expect(placed.map(\.left) == [20, 24])
    #expect(placed.map(\.right) == [22, 26])
    #expect(try object(code("文件"), "HScale=\"0.5\"").placed().map(\.left) == [20, 22])
  }

  @Test func `the matrix turns and stretches before the boundary moves`() throws {
    // Twice as large.
    #expect(
      try object(code("公"), "CTM=\"2 0 0 2 1 1\"").placed() == [PlacedText("公", 21, 31.96, 29, 39.96)])
    // A quarter turn clockwise.
    let turned =
      "<ofd:TextObject ID=\"9\" Boundary=\"20 30 100 20\" Size=\"4\" CTM=\"0 1 -1 0 4 0\">"
      + "<ofd:TextCode X=\"0\" Y=\"0\" DeltaX=\"4\">印章</ofd:TextCode></ofd:TextObject>"
    let placed = try OFDBuilder(turned + OFDBuilder.text("本年度办理结果", y: 100)).placed()
    #expect(
      Array(placed.prefix(2)) == [PlacedText("印", 23.52, 30, 27.52, 34), PlacedText("章", 23.52, 34, 27.52, 38)])
  }

  /// Each matrix and direction of characters, and how the characters lie on the page.
  @Test(arguments: [
    ("1 0 0 1 0 0", 0, Glyph.Turn.none), ("0 1 -1 0 9 0", 0, .right), ("-1 0 0 -1 9 9", 0, .over),
    ("0 -1 1 0 0 9", 0, .left), ("1 0 0 1 0 0", 90, .right), ("0 1 -1 0 9 0", 270, .none),
    ("2 0.1 -0.1 2 0 0", 0, .none),
  ])
  func `it is said how characters are turned`(_ matrix: String, _ direction: Int, _ turn: Glyph.Turn) throws {
    let builder = object(code("公"), "CTM=\"\(matrix)\" CharDirection=\"\(direction)\"")
    #expect(try #require(builder.painted().first).glyphs.map(\.turn) == [turn])
  }

  @Test func `a page whose text lies on its side is read as it is held`() throws {
    let builder = OFDBuilder(
      """
      <ofd:TextObject ID="9" Boundary="0 0 210 297" Size="4" CTM="0 1 -1 0 150 40">
      <ofd:TextCode X="0" Y="0">政府信息</ofd:TextCode><ofd:TextCode X="0" Y="9">公开</ofd:TextCode></ofd:TextObject>
      """)
    guard case .document(let document) = try Extractor().extract(builder.bytes) else {
      Issue.record("no document")
      return
    }
    #expect(
      document.blocks == [
        .paragraph(Paragraph(text: "政府信息", place: Place(page: 1, line: 1))),
        .paragraph(Paragraph(text: "公开", place: Place(page: 1, line: 2))),
      ])
  }

  /// Each sign behind the number 284, and what is read. The number ends at 26 mm, on a baseline of 34 mm.
  @Test(arguments: [
    (
      "<ofd:TextObject Boundary=\"26 30 5 5\" Size=\"2.4\"><ofd:TextCode X=\"0\" Y=\"2.6\">1</ofd:TextCode></ofd:TextObject>",
      "284¹"
    ),
    (
      "<ofd:TextObject Boundary=\"26 30 5 5\" Size=\"2.4\"><ofd:TextCode X=\"0\" Y=\"5\">2</ofd:TextCode></ofd:TextObject>",
      "284₂"
    ),
    (
      "<ofd:TextObject Boundary=\"26 30 5 5\" Size=\"4\"><ofd:TextCode X=\"0\" Y=\"2.6\">1</ofd:TextCode></ofd:TextObject>",
      "284¹"
    ),
    (
      "<ofd:TextObject Boundary=\"26 30 5 5\" CTM=\"0.6 0 0 0.6 0 1\" Size=\"4\"><ofd:TextCode X=\"0\" Y=\"2.6\">1</ofd:TextCode></ofd:TextObject>",
      "284¹"
    ),
    (
      "<ofd:TextObject Boundary=\"26 30 5 5\" Size=\"2.4\"><ofd:TextCode X=\"0\" Y=\"4\">5</ofd:TextCode></ofd:TextObject>",
      "2845"
    ),
    (
      "<ofd:TextObject Boundary=\"26 30 5 5\" Size=\"4\"><ofd:TextCode X=\"0\" Y=\"4\">5</ofd:TextCode></ofd:TextObject>",
      "2845"
    ),
  ])
  func `a sign raised or lowered keeps its height`(_ sign: String, _ read: String) throws {
    let builder = OFDBuilder(OFDBuilder.text("284") + sign + OFDBuilder.text("下一行的文字", y: 40))
    guard case .document(let document) = try Extractor().extract(builder.bytes),
      case .paragraph(let paragraph)? = document.blocks.first
    else {
      Issue.record("no paragraph")
      return
    }
    #expect(paragraph.text.filter { $0 != " " } == read)
  }

  /// Raised by its own steps, in one object.
  @Test func `a sign that steps off the line in its text keeps its height`() throws {
    let builder = object(
      code("284", "DeltaX=\"2 2\"") + "<ofd:TextCode X=\"6\" Y=\"2.4\">1</ofd:TextCode>"
        + "<ofd:TextCode X=\"0\" Y=\"12\">下一行</ofd:TextCode>")
    guard case .document(let document) = try Extractor().extract(builder.bytes),
      case .paragraph(let paragraph)? = document.blocks.first
    else {
      Issue.record("no paragraph")
      return
    }
    #expect(paragraph.text.filter { $0 != " " } == "284¹")
  }

  /// A stroke, a thin box and an underline at 34 mm, by what they leave.
  @Test(arguments: [
    ("20 32.4 6 1", "M 0 0 L 6 0", "", ""),
    ("20 32.3 6 1", "M 0 0 L 6 0 6 0.2 0 0.2 C", "Fill=\"true\" Stroke=\"false\"", ""),
    ("20 34.4 6 1", "M 0 0 L 6 0", "", "284"), ("10 32.4 80 1", "M 0 0 L 80 0", "", "284"),
    ("20 32.4 6 1", "M 0 0 L 6 0", "Alpha=\"0\"", "284"),
  ])
  func `text that is struck through is not said`(
    _ boundary: String, _ data: String, _ attributes: String, _ left: String
  ) throws {
    let line =
      "<ofd:PathObject Boundary=\"\(boundary)\" \(attributes)><ofd:AbbreviatedData>\(data)</ofd:AbbreviatedData></ofd:PathObject>"
    let builder = OFDBuilder(OFDBuilder.text("284") + line + OFDBuilder.text("件", x: 30))
    guard case .document(let document) = try Extractor().extract(builder.bytes),
      case .paragraph(let paragraph)? = document.blocks.first
    else {
      Issue.record("no paragraph")
      return
    }
    #expect(paragraph.text.filter { $0 != " " } == left + "件")
    #expect(paragraph.struck == (left.isEmpty ? "284" : ""))
  }

  @Test func `text that runs aslant is a watermark`() throws {
    let aslant = "CTM=\"0.7071 -0.7071 0.7071 0.7071 0 0\""
    #expect(try OFDBuilder(OFDBuilder.text("内部资料", y: 100, aslant) + OFDBuilder.text("一")).texts() == ["一"])
  }

  /// Each direction of reading, and the corner at which the second character begins.
  @Test(arguments: [(0, 24.0, 30.48), (90, 20, 34.48), (180, 16, 30.48), (270, 20, 26.48)])
  func `lines run in the direction of reading`(_ direction: Int, _ left: Double, _ top: Double) throws {
    let placed = try object(code("公开"), "ReadDirection=\"\(direction)\"").placed()
    #expect(placed.last == PlacedText("开", left, top, left + 4, top + 4))
  }

  @Test(arguments: [
    ("0", PlacedText("公", 20, 30.48, 24, 34.48)), ("90", PlacedText("公", 19.52, 34, 23.52, 38)),
    ("180", PlacedText("公", 16, 33.52, 20, 37.52)), ("-90", PlacedText("公", 16.48, 30, 20.48, 34)),
    ("270", PlacedText("公", 16.48, 30, 20.48, 34)), ("nan", PlacedText("公", 20, 30.48, 24, 34.48)),
  ])
  func `characters are turned about their origin`(_ direction: String, _ room: PlacedText) throws {
    let builder = OFDBuilder(
      OFDBuilder.text("公", "CharDirection=\"\(direction)\"") + OFDBuilder.text("开始", y: 90))
    #expect(try builder.placed().first == room)
  }

  @Test func `a text code without a place begins where the standard says, or goes on`() throws {
    let first = code("收到", "DeltaX=\"4\"")
    let codes = first + "<ofd:TextCode Y=\"10\">申请</ofd:TextCode><ofd:TextCode>数量</ofd:TextCode>"
    let placed = try object(codes).placed()
    #expect(placed.map(\.left) == [20, 24, 20, 24, 28, 32])
    #expect(placed.map(\.top) == [30.48, 30.48, 36.48, 36.48, 36.48, 36.48])
    #expect(try object("<ofd:TextCode>一</ofd:TextCode>").placed() == [PlacedText("一", 20, 26.48, 24, 30.48)])
  }

  @Test func `glyph numbers do not stand in for the text beside them`() throws {
    let glyphs =
      "<ofd:CGTransform CodePosition=\"0\" CodeCount=\"2\" GlyphCount=\"2\"><ofd:Glyphs>1005 77</ofd:Glyphs></ofd:CGTransform>"
    #expect(try object(glyphs + code("12", "DeltaX=\"2\"")).texts() == ["12"])
  }

  @Test(arguments: [
    ("全 年", "全 年"), ("　一、", "　一、"), ("A&amp;B&lt;C", "A&B<C"), ("&#x653F;&#24220;", "政府"),
    // Escaped twice, and set on lines of its own.
    ("1&amp;lt;2&amp;nbsp;&amp;amp;", "1<2 &"), ("\n      政府\n      信息\n    ", "政府信息"), (" 政\r\n府 ", " 政府 "),
    ("<![CDATA[政<府]]>", "政<府"), ("<!-- 一 -->政<?x y?>府", "政府"), ("𠂇镇", "𠂇镇"), ("", ""),
    ("\u{E123}年\u{FFFD}", "\u{FFFD}年\u{FFFD}"), ("政\u{200B}\u{AD}府\u{FEFF}", "政府"),
  ])
  func `text is kept as it stands`(_ written: String, _ read: String) throws {
    #expect(try OFDBuilder(OFDBuilder.text(written) + OFDBuilder.text("。", y: 60)).texts() == [read + "。"])
  }

  @Test func `marks are drawn on the character before`() throws {
    #expect(try object(code("e\u{301}葛\u{E0100}")).placed().map(\.text) == ["e\u{301}", "葛\u{E0100}"])
  }

  @Test(arguments: [
    "Visible=\"false\"", "Visible=\" False \"", "Visible=\"0\"", "Alpha=\"0\"", "Alpha=\"0.0\"", "Fill=\"false\"",
    "Fill=\"false\" Stroke=\"false\"",
  ])
  func `text that is not seen is not read`(_ attributes: String) throws {
    #expect(try OFDBuilder(OFDBuilder.text("密", attributes) + OFDBuilder.text("公")).texts() == ["公"])
  }

  @Test(arguments: [
    "Visible=\"true\"", "Alpha=\"255\"", "Alpha=\"80\"", "Fill=\"false\" Stroke=\"true\"", "Weight=\"900\"",
  ])
  func `text that is seen is read`(_ attributes: String) throws {
    #expect(try OFDBuilder(OFDBuilder.text("密", attributes) + OFDBuilder.text("公")).texts() == ["密公"])
  }

  @Test func `text in a transparent colour is not read`() throws {
    let color = "<ofd:FillColor Value=\"0 0 0\" Alpha=\"0\"/>"
    #expect(try OFDBuilder(OFDBuilder.text("公") + object(color + code("密")).pages[0]).texts() == ["公"])
  }

  @Test func `text off the page, or all of it outside its boundary, is not read`() throws {
    let outside =
      "<ofd:TextObject ID=\"9\" Boundary=\"20 30 0.5 0\" Size=\"4\"><ofd:TextCode X=\"0\" Y=\"19\">藏</ofd:TextCode></ofd:TextObject>"
    let texts = try OFDBuilder(
      OFDBuilder.text("左", x: -10) + OFDBuilder.text("下", y: 300) + outside
        + OFDBuilder.text("公开", x: 207)
    ).texts()
    #expect(texts == ["公"])
  }

  @Test(arguments: ["0 0 0 0", "", "1 2 3", "nan nan nan nan", "1e308 0 1 1"])
  func `without a boundary text stands at the corner of the page`(_ boundary: String) throws {
    let builder = OFDBuilder(
      "<ofd:TextObject ID=\"9\" Boundary=\"\(boundary)\" Size=\"4\"><ofd:TextCode X=\"50\" Y=\"60\">公</ofd:TextCode></ofd:TextObject>"
    )
    #expect(try builder.placed() == [PlacedText("公", 50, 56.48, 54, 60.48)])
  }
}
