import DocumentModel
import Testing

/// The text of OpenDocument (version 1.3 Part 3, chapters 5 to 7).
@Suite struct ODTTextTests {
  struct Example: Sendable, CustomTestStringConvertible {
    var name: String
    var content: String
    var printed: [String]

    init(_ name: String, _ content: String, _ printed: String...) {
      self.name = name
      self.content = content
      self.printed = printed
    }

    var testDescription: String { name }
  }

  static let styles = """
    <style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>\
    <style:style style:name="I" style:family="text" style:parent-style-name="H"/>\
    <style:style style:name="S" style:family="text"><style:text-properties text:display="true"/></style:style>\
    <style:style style:name="K" style:family="text"><style:text-properties style:text-line-through-style="solid"/>\
    </style:style>\
    <style:style style:name="R" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>\
    <style:style style:name="W" style:family="text"><style:text-properties fo:color="#ffffff"/></style:style>\
    <style:style style:name="A" style:family="text"><style:text-properties style:use-window-font-color="true"/>\
    </style:style>\
    <style:style style:name="P" style:family="paragraph"><style:text-properties text:display="none"/></style:style>
    """

  static let inline = [
    Example("spans", "<text:span>收到</text:span>4<text:span>18</text:span>件", "收到418件"),
    Example("spaces", "甲<text:s/><text:s text:c=\"3\"/>乙<text:tab/>丙<text:line-break/>丁", "甲    乙\t丙\n丁"),
    Example("white space of the markup", "\n  甲 \n <text:span> 乙</text:span>  ", "甲 乙"),
    Example("characters without width", "青\u{200B}禾\u{FEFF}镇", "青禾镇"),
    Example("a link", "<text:a>网址</text:a>", "网址"),
    Example("a field", "第<text:page-number>3</text:page-number>页", "第3页"),
    Example("marks", "<text:bookmark-start text:name=\"a\"/>甲<text:change-start/>乙<text:change/>", "甲乙"),
    Example(
      "a ruby", "<text:ruby><text:ruby-base>禾</text:ruby-base><text:ruby-text>hé</text:ruby-text></text:ruby>", "禾"),
    Example(
      "a drop-down list of Word",
      """
      <field:fieldmark field:type="vnd.oasis.opendocument.field.FORMDROPDOWN">\
      <field:param field:name="Dropdown_ListEntry" field:value="请选择"/>\
      <field:param field:name="Dropdown_ListEntry" field:value="30"/>\
      <field:param field:name="Dropdown_Selected" field:value="1"/></field:fieldmark>
      """, "30"),
    Example("a struck number before one", "<text:span text:style-name=\"K\">1376 </text:span>1377", "1377"),
    Example("a struck number behind one", "1377<text:span text:style-name=\"K\">1376 </text:span>", "1377"),
    Example("a raised mark", "284<text:span text:style-name=\"R\">1</text:span>", "284¹"),
    Example("a whole that is raised", "<text:span text:style-name=\"R\">284</text:span>", "284"),
    Example("white text", "甲<text:span text:style-name=\"W\">9</text:span>", "甲"),
    Example(
      "automatic colour in white text",
      "甲<text:span text:style-name=\"W\">9<text:span text:style-name=\"A\">8</text:span></text:span>", "甲8"),
    Example("a comment", "甲<office:annotation><text:p>核实</text:p></office:annotation>", "甲"),
    Example("hidden text", "甲<text:span text:style-name=\"H\">藏</text:span>", "甲"),
    Example("text hidden by a parent", "甲<text:span text:style-name=\"I\">藏</text:span>", "甲"),
    Example(
      "shown inside hidden",
      "<text:span text:style-name=\"H\">藏<text:span text:style-name=\"S\">甲</text:span></text:span>",
      "甲"),
    Example("a hidden field", "甲<text:hidden-text text:is-hidden=\"true\">藏</text:hidden-text>", "甲"),
    Example("a field that is not hidden", "<text:hidden-text text:is-hidden=\"false\">甲</text:hidden-text>", "甲"),
    Example(
      "a text box", "前<draw:frame><draw:text-box><text:p>框</text:p></draw:text-box></draw:frame>后", "前后", "框"),
    Example("a shape", "前<draw:custom-shape><text:p>形</text:p></draw:custom-shape>", "前", "形"),
    Example(
      "a hidden frame",
      "前<draw:frame draw:display=\"none\"><draw:text-box><text:p>框</text:p></draw:text-box></draw:frame>",
      "前"),
    Example(
      "a hidden paragraph", "藏<text:hidden-paragraph text:is-hidden=\"true\"/></text:p><text:p>甲", "甲"),
    Example("a paragraph of a hidden style", "</text:p><text:p text:style-name=\"P\">藏</text:p><text:p>甲", "甲"),
  ]

  @Test(arguments: inline)
  func `what is printed is read`(_ example: Example) throws {
    let lines = try FlowReading.openLines("<text:p>\(example.content)</text:p>", styles: Self.styles)
    #expect(lines == example.printed)
  }

  @Test func `sections, indexes and changes are read as accepted`() throws {
    let body = """
      <text:tracked-changes><text:changed-region><text:deletion><text:p>删</text:p></text:deletion></text:changed-region>\
      </text:tracked-changes><text:section><text:p>甲</text:p></text:section>\
      <text:section text:display="none"><text:p>藏</text:p></text:section>\
      <text:table-of-content><text:table-of-content-source><text:index-title-template>样</text:index-title-template>\
      </text:table-of-content-source><text:index-body><text:p>目录</text:p></text:index-body></text:table-of-content>
      """
    #expect(try FlowReading.openLines(body) == ["甲", "目录"])
  }

  @Test func `headers, footers and notes stand in the margins`() throws {
    var odt = ODTBuilder(
      "<text:p>正文<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>注</text:p></text:note-body></text:note></text:p>"
    )
    odt.masters = """
      <style:master-page><style:header><text:p>页眉</text:p></style:header><style:footer><text:p>页脚</text:p></style:footer>\
      <style:footer-left style:display="false"><text:p>藏</text:p></style:footer-left></style:master-page>
      """
    odt.properties = "<meta:initial-creator> 王小明 </meta:initial-creator><dc:creator>李小红</dc:creator>"
    let document = try FlowReading.document(odt.bytes)
    #expect(document.lines == ["正文¹"])
    #expect(document.margins.map(\.text) == ["页眉", "页脚", "注"])
    #expect(document.author == "王小明")
    odt.properties = "<dc:creator>李小红</dc:creator>"
    #expect(try FlowReading.document(odt.bytes).author == "李小红")
  }

  @Test func `pages end softly and where styles say so`() throws {
    let styles = """
      <style:style style:name="B" style:family="paragraph"><style:paragraph-properties fo:break-before="page"/></style:style>
      """
    let body = """
      <text:p text:style-name="B">一</text:p><text:p>一<text:soft-page-break/>至二</text:p><text:soft-page-break/>\
      <text:p>三</text:p><text:p text:style-name="B">四</text:p>
      """
    let document = try FlowReading.document(ODTBuilder(body, styles: styles).bytes)
    #expect(document.paragraphs.map(\.place) == [1, 1, 3, 4].enumerated().map { Place(page: $1, paragraph: $0 + 1) })
  }

  @Test func `cells keep their columns, and a merged cell stands once`() throws {
    let body = """
      <table:table><table:table-column table:number-columns-repeated="4"/><table:table-header-rows><table:table-row>\
      <table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="2"><text:p>甲</text:p>\
      <text:p>乙</text:p></table:table-cell><table:covered-table-cell/><table:table-cell table:number-columns-repeated="2">\
      <text:p>1</text:p></table:table-cell></table:table-row></table:table-header-rows><table:table-row-group>\
      <table:table-row table:number-rows-repeated="2"><table:covered-table-cell table:number-columns-repeated="2"/>\
      <table:table-cell/><table:table-cell><text:p>2</text:p></table:table-cell></table:table-row></table:table-row-group>\
      <table:table-row table:visibility="collapse"><table:table-cell><text:p>藏</text:p></table:table-cell>\
      </table:table-row></table:table>
      """
    let table = try #require(try FlowReading.document(ODTBuilder(body).bytes).tables.first)
    #expect(
      table.layout == [
        "1,1 2×2 甲\n乙", "1,3 1×1 1", "1,4 1×1 1", "2,3 1×1 ", "2,4 1×1 2", "3,3 1×1 ", "3,4 1×1 2",
      ])
  }

  @Test func `a row that holds a table is taken apart`() throws {
    let inner =
      "<table:table table:is-sub-table=\"true\"><table:table-row><table:table-cell><text:p>内</text:p></table:table-cell></table:table-row></table:table>"
    let body = """
      <table:table><table:table-row><table:table-cell><text:p>前</text:p>\(inner)</table:table-cell></table:table-row>\
      <table:table-row><table:table-cell><text:p>尾</text:p></table:table-cell></table:table-row></table:table>
      """
    let document = try FlowReading.document(ODTBuilder(body).bytes)
    #expect(document.lines == ["前", "内", "尾"])
    #expect(document.tables.map(\.place.table) == [2, 1])
  }
}
