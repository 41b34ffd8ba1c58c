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
      + StatedPeriod.all(in: report).compactMap { period in
        guard let message = period.fault else { return nil }
        var finding = finding(
          message, advice: .periodAdvice(year),
          at: FindingPlace(section: period.section, source: period.place), found: period.quotation,
          expected: "\(year)年1月1日至\(year)年12月31日")
        finding.severity = .warning
        return finding
      }
  }
}

extension String {
  fileprivate static func periodAdvice(_ year: Int) -> String {
    "年度报告的数据应为全年的：自\(year)年1月1日起至\(year)年12月31日止。请核对数据是不是全年的，再改这一句。"
  }

  fileprivate static func message(title: Int, stated: Int) -> String {
    "标题写的是\(title)年，这里说的却是\(stated)年。"
  }

  fileprivate static func advice(title: Int, stated: Int) -> String {
    "如果这是\(title)年的报告，请把这里的\(stated)年改为\(title)年；如果标题写错了，请改标题。两处改一致后重新放入。"
  }
}
