import DocumentModel
import Extraction
import Testing

@Suite struct HTMLTableTests {
  @Test(arguments: [
    ("<table><tr><td>甲</td><td>1</td></tr><tr><th>乙</th><td></td></tr></table>", "[甲|1 / 乙|]"),
    ("<TABLE><TR><TD>甲<TD>&nbsp;<TR><TD>乙<TD><p>2</TABLE>", "[甲| / 乙|2]"),
    ("<table><tr><td colspan=2>甲<tr><td>乙<td>2</table>", "[甲→2 / 乙|2]"),
    ("<table><tr><td rowspan=2>甲<td>1<tr><td>2</table>", "[甲↓2|1 / 2]"),
    ("<table><tr><td rowspan='3'>甲<td>1<tr><td>2</table>", "[甲↓2|1 / 2]"),
    ("<table><tr><td rowspan=0>甲<td>1<tr><td>2<tr><td>3</table>", "[甲↓3|1 / 2 / 3]"),
    ("<table><tr><td colspan=0 rowspan=-1>甲<td colspan=x>1</table>", "[甲|1]"),
    ("<table><tr><td>结果<br>维持<td><p>其他</p><p>结果</p><td><span>1</span><span>2</span></table>", "[结果⏎维持|其他⏎结果|12]"),
    ("<table><tr><td>甲<td>1<tr style='display:none'><td>乙<td>2<tr hidden><td>丙<td>3</table>", "[甲|1]"),
    ("<table><tr><td>甲<td style='display:none'>x<td>1</table>", "[甲|1]"),
    ("<table><tr><td>甲<td style='visibility:hidden'>x<td>1</table>", "[甲||1]"),
    ("<table><tfoot><tr><td>计<td>3<tbody><tr><td>甲<td>1<thead><tr><td>项<td>数</table>", "[项|数 / 甲|1 / 计|3]"),
    ("<table><caption>表一</caption><tr><td>甲<td>1</table>", "表一\n[甲|1]"),
    ("<table><form action=x><tr><td>甲<td>1</form></table>", "[甲|1]"),
    ("<table>单位：件<tr><td>甲<td>1</table>", "单位：件\n[甲|1]"),
    (
      "<table><tr><td>甲<td>1<![if !supportMisalignedColumns]><tr height=0><td width=50><td width=60></tr><![endif]></table>",
      "[甲|1]"
    ),
    ("<table><tr><td>甲<td>1<tr><td><td></table>", "[甲|1 / |]"),
    ("<table><tr><td><td></table>一", "一"),
    ("<tr><td>甲<td>1</tr>", "甲\n1"),
  ])
  func `a table is read as it is shown`(_ body: String, _ expected: String) throws {
    #expect(try HTMLPage.shown(body) == expected)
  }

  @Test func `spans push cells into the columns that are left`() throws {
    let body = """
      <table><tr><td colspan=2 rowspan=2>角</td><td colspan=2>人</td><td rowspan=2>计</td></tr>
      <tr><td>自</td><td>法</td></tr>
      <tr><td rowspan=2>三</td><td>甲</td><td>1</td><td>2</td><td>3</td></tr>
      <tr><td>乙</td><td>4</td><td>5</td><td>9</td></tr></table>
      """
    let document = try HTMLPage.document(Array("<html>\(body)".utf8))
    let cells = try #require(HTMLPage.tables(document).first).cells
    #expect(cells.map(\.text) == ["角", "人", "计", "自", "法", "三", "甲", "1", "2", "3", "乙", "4", "5", "9"])
    #expect(cells.map { $0.place.row } == [1, 1, 1, 2, 2, 3, 3, 3, 3, 3, 4, 4, 4, 4])
    #expect(cells.map { $0.place.column } == [1, 3, 5, 3, 4, 1, 2, 3, 4, 5, 2, 3, 4, 5])
  }

  @Test func `a span ends with its group of rows`() throws {
    let body = "<table><thead><tr><td rowspan=9>甲<td>1</thead><tbody><tr><td>乙<td>2</tbody></table>"
    #expect(try HTMLPage.shown(body) == "[甲|1 / 乙|2]")
  }

  // MARK: Layout

  @Test(arguments: [
    // One cell, or one column, round everything.
    ("<table><tr><td><p>一<p>二</table>", "一\n二"),
    ("<table><tr><td>一<tr><td>二<tr><td>三</table>", "一\n二\n三"),
    ("<table><tr><td><table><tr><td>甲<td>1</table></table>", "[甲|1]"),
    ("<table><tr><td>一<table><tr><td>甲<td>1</table>二</table>", "一\n[甲|1]\n二"),
    // Spacers beside the text.
    ("<table><tr><td width=20></td><td>一</td><td>&nbsp;</td></tr></table>", "一"),
    // Columns of a page.
    ("<table><tr><td>左</td><td><table><tr><td>甲<td>1</table></td></tr></table>", "左\n[甲|1]"),
    // Rows beside each other of which some hold tables.
    (
      "<table><tr><td>题<td>注<tr><td colspan=2><table><tr><td>甲<td>1</table><tr><td>乙<td>2</table>",
      "题\n注\n[甲|1]\n[乙|2]"
    ),
    // A table of one cell inside a cell is there for its looks.
    ("<table><tr><td>甲<td><table><tr><td>1</table><tr><td>乙<td>2</table>", "[甲|1 / 乙|2]"),
    // Divisions without end.
    ("<div><div><div><table><tr><td>甲<td>1</table></div></div></div>", "[甲|1]"),
  ])
  func `tables that lay out a page are dissolved`(_ body: String, _ expected: String) throws {
    #expect(try HTMLPage.shown(body) == expected)
  }

  @Test func `a row of running text in a table of figures is text`() throws {
    let prose = String(repeating: "<p>本年度按照规定及时公开了各类政府信息。各项制度进一步健全。</p>", count: 5)
    let body = """
      <table><tr><td colspan=2>一、总体情况</td></tr><tr><td colspan=2>\(prose)</td></tr>
      <tr><td>规章</td><td>0</td></tr><tr><td>文件</td><td>7</td></tr></table>
      """
    let lines = try HTMLPage.shown(body).split(separator: "\n")
    #expect(lines.first == "一、总体情况")
    #expect(lines.count == 7)
    #expect(lines.last == "[规章|0 / 文件|7]")
  }

  @Test func `a table of words with one sentence stays a table`() throws {
    let body = "<table><tr><td>问题<td>解读不多。<tr><td>措施<td>增加图解。</table>"
    #expect(try HTMLPage.shown(body) == "[问题|解读不多。 / 措施|增加图解。]")
  }

  // MARK: Limits

  @Test func `a table of too many columns is refused`() throws {
    let page = "<html><table><tr>" + String(repeating: "<td colspan=1000>1", count: 3) + "</table>"
    guard case .obstacle(.unreadable) = try Extractor().extract(Array(page.utf8)) else {
      Issue.record("it was read")
      return
    }
  }

  @Test(.timeLimit(.minutes(10))) func `spans without end take no time`() throws {
    let rows = String(repeating: "<tr><td colspan=900 rowspan=65534>1<td rowspan=65534>2", count: 3_000)
    _ = try Extractor().extract(Array("<html><table>\(rows)</table>".utf8))
  }

  @Test(.timeLimit(.minutes(10))) func `more cells than a document may have are refused`() throws {
    let rows = String(repeating: "<tr><td>1<td>2", count: Document.mostPieces / 2 + 1)
    let extract = try Extractor().extract(Array("<html><table>\(rows)</table>".utf8))
    #expect(extract == .obstacle(.tooLong(lines: Document.mostPieces)))
  }

  @Test(.timeLimit(.minutes(10))) func `more paragraphs than a document may have are refused`() throws {
    let extract = try Extractor().extract(
      Array("<html>".utf8) + Array(String(repeating: "1<br>", count: Document.mostPieces + 1).utf8))
    #expect(extract == .obstacle(.tooLong(lines: Document.mostPieces)))
  }
}
