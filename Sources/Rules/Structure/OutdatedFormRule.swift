import DocumentModel
package import Findings
import ReportModel

package struct OutdatedFormRule: Rule {
  package static let description = RuleDescription(
    id: "outdated-form", severity: .warning,
    source: "国办公开办函〔2021〕30号 for report years 2021 onwards, 国办公开办函〔2019〕60号 for 2019 and 2020.",
    clerk: "表格用的不是报告年份所要求的格式，例如“（六）其他处理”仍是旧格式的一行。数字按表格印出的样子核对。",
    administrator: "A table is laid out by another form than the one decreed for the report's year.")

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    guard let report = subject.report else { return [] }
    return report.tables.filter { !$0.isMissing && $0.form != report.form.id }.map { table in
      finding(
        .message(table: table.table.label, form: table.form), advice: .advice(decree: report.form.decree),
        at: FindingPlace(
          section: table.table.section, table: table.table.id,
          source: table.rows.first { !$0.isMissing }?.place ?? .unknown),
        found: "\(table.form)年版格式", expected: "\(report.form.id)年版格式（\(report.form.decree)）")
    }
  }
}

extension String {
  fileprivate static func message(table: String, form: String) -> String {
    "\(table)用的是\(form)年版的格式。"
  }

  fileprivate static func advice(decree: String) -> String {
    "请换用现行格式（\(decree)）的空表重新填写；数字本身已按旧格式核对过。"
  }
}
