import DocumentModel
import PageLayout
import Testing

/// Where no rules part the columns, lines keep their words as far apart as they are on the page.
@Suite struct UnruledTableTests {
  private static let columns = [250.0, 300, 350, 400]
  private static let figures: [[String]] = [
    ["284", "26", "16", "52"], ["9", "", "8", ""], ["", "", "", "3"], ["1", "0", "12", "0"],
  ]

  private static func write(on sheet: inout Sheet) {
    for (row, figures) in figures.enumerated() {
      let y = 120 + 20 * Double(row)
      sheet.write("第\(["一", "二", "三", "四"][row])行的名称", 60, y)
      for (figure, x) in zip(figures, columns) { sheet.writeCentred(figure, x, y) }
    }
  }

  /// The rules a table may have and still not be parted into cells.
  enum Rules: CaseIterable {
    case none, below, outside, upright
  }

  @Test(arguments: Rules.allCases)
  func `figures stand below each other by their middles, and blank places stay blank`(_ rules: Rules) {
    var sheet = Sheet()
    switch rules {
    case .none: break
    case .below: for row in 0...4 { sheet.rule(.horizontal, at: 110 + 20 * Double(row), from: 50, to: 430) }
    case .outside: sheet.grid([50, 430], [110, 190])
    case .upright: sheet.grid([50, 225, 275, 325, 375, 430], [110, 190])
    }
    Self.write(on: &sheet)
    #expect(sheet.tables.isEmpty)
    let middles = sheet.lines.map { Self.numbers(in: $0) }
    let expected = middles[0].map(\.middle)
    #expect(middles.map { $0.map(\.text) } == Self.figures.map { $0.filter { !$0.isEmpty } })
    for (found, figures) in zip(middles, Self.figures) {
      let wanted = zip(figures, expected).filter { !$0.0.isEmpty }.map(\.1)
      #expect(zip(found.map(\.middle), wanted).allSatisfy { abs($0 - $1) <= 1 }, "\(found)")
    }
  }

  @Test func `columns without a rule between them are not one cell`() {
    var sheet = Sheet()
    sheet.grid([50, 225, 430], [110, 130, 150, 170, 190])
    Self.write(on: &sheet)
    #expect(sheet.tables.isEmpty)
    #expect(sheet.lines.count == 4)
  }

  /// The numbers of a line with their middles, in cells of a terminal.
  private static func numbers(in line: String) -> [(text: String, middle: Double)] {
    var numbers: [(text: String, middle: Double)] = []
    var column = 0
    var text = ""
    for character in line + " " {
      if character.isNumber, character.isASCII {
        text.append(character)
      } else if !text.isEmpty {
        numbers.append((text, Double(column) - Double(text.count) / 2))
        text = ""
      }
      column += character.isASCII ? 1 : 2
    }
    return numbers
  }
}
