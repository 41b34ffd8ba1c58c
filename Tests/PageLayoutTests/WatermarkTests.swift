import DocumentModel
import PageLayout
import Testing

/// What is printed behind the text of a page belongs to no line and no cell.
@Suite struct WatermarkTests {
  private func page(_ write: (inout Sheet) -> Void) -> Sheet {
    var sheet = Sheet()
    for (index, text) in ["根据条例的规定公布本年度报告", "全年收到申请二百件", "本年度没有责任追究的情形"].enumerated() {
      sheet.write(text, 60, 60 + 20 * Double(index))
    }
    sheet.grid([100, 200, 300], [200, 230, 260])
    sheet.write("甲", 110, 215)
    sheet.write("284", 240, 215)
    sheet.write("乙", 110, 245)
    sheet.write("7", 240, 245)
    write(&sheet)
    return sheet
  }

  private func expect(_ sheet: Sheet, sourceLocation: SourceLocation = #_sourceLocation) {
    let plain = page { _ in }
    #expect(sheet.lines == plain.lines, sourceLocation: sourceLocation)
    #expect(sheet.tables == plain.tables, sourceLocation: sourceLocation)
  }

  @Test(arguments: [(true, 60.0), (true, 24), (false, 60), (false, 30)])
  func `a large word over the text`(_ isPale: Bool, _ size: Double) {
    expect(
      page { sheet in
        sheet.write("内部资料 2024", 65, 80, size: size, isPale: isPale)
        sheet.write("1234567890", 105, 225, size: size, isPale: isPale)
      })
  }

  @Test(arguments: [10.0, 16])
  func `words that are tiled, some over a rule`(_ size: Double) {
    expect(
      page { sheet in
        for y in stride(from: 30.0, to: 400, by: 45.5) {
          sheet.write("青禾镇人民政府", 50, y, size: size, isPale: true)
          sheet.write("青禾镇人民政府", 210, y, size: size, isPale: true)
        }
      })
  }

  @Test func `pale zeros are figures, and a pale page is its text`() {
    var sheet = page { _ in }
    sheet.write("0", 240, 300, isPale: true)
    #expect(sheet.lines.last?.contains("0") == true)
    let pale = page { sheet in
      sheet.page.glyphs = sheet.page.glyphs.map { Glyph(text: $0.text, box: $0.box, turn: $0.turn, isPale: true) }
    }
    expect(pale)
  }

  @Test func `a title in large letters is no watermark`() {
    let sheet = page { $0.write("年度报告", 200, 30, size: 30) }
    #expect(sheet.lines.contains { $0.contains("年度报告") })
  }
}

extension Sheet {
  fileprivate mutating func write(_ text: String, _ x: Double, _ y: Double, size: Double = 10, isPale: Bool) {
    let first = page.glyphs.count
    write(text, x, y, size: size)
    for index in page.glyphs.indices.dropFirst(first) { page.glyphs[index].isPale = isPale }
  }
}
