import DocumentModel
import ReportModel
import TestFixtures
import Testing

/// A heading that has no line of its own.
struct HeadingPlace: Sendable, CustomStringConvertible {
  var description: String
  /// What stands in the report, and what stands there instead.
  var changes: [(String, String)]
  /// The sections whose headings have no line of their own.
  var inside: Set<Int>

  init(_ description: String, _ inside: Set<Int>, _ changes: (String, String)...) {
    self.description = description
    self.changes = changes
    self.inside = inside
  }

  private static let last = ("改进措施：一是明确各股室的公开时限并按季检查；二是增加图解和问答。\n六、", "改进措施：一是明确时限。六、")
  private static let introduction = "12 月 31 日止。\n一、总体情况\n"

  static let all = [
    HeadingPlace("behind the last sentence of the introduction", [1], (introduction, "12 月 31 日止。一、总体情况\n")),
    HeadingPlace("behind a gap", [1], (introduction, "12 月 31 日止。　　一、总体情况\n")),
    HeadingPlace("without its number", [1], (introduction, "12 月 31 日止。总体情况\n")),
    HeadingPlace("in other words", [1], (introduction, "12 月 31 日止。一、政府信息公开工作总体情况\n")),
    HeadingPlace("before the words of its section", [1], ("一、总体情况\n", "一、总体情况")),
    HeadingPlace("between sentences", [1], (introduction, "12 月 31 日止。一、总体情况")),
    HeadingPlace("with spaces inside", [1], (introduction, "12 月 31 日止。一、 总 体 情 况\n")),
    HeadingPlace(
      "before a table", [2, 3],
      ("责任追究的情形。\n二、", "责任追究的情形。二、"), ("行政事业性收费 13.07\n三、收到和处理", "行政事业性收费 13.07\n以上数据已核对。三、收到和处理")),
    HeadingPlace("of the last two sections", [6], last),
    HeadingPlace(
      "of the last two sections in one paragraph", [5, 6],
      ("五、存在的主要问题及改进情况\n", "以上数据属实。五、存在的主要问题及改进情况"), last),
    HeadingPlace(
      "of the first and the last section", [1, 6], (introduction, "12 月 31 日止。一、总体情况"), last),
  ]

  func text() throws -> String {
    try changes.reduce(Corpus.text()) { try $0.replacingOnly($1.0, with: $1.1) }
  }
}

@Suite struct HeadingPlaceTests {
  @Test(arguments: HeadingPlace.all)
  func `a heading is found where it stands`(_ place: HeadingPlace) throws {
    let report = try #require(try Reading.report(place.text()))
    #expect(report.sections.map(\.number) == [1, 2, 3, 4, 5, 6])
    #expect(Set(report.sections.filter(\.isInParagraph).map(\.number)) == place.inside)
    #expect(report.sections.filter { [1, 5, 6].contains($0.number) }.allSatisfy { !$0.paragraphs.isEmpty })
    #expect(report.figures.count == 200)
  }

  @Test(arguments: [
    "本报告包括：一、总体情况；二、主动公开政府信息情况；三、收到和处理政府信息公开申请情况。",
    "全年总体情况良好。五、存在的主要问题及改进情况。",
  ])
  func `a list of the sections is no heading`(_ words: String) throws {
    let text = try Corpus.text().replacingOnly("一、总体情况\n", with: words + "\n")
    let report = try #require(try Reading.report(text))
    #expect(report.sections.map(\.number) == [2, 3, 4, 5, 6])
  }
}
