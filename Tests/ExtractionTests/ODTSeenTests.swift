import DocumentModel
import Testing

/// What is seen of tables and forms in OpenDocument.
@Suite struct ODTSeenTests {
  private static let styles =
    ODTTextTests.styles
    + [("blue", "#003366", nil), ("white", "#ffffff", nil), ("clear", "transparent", "blue"), ("child", nil, "blue")]
    .map { (name: String, colour: String?, parent: String?) in
      """
      <style:style style:name="\(name)" style:family="table-cell"\(parent.map { " style:parent-style-name=\"\($0)\"" } ?? "")>\
      <style:table-cell-properties\(colour.map { " fo:background-color=\"\($0)\"" } ?? "")/></style:style>
      """
    }.joined() + """
      <style:style style:name="row" style:family="table-row"><style:table-row-properties fo:background-color="#003366"/>\
      </style:style>
      """

  /// White text is seen on a dark ground and on no other.
  @Test(arguments: [
    ("", "", "", false), ("", "table:style-name=\"row\"", "", true), ("", "", "table:style-name=\"blue\"", true),
    ("", "table:style-name=\"row\"", "table:style-name=\"white\"", false),
    ("", "table:style-name=\"row\"", "table:style-name=\"clear\"", true), ("", "", "table:style-name=\"clear\"", false),
    ("", "", "table:style-name=\"child\"", true),
    ("", "table:default-cell-style-name=\"blue\"", "", true), ("table:default-cell-style-name=\"blue\"", "", "", true),
    ("table:default-cell-style-name=\"blue\"", "table:default-cell-style-name=\"white\"", "", false),
    ("table:default-cell-style-name=\"blue\"", "", "table:style-name=\"white\"", false),
  ])
  func `what lies under a cell is its own, its row's or its column's`(
    _ column: String, _ row: String, _ cell: String, _ isSeen: Bool
  ) throws {
    let body = """
      <table:table><table:table-column/><table:table-column \(column)/><table:table-row \(row)><table:table-cell>\
      <text:p>甲</text:p></table:table-cell><table:table-cell \(cell)><text:p><text:span text:style-name="W">9</text:span>\
      </text:p></table:table-cell></table:table-row></table:table>
      """
    #expect(try FlowReading.openLines(body, styles: Self.styles) == ["甲 | \(isSeen ? "9" : "")"])
  }

  @Test func `hidden columns are not there`() throws {
    func cell(_ text: String, _ more: String = "") -> String {
      "<table:table-cell \(more)><text:p>\(text)</text:p></table:table-cell>"
    }
    let covered = "<table:covered-table-cell/>"
    let body = """
      <table:table><table:table-header-columns><table:table-column/></table:table-header-columns><table:table-columns>\
      <table:table-column table:number-columns-repeated="2" table:visibility="collapse"/><table:table-column/>\
      </table:table-columns>\
      <table:table-row>\(cell("甲"))\(cell("藏"))\(cell("藏"))\(cell("乙"))\(cell("丙"))</table:table-row>\
      <table:table-row>\(cell("丁"))\(cell("戊", "table:number-columns-spanned=\"3\""))\(covered)\(covered)</table:table-row>\
      <table:table-row>\(cell("己", "table:number-columns-repeated=\"4\""))</table:table-row></table:table>
      """
    let table = try #require(try FlowReading.document(ODTBuilder(body).bytes).tables.first)
    #expect(
      table.layout == [
        "1,1 1×1 甲", "1,2 1×1 乙", "1,3 1×1 丙", "2,1 1×1 丁", "2,2 1×1 戊", "3,1 1×1 己", "3,2 1×1 己",
      ])
  }

  @Test(arguments: ["999999999", "-5", "x"])
  func `columns repeated without end do no harm`(_ count: String) throws {
    let body = """
      <table:table><table:table-column table:number-columns-repeated="\(count)"/><table:table-column \
      table:number-columns-repeated="\(count)"/><table:table-row><table:table-cell><text:p>甲</text:p>\
      </table:table-cell></table:table-row></table:table>
      """
    #expect(try FlowReading.openLines(body) == ["甲"])
  }

  @Test(arguments: [
    ("<form:text form:id=\"c\" form:value=\"3\" form:current-value=\"30\"/>", "30"),
    ("<form:number form:id=\"c\" form:value=\"3\"/>", "3"), ("<form:textarea form:id=\"c\"/>", ""),
    ("<form:formatted-text form:id=\"c\" form:current-value=\"30\"/>", "30"),
    ("<form:password form:id=\"c\" form:value=\"3\"/>", ""), ("<form:text form:id=\"d\" form:value=\"3\"/>", ""),
    (
      """
      <form:listbox form:id="c"><form:option form:label="29" form:selected="true"/>\
      <form:option form:label="30" form:current-selected="true"/></form:listbox>
      """, "30"
    ),
    ("<form:listbox form:id=\"c\"><form:option form:label=\"29\" form:selected=\"true\"/></form:listbox>", "29"),
  ])
  func `a field of a form shows its value`(_ control: String, _ value: String) throws {
    let body = """
      <office:forms><form:form>\(control)</form:form></office:forms><text:p>收到<draw:control draw:control="c" \
      text:anchor-type="as-char"/>件</text:p>
      """
    #expect(try FlowReading.openLines(body) == ["收到\(value)件"])
  }
}
