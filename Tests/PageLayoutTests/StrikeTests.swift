import DocumentModel
import PageLayout
import Testing

/// What is struck through is no text; other lines at text strike nothing.
@Suite struct StrikeTests {
  private func sheet(_ heights: [Double], from start: Double, to end: Double) -> Sheet {
    var sheet = Sheet()
    sheet.grid([100, 200, 300], [100, 130])
    sheet.write("1376", 120, 115)
    sheet.write("1377", 140, 115)
    sheet.write("7", 250, 115)
    for height in heights { sheet.rule(.horizontal, at: height, from: start, to: end) }
    return sheet
  }

  @Test(arguments: [[115.0], [116], [114, 116.4]])
  func `a line through figures strikes them`(_ heights: [Double]) {
    let table = sheet(heights, from: 120, to: 140).tables.first
    #expect(table?.sketch == ["1,1 1377", "1,2 7"])
    #expect(table?.cells.map(\.struck) == ["1376", ""])
  }

  @Test(arguments: [119.0, 120, 121, 110])
  func `a line under or over figures strikes nothing`(_ height: Double) {
    let table = sheet([height], from: 120, to: 140).tables.first
    #expect(table?.sketch == ["1,1 13761377", "1,2 7"])
    #expect(table?.cells.map(\.struck) == ["", ""])
  }

  @Test func `a line of text may be struck in part, or all of it`() {
    var sheet = Sheet()
    sheet.write("收到申请12件13件", 60, 100)
    sheet.rule(.horizontal, at: 100.5, from: 100, to: 120)
    sheet.write("删去的一行", 60, 120)
    sheet.rule(.horizontal, at: 120.5, from: 60, to: 110)
    let paragraphs = PageLayout.blocks(of: [sheet.page]).compactMap { block in
      if case .paragraph(let paragraph) = block { paragraph } else { nil }
    }
    #expect(paragraphs.map { $0.text.filter { $0 != " " } }.filter { !$0.isEmpty } == ["收到申请13件"])
    #expect(paragraphs.map(\.struck).contains("12件"))
  }

  @Test func `a rule of the table strikes nothing, however close the text`() {
    var sheet = Sheet()
    sheet.grid([100, 200, 300], [100, 110, 120])
    sheet.write("1376", 120, 105)
    sheet.write("1377", 120, 114)
    sheet.write("7", 250, 108)
    #expect(sheet.tables.flatMap { $0.cells.map(\.struck) } == ["", "", "", ""])
  }
}
