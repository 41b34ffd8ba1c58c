import DocumentModel
package import Findings
import ReportModel

package struct OutdatedFormRule: Rule {
  package static let description = RuleDescription(
    id: "outdated-form", severity: .warning,
    source: "国办公开办函〔2021〕30号 for report years 2021 onwards, 国办公开办函〔2019〕60号 for 2019 and 2020.",
    clerk: "表格用的不是报告年份所要求的格式，例如“（六）其他处理”仍是旧格式的一行。数字按表格印出的样子核对；规定之外多出的行不计入。",
    administrator:
      "A table is laid out by another form than the one decreed for the report's year, or has rows that no form knows.",
    example: RuleExample(
      wrong: "（六）其他处理 23 6 8 9 0 0 46",
      right: """
        （六）其他处理
        1.申请人无正当理由逾期不补正…… 23 0 0 9 0 0 32
        2.申请人逾期未按收费通知要求缴纳费用…… 0 6 8 0 0 0 14
        3.其他 0 0 0 0 0 0 0
        """))

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    guard let report = subject.report else { return [] }
    return report.tables.flatMap { table in
      oldLayout(of: table, in: report) + oldHeads(of: table, in: report) + surplusRows(of: table)
    }
  }

  private func oldLayout(of table: TableReading, in report: AnnualReport) -> [Finding] {
    guard !table.isMissing, table.form != report.form.id else { return [] }
    return [
      finding(
        .message(table: table.table.label, form: table.form), advice: .advice(decree: report.form.decree),
        at: FindingPlace(
          section: table.table.section, table: table.table.id,
          source: table.rows.first { !$0.isMissing }?.place ?? .unknown),
        found: "\(table.form)年版格式", expected: "\(report.form.id)年版格式（\(report.form.decree)）")
    ]
  }

  /// Heads of another form over rows of this one: what stands below them is something else.
  private func oldHeads(of table: TableReading, in report: AnnualReport) -> [Finding] {
    table.notes.compactMap { note in
      guard case .headsOfForm(let form, let found, let expected) = note.kind, form != report.form.id else { return nil }
      return finding(
        .headsMessage(table: table.table.label, form: form), advice: .headsAdvice(decree: report.form.decree),
        at: FindingPlace(section: table.table.section, table: table.table.id, source: note.place),
        found: found.joined(separator: "、"), expected: expected.joined(separator: "、"))
    }
  }

  private func surplusRows(of table: TableReading) -> [Finding] {
    table.surplus.map { row in
      finding(
        .surplusMessage(table: table.table.label), advice: .surplusAdvice,
        at: FindingPlace(section: table.table.section, table: table.table.id, source: row.place),
        found: Quotation.of(row.text))
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

  fileprivate static func headsMessage(table: String, form: String) -> String {
    "\(table)里有一处表头还是\(form)年版的，下面的数字没有当作现行格式的数字。"
  }

  fileprivate static func headsAdvice(decree: String) -> String {
    "请换用现行格式（\(decree)）的表头，并按新的含义重新填写这几行。"
  }

  fileprivate static func surplusMessage(table: String) -> String {
    "\(table)里多出一行，不在规定的格式里，没有算进去。"
  }

  fileprivate static let surplusAdvice = "请检查这一行是不是重复了；规定的格式里没有的行，请删去或并入对应的行。"
}
