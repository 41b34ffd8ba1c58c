package import Findings
import ReportModel

package struct ColumnHeadsRule: Rule {
  package static let description = RuleDescription(
    id: "column-heads", severity: .error,
    source: "国办公开办函〔2021〕30号: the columns of the three tables.",
    clerk: "表格的列应与规定的格式一致：缺了一列，或者表头前后矛盾，就分不清数字属于哪一列。",
    administrator:
      "Columns of a table are missing, or its heads contradict the form, so that figures cannot be told apart.",
    example: RuleExample(
      wrong: """
        信息内容 本年制发件数 现行有效件数
        规章 0 0
        行政规范性文件 7 34
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
      table.notes.compactMap { note in
        let place = FindingPlace(section: table.table.section, table: table.table.id, source: note.place)
        switch note.kind {
        case .columnsMissing(let labels):
          let list = labels.joined(separator: "、")
          return finding(.missing(table.table.label, list), advice: .missingAdvice(list), at: place, expected: list)
        case .headsUnclear(let printed):
          return finding(.unclear(table.table.label), advice: .unclearAdvice, at: place, found: Quotation.of(printed))
        case .unit, .columnsInOtherOrder, .columnsSurplus, .columnRenamed, .headsOfForm, .rowsInOtherOrder: return nil
        }
      }
    }
  }
}

extension String {
  fileprivate static func missing(_ table: String, _ labels: String) -> String {
    "\(table)缺少“\(labels)”列。"
  }

  fileprivate static func missingAdvice(_ labels: String) -> String {
    "请补上“\(labels)”列并填写数字，没有发生的填0。网页或打印时右边被截掉的，请调整后重新生成文件。"
  }

  fileprivate static func unclear(_ table: String) -> String {
    "\(table)的表头与规定的格式对不上，分不清数字属于哪一列。"
  }

  fileprivate static let unclearAdvice = "请按规定的格式改正表头，并核对各列数字。"
}
