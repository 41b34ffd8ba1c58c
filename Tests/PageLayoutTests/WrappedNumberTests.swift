import DocumentModel
import PageLayout
import Testing

/// Figures that are too wide for their columns go on in the next line of their cells.
@Suite struct WrappedNumberTests {
  struct Setting: CustomStringConvertible, Sendable {
    var size: Double
    var alignment: Alignment
    /// Between the text and the rule at each side, in points.
    var padding: Double
    var description: String { "\(size) points, \(alignment), \(padding) points from the rules" }
  }

  enum Alignment: CaseIterable, Sendable {
    case left, centre, right
  }

  static let settings: [Setting] = [9, 10.5, 12, 16, 22].flatMap { size in
    Alignment.allCases.flatMap { alignment in
      [2.8, 5.4, 9].map { Setting(size: size, alignment: alignment, padding: $0) }
    }
  }

  private static let figures = ["1284", "326", "1610", "5219", "17", "384", "28640"]

  @Test(arguments: settings)
  func `a row of figures stays a row`(_ setting: Setting) {
    var sheet = Sheet()
    let columns = (0...7).map { 100 + 34 * Double($0) }
    sheet.grid([60] + columns, [100, 220, 340])
    for row in 0..<2 {
      sheet.write("申请", 62, 160 + 120 * Double(row))
      for (index, figure) in Self.figures.enumerated() {
        sheet.write(figure, in: columns[index], columns[index + 1], around: 160 + 120 * Double(row), setting)
      }
    }
    let tables = sheet.tables
    #expect(tables.count == 1)
    let texts = tables.flatMap(\.cells).map { $0.text.filter(\.isNumber) }
    #expect(texts.filter { !$0.isEmpty } == Self.figures + Self.figures)
    // What stands in two lines says so.
    let lines = tables.flatMap(\.cells).filter { !$0.text.isEmpty }.map { $0.text.split(whereSeparator: \.isNewline) }
    #expect(
      lines.allSatisfy { $0.allSatisfy { Double($0.count) * setting.size / 2 <= 34 || $0.count == 1 || $0 == "申请" } })
  }

  @Test func `what a number counts may stand below it`() {
    var sheet = Sheet()
    sheet.grid([100, 200, 300, 400], [100, 140])
    for x in [120.0, 220, 320] {
      sheet.write("284", x, 112)
      sheet.write("件", x, 126)
    }
    #expect(sheet.tables.map(\.sketch) == [["1,1 284\n件", "1,2 284\n件", "1,3 284\n件"]])
  }

  @Test func `a cell that rules enclose is one though its numbers had room`() {
    var sheet = Sheet()
    sheet.grid([60, 140, 200, 300, 400], [100, 140])
    sheet.write("总计", 70, 120)
    for x in [150.0, 220, 320] {
      sheet.write("38", x, 112)
      sheet.write("90", x, 126)
    }
    #expect(sheet.tables.map(\.sketch) == [["1,1 总计"] + (2...4).map { "1,\($0) 38\n90" }])
  }

  @Test func `figures of two rows that no rule parts are no figures of one`() {
    var sheet = Sheet()
    sheet.grid([60, 100, 200, 300, 400], [100, 140])
    sheet.rule(.horizontal, at: 120, from: 60, to: 100)
    for x in [120.0, 220, 320] {
      sheet.write("3", x, 110)
      sheet.write("5", x, 130)
    }
    sheet.write("甲", 70, 110)
    sheet.write("乙", 70, 130)
    #expect(sheet.tables.isEmpty)
    #expect(
      sheet.lines.map { $0.split(separator: " ").map(String.init) } == [["甲", "3", "3", "3"], ["乙", "5", "5", "5"]])
  }
}

extension Sheet {
  /// Breaks the figure where its column is full.
  fileprivate mutating func write(
    _ figure: String, in left: Double, _ right: Double, around y: Double, _ setting: WrappedNumberTests.Setting
  ) {
    let room = right - left - 2 * setting.padding
    let count = max(1, Int(room / (setting.size / 2)))
    var lines: [String] = []
    var rest = Substring(figure)
    while !rest.isEmpty {
      lines.append(String(rest.prefix(count)))
      rest = rest.dropFirst(count)
    }
    let pitch = setting.size * 1.2
    for (index, line) in lines.enumerated() {
      let width = Double(line.count) * setting.size / 2
      let x =
        switch setting.alignment {
        case .left: left + setting.padding
        case .centre: (left + right - width) / 2
        case .right: right - setting.padding - width
        }
      write(line, x, y + (Double(index) - Double(lines.count - 1) / 2) * pitch, size: setting.size)
    }
  }
}
