package import Findings
import ReportModel

package struct TableLayoutRule: Rule {
  package static let description = RuleDescription(
    id: "table-layout", severity: .warning,
    source: "国办公开办函〔2021〕30号: the rows, the columns and the heads of the three tables.",
    clerk: "表格的行、列应按规定的次序排列，表头和金额单位用规定的写法。次序不同的，按行名和表头识别。",
    administrator:
      "Rows or columns stand in another order than the form's and are read by what they are called; or a head has other words than the form's.",
    example: RuleExample(
      wrong: """
        信息内容 本年废止件数 本年制发件数 现行有效件数
        规章 0 0 0
        行政规范性文件 4 7 34
        """,
      right: """
        信息内容 本年制发件数 本年废止件数 现行有效件数
        规章 0 0 0
        行政规范性文件 7 4 34
        """))

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    guard let report = subject.report else { return [] }
    return report.tables.flatMap { table in
      table.notes.compactMap { finding(note: $0, in: table.table) }
    }
  }

  private func finding(note: LayoutNote, in table: FormTable) -> Finding? {
    let place = FindingPlace(section: table.section, table: table.id, source: note.place)
    switch note.kind {
    case .columnsInOtherOrder(let found, let expected):
      return finding(
        .columnsMessage(table.label), advice: .columnsAdvice, at: place, found: .list(found), expected: .list(expected))
    case .columnsSurplus(let count):
      return finding(.surplusMessage(table.label, count), advice: .surplusAdvice, at: place)
    case .columnRenamed(let found, let expected):
      return finding(
        .renamedMessage(table.label), advice: .renamedAdvice(expected), at: place, found: Quotation.of(found),
        expected: expected)
    case .unit(let column, let found, let expected):
      return finding(
        .unitMessage(column, found), advice: .unitAdvice(expected), at: place, found: found, expected: expected)
    case .rowsInOtherOrder(let row, let before):
      return finding(
        .rowsMessage(table.label), advice: .rowsAdvice, at: place, found: "“\(row)”排在“\(before)”后面",
        expected: "按规定的次序排列")
    case .columnsMissing, .headsUnclear, .headsOfForm: return nil
    }
  }
}

extension String {
  fileprivate static func columnsMessage(_ table: String) -> String {
    "\(table)的列与规定的次序不同，已按表头识别。"
  }

  fileprivate static let columnsAdvice = "请核对各列数字，并按规定的次序排列。"

  fileprivate static func surplusMessage(_ table: String, _ count: Int) -> String {
    "\(table)多出\(count)列，不在规定的格式里，没有计入。"
  }

  fileprivate static let surplusAdvice = "请删去规定的格式里没有的列。"

  fileprivate static func renamedMessage(_ table: String) -> String {
    "\(table)的表头与规定的写法不同，这一列按所在位置识别。"
  }

  fileprivate static func renamedAdvice(_ expected: String) -> String {
    "请核对这一列的数字，并把表头改为“\(expected)”。"
  }

  fileprivate static func unitMessage(_ column: String, _ found: String) -> String {
    "“\(column)”的表头写的单位是\(found)，已按\(found)识别并换算。"
  }

  fileprivate static func unitAdvice(_ expected: String) -> String {
    "请核对金额，按规定的单位（\(expected)）填写，并改正表头。"
  }

  fileprivate static func rowsMessage(_ table: String) -> String {
    "\(table)的行与规定的次序不同，已按行名识别。"
  }

  fileprivate static let rowsAdvice = "请核对各行数字，并按规定的次序排列。"
}

extension String {
  /// 自然人、商业企业、科研机构
  fileprivate static func list(_ labels: [String]) -> String { labels.joined(separator: "、") }
}
