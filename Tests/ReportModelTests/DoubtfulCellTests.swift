import DocumentModel
import ReportModel
import TestFixtures
import Testing

/// What a cell was read as, and what else it may mean.
@Suite struct DoubtfulCellTests {
  @Test(
    arguments: [
      ("1 2", .figure(12), Doubt.Cause.space, [[12], [1, 2]]),
      ("1\u{3000}2\u{A0}3", .figure(123), .space, [[123], [1, 2, 3]]),
      ("1 2件", .figure(12), .space, [[12], [1, 2]]),
      ("1\n2", .notANumber("1\n2"), .lineEnd, [[12], [1, 2]]),
      ("5\u{2028}8", .figure(58), .lineEnd, [[58], [5, 8]]),
      ("1，377", .figure(1377), .comma, [[1377], [1, 377]]),
      ("13,77", .notANumber("13,77"), .comma, [[1377], [13, 77]]),
      ("3、5", .notANumber("3、5"), .comma, [[35], [3, 5]]),
      ("1, 377", .figure(1377), .space, [[1377], [1, 377]]),
      ("22（另3件）", .remarked(22, remark: "另3件"), .remark, [[22], [25]]),
      ("22 (3)", .remarked(22, remark: "3"), .remark, [[22], [25]]),
      ("○", .figure(0), .circle, [[0], []]),
      ("1○", .figure(10), .circle, [[10], [1]]),
      ("1O", .notANumber("1O"), .letter, [[10]]),
      ("l2", .notANumber("l2"), .letter, [[12]]),
    ] as [(String, CellReading.Content, Doubt.Cause, [[Figure]])])
  func `a cell with two meanings keeps both`(
    _ text: String, _ content: CellReading.Content, _ cause: Doubt.Cause, _ readings: [[Figure]]
  ) throws {
    let cell = try #require(try Self.cell(text))
    #expect(cell.content == content)
    #expect(cell.doubt == Doubt(cause: cause, printed: text, readings: readings))
  }

  @Test(
    arguments: [
      ("54⁸", 54, "⁸"), ("¹54", 54, "¹"), ("54 ¹", 54, "¹"), ("54¹件", 54, "¹"), ("54件¹", 54, "¹"), ("54₁", 54, "₁"),
      ("54¹,²", 54, "¹,²"), ("54⁽¹⁾", 54, "⁽¹⁾"), ("54ᵃ", 54, "ᵃ"), ("54①", 54, "①"), ("54 ①②", 54, "①②"),
      ("54*", 54, "*"),
      ("54＊＊", 54, "**"), ("*54", 54, "*"), ("54†", 54, "†"), ("54※", 54, "※"), ("54[1]", 54, "[1]"),
      ("54［12］", 54, "[12]"),
      ("54[¹]", 54, "[¹]"), ("54[注1]", 54, "[注1]"), ("54【注】", 54, "【注】"), ("54〔1〕", 54, "〔1〕"), ("54注1", 54, "注1"),
      ("54注¹", 54, "注¹"), ("54注", 54, "注"), ("54见注2", 54, "见注2"), ("54\n[1]", 54, "[1]"),
    ] as [(String, Figure, String)])
  func `the mark of a note is none of the figure`(_ text: String, _ figure: Figure, _ mark: String) throws {
    let cell = try #require(try Self.cell(text))
    #expect(cell.content == .marked(figure, mark: mark))
    #expect(cell.doubt == nil)
  }

  @Test(arguments: [("²⁸⁴", 284), ("₉", 9)] as [(String, Figure)])
  func `where all is raised, nothing is`(_ text: String, _ figure: Figure) throws {
    #expect(try #require(try Self.cell(text)).content == .figure(figure))
  }

  @Test(arguments: [
    "5⁸4", "5①4", "①", "*", "[1]", "注1", "54[abcdefghij]", "54《1》", "5[4", "54]", "54[]", "-①", "54注意", "①54①4",
  ])
  func `what only looks like the mark of a note is no number`(_ text: String) throws {
    #expect(try Self.cell(text)?.figure == nil)
  }

  @Test(arguments: [
    "12", "１２", " 12 ", "12 件", "12\n件", "1〇", "零", "22（其中修订16件）", "22（含2件）", "22（见1、2）", "22（注）", "22（注1）", "22①", "",
    "/", "—", "-3",
    "3.5", "无",
    "一二", "1件2件", "x", "1x2", "1 2 3 4 5", "99999 9999999", String(repeating: "1 ", count: 200),
  ])
  func `a cell with one meaning, or none, is not doubtful`(_ text: String) throws {
    #expect(try #require(try Self.cell(text)).doubt == nil)
  }

  @Test func `a row says how its columns were told`() throws {
    let raw = try #require(try Reading.report(Corpus.text()))
    #expect(raw.tables[1].rows.allSatisfy { $0.placement == .count })
    let page = try #require(try Reading.report(Corpus.bytes("qinghe-2024.html")))
    #expect(page.tables[1].rows.allSatisfy { $0.placement == .cells })
    let text = try Corpus.text("qinghe-2024.layout.txt").replacingOnly(
      "8.属于    0     0     0     7     0    5    12", with: "8.属于    0     0     0           0    5    12")
    let layout = try #require(try Reading.report(text))
    #expect(
      layout.tables[1].rows.filter { $0.placement == .position }.map(\.row.id) == ["refused.administrative_query"])
  }

  @Test(arguments: try Corpus.documents())
  func `no cell of a good report is doubtful`(_ report: Corpus.Report) throws {
    let read = try #require(try Reading.report(Corpus.bytes(report.file)))
    #expect(read.tables.flatMap(\.rows).flatMap(\.cells).allSatisfy { $0.doubt == nil })
  }

  /// The cell of 行政许可 with a text in it.
  private static func cell(_ text: String) throws -> CellReading? {
    let blocks = try Reading.document(Array(Corpus.text().utf8))?.blocks.map { block -> Document.Block in
      guard case .paragraph(let paragraph) = block, paragraph.text == "行政许可 1377" else { return block }
      let cells = ["行政许可", text].enumerated().map { Cell(text: $1, place: Place(table: 1, row: 1, column: $0 + 1)) }
      return .table(Table(cells: cells, place: Place(table: 1)))
    }
    let document = Document(format: .docx, blocks: blocks ?? [])
    return ReportReader(library: try FormLibrary.builtIn()).read(document)?.tables[0]["licensing", "decisions"]
  }
}
