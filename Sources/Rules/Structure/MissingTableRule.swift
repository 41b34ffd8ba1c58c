package import Findings
import ReportModel

package struct MissingTableRule: Rule {
  package static let description = RuleDescription(
    id: "missing-table", severity: .error,
    source: "国办公开办函〔2021〕30号: sections two to four are tables.",
    clerk: "第二、三、四部分应有表格。表格做成了图片的，也读不出来。",
    administrator: "The table of a section was not found, or is a picture.",
    example: RuleExample(
      wrong: """
        四、政府信息公开行政复议、行政诉讼情况
        见附图。
        """,
      right: """
        四、政府信息公开行政复议、行政诉讼情况
        行政复议 行政诉讼
        4 2 4 9 19 2 6 9 0 17 1 3 7 0 11
        """))

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    guard let report = subject.report else { return [] }
    return report.tables.filter(\.isMissing).compactMap { table in
      // A missing section is named as such, table and all.
      guard let section = report.sections.first(where: { $0.number == table.table.section }) else { return nil }
      return finding(
        .message(table.table.label), advice: .advice,
        at: FindingPlace(section: section.number, table: table.table.id, source: section.place),
        expected: "\(table.table.rows.count) 行数字")
    }
  }
}

extension String {
  fileprivate static func message(_ table: String) -> String {
    "没有读到完整的\(table)。"
  }

  fileprivate static let advice = "请检查表格是否漏了，或者做成了图片。表格要用文字处理软件里的表格填写，不要截图。"
}
