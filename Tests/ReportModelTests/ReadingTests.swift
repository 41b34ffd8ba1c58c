import DocumentModel
import Foundation
import ReportModel
import TestFixtures
import Testing

@Suite struct ReadingTests {
  @Test(arguments: [
    ("青禾镇2024年政府信息公开工作年度报告", "青禾镇", 2024),
    ("2024年青禾镇政府信息公开工作年度报告", "青禾镇", 2024),
    ("青禾镇2024年度政府信息公开工作年度报告", "青禾镇", 2024),
    ("青禾镇 2 0 2 4 年政府信息公开工作年度报告", "青禾镇", 2024),
    ("青禾镇人民政府２０２４年政府信息公开工作年度报告", "青禾镇", 2024),
    ("红旗区青禾镇\n2024年政府信息公开工作年度报告", "青禾镇", 2024),
    ("红旗区人民政府新华街道办事处\n2024年政府信息公开工作\n年度报告", "新华街道", 2024),
    ("青禾镇2024年政府信息公开工作年度报告¹", "青禾镇", 2024), ("青禾镇人民政府*\n2024年政府信息公开工作年度报告¹", "青禾镇", 2024),
    ("附件1\n青禾镇2024年政府信息公开工作年度报告", "青禾镇", 2024),
    ("附件\n红旗区新华街道办事处2024年政府信息公开工作年度报告", "新华街道", 2024),
    ("晋城市城区北街街道2024年政府信息公开工作年度报告", "北街街道", 2024),
    ("红旗区教育体育局二〇二四年政府信息公开工作年度报告", "红旗区教育体育局", 2024),
    ("2024年红旗区人民政府信息公开工作年度报告", "红旗区", 2024),
    ("红旗区小店镇2024年政府信息公开年度报告", "小店镇", 2024),
  ])
  func `a title gives unit and year`(_ title: String, _ office: String, _ year: Int) throws {
    let text = try Corpus.text().replacingOnly("青禾镇 2024 年政府信息公开工作年度报告\n根据", with: title + "\n根据")
    let report = try #require(try Reading.report(text))
    #expect(report.office == office)
    #expect(report.year == year)
  }

  @Test func `every figure remembers its line`() throws {
    let report = try #require(try Reading.report(Corpus.text("qinghe-2024.layout.txt")))
    let lines = try Corpus.text("qinghe-2024.layout.txt").split(separator: "\n", omittingEmptySubsequences: false)
    for table in report.tables {
      for row in table.rows {
        for cell in row.cells {
          let line = try #require(cell.place.line)
          let figure = try #require(cell.figure)
          #expect(lines[line - 1].contains(figure.description))
        }
      }
    }
  }

  @Test func `a table of contents before the report does not catch the sections`() throws {
    let contents = """
      目录
      一、总体情况
      二、主动公开政府信息情况
      三、收到和处理政府信息公开申请情况
      四、政府信息公开行政复议、行政诉讼情况
      五、存在的主要问题及改进情况
      六、其他需要报告的事项

      """
    let text = try Corpus.text().replacingOnly("根据《中华", with: contents + "根据《中华")
    let report = try #require(try Reading.report(text))
    #expect(report.figures.count == 200)
    #expect(report.sections.allSatisfy { ($0.place.line ?? 0) > 8 && !$0.paragraphs.isEmpty })
  }

  @Test func `headings restarted inside a section do not end it`() throws {
    let text = try Corpus.text().replacingOnly(
      "一、总体情况\n", with: "一、总体情况\n一、主动公开\n内容。\n二、依申请公开\n内容。\n三、监督保障\n内容。\n")
    let report = try #require(try Reading.report(text))
    #expect(report.sections.map(\.number) == [1, 2, 3, 4, 5, 6])
    #expect(report.sections.first?.paragraphs.first?.text == "一、主动公开")
    #expect(report.figures.count == 200)
  }

  /// Tables as word processors save them to text: one cell a line, or tabs between the cells.
  @Test func `tables with one cell on each line are read`() throws {
    let text = try Corpus.text().split(separator: "\n").map { line in
      line.allSatisfy { $0.isNumber || $0 == " " || $0 == "." } ? String(line.replacing(" ", with: "\n")) : String(line)
    }.joined(separator: "\n")
    #expect(try Reading.report(text)?.figures.map(\.figure) == Reading.report(Corpus.text())?.figures.map(\.figure))
  }

  @Test func `tables with tabs between the cells are read, merged cells and all`() throws {
    let text = try Corpus.text().split(separator: "\n").map { line in
      line.allSatisfy { $0.isNumber || $0 == " " || $0 == "." }
        ? "\t\t" + String(line.replacing(" ", with: "\t")) : String(line)
    }.joined(separator: "\n")
    #expect(try Reading.report(text)?.figures.map(\.figure) == Reading.report(Corpus.text())?.figures.map(\.figure))
  }

  @Test func `a line that is long beyond reason does not hide the report behind it`() throws {
    let report = try #require(try Reading.report(String(repeating: "1 ", count: 1_000_000) + "\n" + Corpus.text()))
    #expect(report.figures.count == 200)
  }

  @Test func `figures are not looked for behind a megabyte of them`() throws {
    let filler = String(repeating: String(repeating: "1 ", count: 4_000) + "\n", count: 150)
    let report = try #require(
      try Reading.report(try Corpus.text().replacingOnly("二、主动公开", with: filler + "二、主动公开")))
    #expect(report.sections.count == 6)
    #expect(report.figures.isEmpty)
  }

  @Test func `a table of a document with cells is read as well`() throws {
    let lines = try #require(try Reading.document(Array(Corpus.text().utf8))).blocks
    var row = 0
    let blocks = lines.map { block -> Document.Block in
      guard case .paragraph(let paragraph) = block else { return block }
      let pieces = paragraph.text.split(separator: " ")
      guard let first = pieces.first, first.allSatisfy(\.isNumber), pieces.count >= 5 else { return block }
      row += 1
      let cells = pieces.enumerated().map { Cell(text: String($1), place: Place(table: 1, row: row, column: $0 + 1)) }
      return .table(Table(cells: cells, place: Place(table: 1)))
    }
    let report = try #require(
      ReportReader(library: try FormLibrary.builtIn()).read(Document(format: .docx, blocks: blocks)))
    #expect(report.figures.count == 200)
    #expect(report.tables[1]["received", "research"]?.place.column == 3)
  }

  @Test func `a table of one cell round the report is a frame, not a table`() throws {
    let frame = Cell(text: try Corpus.text(), place: Place(table: 1, row: 1, column: 1))
    let document = Document(format: .docx, blocks: [.table(Table(cells: [frame], place: Place(table: 1)))])
    let report = try #require(ReportReader(library: try FormLibrary.builtIn()).read(document))
    #expect(report.office == "青禾镇")
    #expect(report.sections.map(\.number) == [1, 2, 3, 4, 5, 6])
    #expect(report.figures.count == 200)
  }

  @Test(arguments: [
    ("1\n2", CellReading.Content.notANumber("1\n2")), ("12\n", .figure(12)),
    ("22\n（其中修订16件）", .remarked(22, remark: "其中修订16件")),
  ])
  func `two numbers in one cell are not put together to one`(_ text: String, _ content: CellReading.Content) throws {
    let lines = try #require(try Reading.document(Array(Corpus.text().utf8))).blocks
    let blocks = lines.map { block -> Document.Block in
      guard case .paragraph(let paragraph) = block, paragraph.text == "行政许可 1377" else { return block }
      let cells = ["行政许可", text].enumerated().map { Cell(text: $1, place: Place(table: 1, row: 1, column: $0 + 1)) }
      return .table(Table(cells: cells, place: Place(table: 1)))
    }
    let report = try #require(
      ReportReader(library: try FormLibrary.builtIn()).read(Document(format: .docx, blocks: blocks)))
    #expect(report.tables[0]["licensing", "decisions"]?.content == content)
  }

  @Test func `a blank cell of a layout is put in its column`() throws {
    let text = try Corpus.text("qinghe-2024.layout.txt")
    let line = try #require(text.split(separator: "\n").first { $0.contains("8.属于") })
    let blanked = try #require(line.range(of: "7 ").map { line.replacingCharacters(in: $0, with: "  ") })
    let report = try #require(try Reading.report(text.replacingOnly(String(line), with: blanked)))
    #expect(report.tables[1]["refused.administrative_query", "public_interest"]?.content == .blank)
    #expect(report.tables[1]["refused.administrative_query", "other"]?.figure == 5)
    #expect(report.figures.count == 199)
  }

  @Test func `a report of the form of 2019 keeps its signs and money`() throws {
    let report = try #require(try Reading.report(Corpus.bytes("form-2019.txt")))
    let figures = Dictionary(uniqueKeysWithValues: report.figures.map { ($0.id, $0.figure) })
    #expect(report.form.id == "2019")
    #expect(figures.count == 198)
    #expect(figures["disclosure.licensing.change"] == 1036)
    #expect(figures["disclosure.coercion.change"] == -1)
    #expect(figures["disclosure.procurement.amount"] == 251_000)
    #expect(figures["requests.otherwise.total"] == 46)
  }

  @Test func `money is in the unit of its head`() throws {
    let text = try Corpus.text().replacingOnly("（单位：万元）", with: "（单位：元）")
    let report = try #require(try Reading.report(text.replacingOnly("行政事业性收费 13.07", with: "行政事业性收费 130700")))
    #expect(report.tables[0]["fees", "amount"]?.figure?.description == "13.07")
    #expect(report.tables[0].notes.map(\.kind) == [.unit(column: "本年收费金额", found: "元", expected: "万元")])

    let of2019 = String(decoding: try Corpus.bytes("form-2019.txt"), as: UTF8.self)
    let procurement = try #require(try Reading.report(of2019.replacingOnly("采购总金额", with: "采购总金额（万元）")))
    #expect(procurement.tables[0]["procurement", "amount"]?.figure == 251_000)
  }

  @Test func `money in the other unit is converted exactly`() throws {
    let text = try Corpus.text().replacingOnly("行政事业性收费 13.07", with: "行政事业性收费 130700.5元")
    let report = try #require(try Reading.report(text))
    #expect(report.tables[0]["fees", "amount"]?.figure?.description == "13.07005")
  }
}

/// Table three in the layouts that converters and word processors give it, each made from the form and the figures.
@Suite struct LayoutTests {
  @Test(arguments: Layout.all)
  func `every layout of table three is read exactly`(_ layout: Layout) throws {
    let report = try #require(try Reading.report(layout.report(without: nil)))
    #expect(report.figures.map(\.figure) == (try Reading.report(Corpus.text())?.figures.map(\.figure)))
  }

  @Test(arguments: Layout.all)
  func `whichever row is lost, it is that row that is missing`(_ layout: Layout) throws {
    let rows = try #require(try FormLibrary.builtIn().form(forYear: 2024)).tables[1].rows
    for row in rows {
      let report = try #require(try Reading.report(layout.report(without: row.id)))
      let table = report.tables[1]
      #expect(table.rows.filter(\.isMissing).map(\.row.id) == [row.id], "\(row.label)")
      #expect(table.figures.count == 168, "\(row.label)")
    }
  }
}
