import DocumentModel
import PageLayout
import Testing

/// Whether a sign stands on its line is part of what it says.
@Suite struct ShiftedSignTests {
  /// Something behind a number, its size beside the 10 points of the number, and how far it is raised, in points.
  struct Mark: CustomStringConvertible, Sendable {
    var text: String
    var size: Double
    var raised: Double
    var description: String

    init(_ text: String, _ size: Double, _ raised: Double, _ expected: String) {
      (self.text, self.size, self.raised, description) = (text, size, raised, expected)
    }
  }

  static let marks: [Mark] = [
    Mark("1", 6, 3.5, "284¹"), Mark("1", 6, 6, "284¹"), Mark("1", 10, 3, "284¹"), Mark("1", 10, 5, "284¹"),
    Mark("2", 6, -1.5, "284₂"), Mark("2", 6, -4, "284₂"),
    Mark("[1]", 6, 3.5, "284[¹]"), Mark("注1", 6, 3.5, "284注¹"), Mark("a", 6, 5, "284ᵃ"), Mark("①", 6, 3.5, "284①"),
    Mark("*", 6, 3.5, "284*"),
    // Small on the line, or set to its middle: no mark.
    Mark("5", 6, 0, "2845"), Mark("5", 6, 1.5, "2845"), Mark("5", 10, 0.8, "2845"),
  ]

  @Test(arguments: marks)
  func `a sign off the line in a cell`(_ mark: Mark) {
    var sheet = Sheet()
    sheet.grid([100, 200, 300], [100, 130, 160])
    sheet.write("284", 150, 115)
    sheet.write(mark)
    sheet.write("7", 250, 145)
    #expect(sheet.tables.map(\.sketch) == [["1,1 \(mark.description)", "1,2 ", "2,1 ", "2,2 7"]])
  }

  @Test(arguments: marks)
  func `a sign off the line in a text`(_ mark: Mark) {
    var sheet = Sheet()
    sheet.write("收到", 130, 115)
    sheet.write("284", 150, 115)
    sheet.write(mark)
    sheet.write("上一行的文字都在这里", 130, 98)
    sheet.write("下一行的文字都在这里", 130, 132)
    #expect(sheet.lines == ["上一行的文字都在这里", "收到\(mark.description)", "下一行的文字都在这里"])
  }

  @Test func `a mark that reaches over the rule stays with its number`() {
    var sheet = Sheet()
    sheet.grid([100, 166, 300], [100, 110, 130])
    sheet.write("284", 150, 114)
    sheet.write("1", 165, 109, size: 6)
    #expect(sheet.tables.map(\.sketch) == [["1,1 ", "1,2 ", "2,1 284¹", "2,2 "]])
  }

  @Test func `one figure with a long mark keeps its line`() {
    var sheet = Sheet()
    sheet.grid([100, 200, 300], [100, 130])
    sheet.write("3", 120, 115)
    sheet.write("（注12）", 125, 111, size: 6)
    #expect(sheet.tables.map(\.sketch) == [["1,1 3（注¹²）", "1,2 "]])
  }

  @Test func `nothing is raised where all is`() {
    var sheet = Sheet()
    sheet.grid([100, 200, 300], [100, 130])
    sheet.write("284", 150, 108, size: 6)
    sheet.write("7", 250, 115)
    #expect(sheet.tables.map(\.sketch) == [["1,1 284", "1,2 7"]])
  }

  @Test func `small text beside large figures is not raised`() {
    var sheet = Sheet()
    sheet.write("739", 200, 100, size: 16)
    sheet.write("1.属于国家秘密", 100, 97, size: 9)
    sheet.write("8", 260, 100, size: 16)
    #expect(sheet.lines.map { $0.split(separator: " ") } == [["1.属于国家秘密", "739", "8"]])
  }

  @Test func `close lines are no marks of each other`() {
    var sheet = Sheet()
    sheet.write("收到申请284", 60, 100)
    sheet.write("答复申请112", 60, 109.5)
    sheet.write("1", 120, 119, size: 8)
    #expect(sheet.lines.map { $0.filter { $0 != " " } } == ["收到申请284", "答复申请112", "1"])
  }
}

extension Sheet {
  fileprivate mutating func write(_ mark: ShiftedSignTests.Mark) {
    // Both stand on a base line at 12 % of their height.
    let foot = 115 + 5 - 1.2 - mark.raised
    write(mark.text, 165, foot + mark.size * 0.12 - mark.size / 2, size: mark.size)
  }
}
