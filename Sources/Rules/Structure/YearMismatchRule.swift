import DocumentModel
package import Findings
import ReportModel

package struct YearMismatchRule: Rule {
  package static let description = RuleDescription(
    id: "year-mismatch", severity: .error,
    source: "Practice: a report made from last year's file, with the year changed in one place only.",
    clerk: "标题里的年份与正文说明的统计年份不一致，多半是沿用上一年的稿子时漏改了。",
    administrator: "The title's year differs from the year that the report says it covers.",
    example: RuleExample(
      wrong: """
        青禾镇2024年政府信息公开工作年度报告
        本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。
        """,
      right: """
        青禾镇2024年政府信息公开工作年度报告
        本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。
        """))

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    guard let report = subject.report, let year = report.year else { return [] }
    var quoted: Set<String> = []
    return StatedYear.all(in: report).compactMap { stated in
      // A period names its year twice, and is wrong once.
      guard stated.year != year, quoted.insert(stated.quotation).inserted else { return nil }
      return finding(
        .message(title: year, stated: stated.year), advice: .advice(title: year, stated: stated.year),
        at: FindingPlace(section: stated.section, source: stated.place), found: stated.quotation,
        expected: "\(year)年")
    }
  }
}

/// A year that the report says it covers.
private struct StatedYear {
  var year: Int
  var section: Int?
  var place: Place
  var quotation: String

  static func all(in report: AnnualReport) -> [StatedYear] {
    let openings = [(nil, report.preamble)] + report.sections.prefix(1).map { ($0.number, $0.paragraphs) }
    let inText = openings.flatMap { section, paragraphs in
      let text = FlowingText(paragraphs)
      return (periods(in: text) + announcements(in: text)).map { found in
        StatedYear(year: found.year, section: section, place: text.place(at: found.index), quotation: found.quotation)
      }
    }
    let inHeadings = report.sections.flatMap { section in
      FlowingText.years(in: Array(section.heading.unicodeScalars)).map {
        StatedYear(year: $0.year, section: section.number, place: section.place, quotation: section.heading)
      }
    }
    return inText + inHeadings
  }

  private typealias Found = (year: Int, index: Int, quotation: String)

  /// 统计期限自2024年1月1日起至2024年12月31日止
  private static func periods(in text: FlowingText) -> [Found] {
    text.sentences.flatMap { sentence -> [Found] in
      let words = text.scalars[sentence]
      guard ["统计", "期限", "数据"].contains(where: { words.holds($0) }) else { return [] }
      return FlowingText.years(in: Array(words)).filter { found in
        let rest = words.dropFirst(found.end)
        return rest.holdsPrefix("1月1日") || rest.holdsPrefix("12月31日")
      }.map { ($0.year, sentence.lowerBound + $0.start, String(words)) }
    }
  }

  /// 现公布青禾镇2024年政府信息公开工作年度报告
  private static func announcements(in text: FlowingText) -> [Found] {
    text.sentences.flatMap { sentence -> [Found] in
      let words = text.scalars[sentence]
      guard words.holds("年度报告"), ["现将", "现公布", "现就", "编制本报告", "现予公布"].contains(where: { words.holds($0) })
      else { return [] }
      return FlowingText.years(in: Array(words)).filter { found in
        words.dropFirst(found.end).prefix(30).holds("年度报告")
      }.map { ($0.year, sentence.lowerBound + $0.start, String(words)) }
    }
  }
}

extension String {
  fileprivate static func message(title: Int, stated: Int) -> String {
    "标题写的是\(title)年，这里说的却是\(stated)年。"
  }

  fileprivate static func advice(title: Int, stated: Int) -> String {
    "如果这是\(title)年的报告，请把这里的\(stated)年改为\(title)年；如果标题写错了，请改标题。两处改一致后重新放入。"
  }
}
