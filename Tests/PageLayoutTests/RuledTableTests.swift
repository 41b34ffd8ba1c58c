import DocumentModel
import PageLayout
import Testing

@Suite struct RuledTableTests {
  @Test func `a cell is what rules enclose, merged or blank, and its text in reading order`() {
    var sheet = Sheet()
    sheet.grid([100, 200, 300, 400], [100, 140])
    sheet.rule(.vertical, at: 100, from: 140, to: 200)
    sheet.rule(.vertical, at: 200, from: 140, to: 200)
    sheet.rule(.vertical, at: 400, from: 140, to: 200)
    sheet.rule(.horizontal, at: 170, from: 200, to: 400)
    sheet.rule(.horizontal, at: 200, from: 100, to: 400)
    sheet.write("度办理", 110, 130)
    sheet.write("本年", 110, 112)
    sheet.write("28", 250, 120)
    sheet.write("总计", 110, 170)
    sheet.write("（七）", 210, 155)
    #expect(
      sheet.tables.map(\.sketch) == [
        ["1,1 本年\n度办理", "1,2 28", "1,3 ", "2,1 2×1 总计", "2,2 1×2 （七）", "3,2 1×2 "]
      ])
    #expect(sheet.tables.first?.cells.first?.place == Place(page: 1, table: 1, row: 1, column: 1))
  }

  /// How rules are drawn that look the same.
  enum Drawing: CaseIterable {
    case whole, twice, doubled, inPieces, dashed, shortOfCrossings, openSides, openEnds, reversed
  }

  @Test(arguments: Drawing.allCases)
  func `rules are the same however they are drawn`(_ drawing: Drawing) {
    var sheet = Sheet()
    sheet.grid([100, 200, 300], [100, 130, 160])
    sheet.page.lines = sheet.page.lines.flatMap { line in Self.drawn(line, drawing) }
    sheet.write("甲", 110, 115)
    sheet.write("1", 210, 115)
    sheet.write("乙", 110, 145)
    #expect(sheet.tables.map(\.sketch) == [["1,1 甲", "1,2 1", "2,1 乙", "2,2 "]])
  }

  private static func drawn(_ line: RuledLine, _ drawing: Drawing) -> [RuledLine] {
    func piece(_ start: Double, _ end: Double, offset: Double = 0) -> RuledLine {
      RuledLine(axis: line.axis, position: line.position + offset, start: start, end: end)
    }
    let (start, end) = (line.start, line.end)
    let isOuter = line.axis == .vertical ? line.position != 200 : line.position != 130
    switch drawing {
    case .whole: return [line]
    case .twice: return [line, piece(start, end, offset: 0.4)]
    case .doubled: return [piece(start, end, offset: -1), piece(start, end, offset: 1.5)]
    case .inPieces: return stride(from: start, to: end, by: 10).map { piece($0, $0 + 10) }
    case .dashed: return stride(from: start, to: end, by: 5).map { piece($0, $0 + 2) }
    case .shortOfCrossings: return [piece(start + 2, end - 2)]
    case .openSides: return line.axis == .vertical && isOuter ? [] : [line]
    case .openEnds: return line.axis == .horizontal && isOuter ? [] : [line]
    case .reversed: return [piece(end, start)]
    }
  }

  @Test(arguments: [Glyph.Turn.left, .right])
  func `letters that are turned in a cell are read along their lines`(_ turn: Glyph.Turn) {
    var sheet = Sheet()
    sheet.grid([100, 140, 400], [100, 200])
    for (index, character) in "本年办理".enumerated() {
      let offset = Double(index * 12)
      sheet.write(String(character), 115, turn == .right ? 120 + offset : 180 - offset, turn: turn)
    }
    sheet.write("予以公开的件数", 150, 150)
    #expect(sheet.tables.map(\.sketch) == [["1,1 本年办理", "1,2 予以公开的件数"]])
  }

  @Test func `characters set one below the other are one word`() {
    var sheet = Sheet()
    sheet.grid([100, 120, 400], [100, 200])
    for (index, character) in "三、本年度办理结果".enumerated() {
      sheet.write(String(character), 105, 107 + Double(index) * 10.5)
    }
    sheet.write("3", 250, 150)
    #expect(sheet.tables.map(\.sketch) == [["1,1 三、本年度办理结果", "1,2 3"]])
  }

  @Test func `a number wider than its column stays whole, in one line or broken where it shows`() {
    var sheet = Sheet()
    sheet.grid([100, 118, 136, 200], [100, 130])
    sheet.write("1234", 99, 115)
    sheet.write("67", 137, 110)
    sheet.write("5", 122, 110)
    sheet.write("8", 122, 120)
    #expect(sheet.tables.map(\.sketch) == [["1,1 1234", "1,2 5\u{2028}8", "1,3 67"]])
  }

  @Test func `two numbers in one cell never become one`() {
    var sheet = Sheet()
    sheet.grid([100, 200, 300], [100, 130])
    sheet.write("3", 150, 110)
    sheet.write("5", 150, 122)
    sheet.write("7", 250, 115)
    #expect(sheet.tables.map(\.sketch) == [["1,1 3\n5", "1,2 7"]])
  }

  @Test func `a small raised digit is no digit of the figure`() {
    var sheet = Sheet()
    sheet.grid([100, 200, 300], [100, 130])
    sheet.write("34", 150, 115)
    sheet.write("2", 160, 111, size: 6)
    #expect(sheet.tables.map(\.sketch) == [["1,1 34²", "1,2 "]])
  }

  /// How far the frames of fields are from the rules at their left and right, in points.
  @Test(arguments: [1.5, 3, 8, 30])
  func `the frame of a field is a part of its cell`(_ distance: Double) {
    var sheet = Sheet()
    sheet.grid([100, 200, 300, 400], [100, 140, 180])
    for (left, top) in [(200.0, 112.0), (300, 112), (200, 152)] {
      sheet.grid([left + distance, left + 100 - distance], [top, top + 16])
      sheet.write("7", left + 48, top + 8)
    }
    sheet.write("甲", 110, 120)
    sheet.write("乙", 110, 160)
    #expect(sheet.tables.map(\.sketch) == [["1,1 甲", "1,2 7", "1,3 7", "2,1 乙", "2,2 7", "2,3 "]])
  }

  @Test func `cells that stand apart are a table`() {
    var sheet = Sheet()
    for (row, y) in [100.0, 122].enumerated() {
      for (column, x) in [100.0, 162, 224].enumerated() {
        sheet.grid([x, x + 60], [y, y + 20])
        sheet.write("\(row)\(column)", x + 20, y + 10)
      }
    }
    sheet.grid([98, 286], [98, 144])
    #expect(sheet.tables.map { $0.cells.map(\.text) } == [["00", "01", "02", "10", "11", "12"]])
  }

  @Test func `a frame round the page and a box in a cell are no tables`() {
    var sheet = Sheet()
    sheet.grid([20, 580], [20, 780])
    sheet.grid([100, 200, 300], [100, 130, 160])
    sheet.grid([110, 118], [105, 113])
    sheet.write("说明", 100, 60)
    sheet.write("甲", 130, 115)
    #expect(sheet.tables.map(\.sketch) == [["1,1 甲", "1,2 ", "2,1 ", "2,2 "]])
    #expect(sheet.lines == ["说明"])
  }

  @Test func `lines stand before and behind the table, and tables are counted`() {
    var sheet = Sheet()
    sheet.write("后", 100, 300)
    sheet.write("前", 100, 50)
    sheet.grid([100, 200, 300], [100, 130])
    sheet.grid([100, 200, 300], [200, 230])
    sheet.write("1", 150, 115)
    sheet.write("2", 150, 215)
    let blocks = PageLayout.blocks(of: [sheet.page])
    #expect(
      blocks.map { block in
        switch block {
        case .paragraph(let paragraph): paragraph.text
        case .table(let table): "table \(table.place.table ?? 0)"
        }
      } == ["前", "table 1", "table 2", "后"])
  }

  @Test func `a table that goes on over the page keeps its number and counts its rows on`() {
    var first = Sheet(1)
    first.write("标题", 100, 100)
    first.grid([100, 200, 300], [600, 650, 700])
    first.write("1", 150, 625)
    var second = Sheet(2)
    second.grid([100, 200, 300], [80, 100])
    second.write("2", 150, 90)
    second.grid([100, 150, 300], [300, 320])
    second.write("3", 120, 310)
    let tables = PageLayout.blocks(of: [first.page, second.page]).compactMap { block in
      if case .table(let table) = block { table } else { nil }
    }
    #expect(tables.map(\.place) == [Place(page: 1, table: 1), Place(page: 2, table: 1), Place(page: 2, table: 2)])
    #expect(tables.compactMap(\.cells.first?.place.row) == [1, 3, 1])
  }
}
