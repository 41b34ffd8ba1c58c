import DocumentModel
import Testing

/// Tables of Word (ECMA-376 Part 1, 17.4).
@Suite struct DocxTableTests {
  private func layout(_ table: String) throws -> [String] {
    let document = try FlowReading.document(DocxBuilder(table + Word.text("后文")).bytes)
    return document.tables.flatMap(\.layout)
  }

  private static func span(_ count: String) -> String { "<w:gridSpan w:val=\"\(count)\"/>" }
  private static let begins = "<w:vMerge w:val=\"restart\"/>"
  private static let goesOn = "<w:vMerge/>"

  @Test func `cells keep their columns, and a merged cell stands once`() throws {
    let table = Word.table(
      Word.row(Word.cell("甲", Self.begins + Self.span("2")), Word.cell("乙", Self.span("3"))),
      Word.row(
        Word.cell("", "<w:vMerge w:val=\"continue\"/>" + Self.span("2")), Word.cell("1"), Word.cell("2"), Word.cell("")),
      Word.row(Word.cell("藏", Self.goesOn + Self.span("2")), Word.cell("3", Self.span("2")), Word.cell("4")))
    #expect(
      try layout(table) == ["1,1 3×2 甲", "1,3 1×3 乙", "2,3 1×1 1", "2,4 1×1 2", "2,5 1×1 ", "3,3 1×2 3", "3,5 1×1 4"])
  }

  @Test func `a merge ends where it does not go on`() throws {
    let table = Word.table(
      Word.row(Word.cell("甲", Self.begins), Word.cell("1")), Word.row(Word.cell("乙"), Word.cell("2")),
      Word.row(Word.cell("丙", Self.goesOn), Word.cell("3")))
    #expect(try layout(table) == ["1,1 1×1 甲", "1,2 1×1 1", "2,1 1×1 乙", "2,2 1×1 2", "3,1 1×1 丙", "3,2 1×1 3"])
  }

  @Test func `a merge goes on only below its own columns`() throws {
    let table = Word.table(
      Word.row(Word.cell("甲", Self.begins), Word.cell("乙")), Word.row(Word.cell("丙", Self.goesOn + Self.span("2"))))
    #expect(try layout(table) == ["1,1 1×1 甲", "1,2 1×1 乙", "2,1 1×2 丙"])
  }

  @Test func `rows may begin behind the first column and end before the last`() throws {
    let table = Word.table(
      Word.row(Word.cell("甲"), properties: "<w:gridBefore w:val=\"2\"/><w:gridAfter w:val=\"1\"/>"))
    #expect(try layout(table) == ["1,3 1×1 甲"])
  }

  @Test func `cells merged sideways in the old way are one`() throws {
    let table = Word.table(
      Word.row(
        Word.cell("甲", "<w:hMerge w:val=\"restart\"/>"), Word.cell("", "<w:hMerge/>"), Word.cell("乙")))
    #expect(try layout(table) == ["1,1 1×2 甲", "1,3 1×1 乙"])
  }

  @Test func `rows and cells stand in content controls and insertions as well`() throws {
    let row = Word.row("<w:sdt><w:sdtContent>\(Word.cell("甲"))</w:sdtContent></w:sdt>", Word.cell("乙"))
    let table = Word.table(
      "<w:sdt><w:sdtContent>\(row)</w:sdtContent></w:sdt>", "<w:ins w:id=\"1\">\(row)</w:ins>",
      "<w:customXml>\(row)</w:customXml>")
    #expect(try layout("<w:sdt><w:sdtContent>\(table)</w:sdtContent></w:sdt>").count == 6)
  }

  @Test func `a deleted row and a deleted cell are not there`() throws {
    let table = Word.table(
      Word.row(Word.cell("甲"), properties: "<w:del w:id=\"1\"/>"),
      Word.row(Word.cell("乙"), properties: "<w:ins w:id=\"2\"/>"),
      Word.row(Word.cell("丙", "<w:cellDel w:id=\"3\"/>"), Word.cell("丁")))
    #expect(try layout(table) == ["1,1 1×1 乙", "2,2 1×1 丁"])
  }

  @Test func `the paragraphs of a cell are its lines`() throws {
    let table = Word.table(
      Word.row(Word.cell(blocks: Word.text("三、") + Word.p("") + Word.text("办理") + Word.text("结果"))))
    #expect(try layout(table) == ["1,1 1×1 三、\n办理\n结果"])
  }

  @Test func `a row that holds a table is taken apart, the rows round it are not`() throws {
    let inner = Word.table(Word.row(Word.cell("内1"), Word.cell("内2")))
    let outer = Word.table(
      Word.row(Word.cell("头")), Word.row(Word.cell(blocks: Word.text("前") + inner + Word.text("后")), Word.cell("旁")),
      Word.row(Word.cell("尾")))
    let document = try FlowReading.document(DocxBuilder(outer + Word.table(Word.row(Word.cell("末")))).bytes)
    #expect(document.lines == ["头", "前", "内1 | 内2", "后", "旁", "尾", "末"])
    // The outer table is still the first, and its last row the third.
    #expect(document.tables.map(\.place.table) == [1, 2, 1, 3])
    #expect(document.tables[2].cells.map(\.place) == [Place(table: 1, row: 3, column: 1)])
    #expect(document.paragraphs.map(\.place.paragraph) == [1, 2, 3])
  }

  @Test func `a page that is laid out by a table reads as if it were not`() throws {
    let figures = Word.table(Word.row(Word.cell("自然人"), Word.cell("7")))
    let page = Word.table(Word.row(Word.cell(blocks: Word.text("一、总体情况") + figures + Word.text("二、"))))
    #expect(try FlowReading.lines(page) == ["一、总体情况", "自然人 | 7", "二、"])
  }

  @Test func `a blank table in a cell changes nothing`() throws {
    let blank = Word.table(Word.row(Word.cell(""), Word.cell("")))
    let table = Word.table(Word.row(Word.cell(blocks: Word.text("甲") + blank + Word.p("")), Word.cell("")))
    #expect(try layout(table) == ["1,1 1×1 甲", "1,2 1×1 "])
  }

  @Test func `a merged cell ends where its table is taken apart`() throws {
    let inner = Word.table(Word.row(Word.cell("内")))
    let table = Word.table(
      Word.row(Word.cell("甲", Self.begins), Word.cell("乙")), Word.row(Word.cell("", Self.goesOn), Word.cell("丙")),
      Word.row(Word.cell("", Self.goesOn), Word.cell(blocks: inner + Word.p(""))))
    #expect(try layout(table).first == "1,1 2×1 甲")
  }

  @Test(arguments: ["999999999", "99999999999999999999999", "-5", "0", "x", ""])
  func `a width that cannot be is cut to one that can`(_ width: String) throws {
    let table = Word.table(
      Word.row(Word.cell("甲", Self.span(width)), Word.cell("乙"), properties: "<w:gridBefore w:val=\"\(width)\"/>"))
    let document = try FlowReading.document(DocxBuilder(table).bytes)
    let cells = try #require(document.tables.first?.cells)
    #expect(cells.map(\.text) == ["甲", "乙"])
    #expect(cells.allSatisfy { (1...1024).contains($0.columnSpan) && (1...4096).contains($0.place.column ?? 0) })
  }
}
