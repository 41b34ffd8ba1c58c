package import Findings
import ReportModel

package struct BlankCellRule: Rule {
  package static let description = RuleDescription(
    id: "blank-cell", severity: .error,
    source: "国办公开办函〔2021〕30号: every cell is filled in, with 0 where nothing happened.",
    clerk: "表格每一格都要填数字，没有发生的填 0，不能空着。",
    administrator: "A cell is blank, or a row holds fewer figures than it has columns.",
    example: RuleExample(
      wrong: """
        行政处罚 92
        行政强制
        """,
      right: """
        行政处罚 92
        行政强制 0
        """))

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    GatheredFindings.gathered(findings(subject)) { finding -> Slip? in
      guard let table = finding.place.table else { return nil }
      if finding.found == .blank { return Slip(table: table, shortLine: nil) }
      // What is struck through is each cell's own. Of short lines the first sentence says how many figures there are.
      guard finding.place.column == nil else { return nil }
      return Slip(table: table, shortLine: finding.message.prefix { $0 != "。" } + "。")
    } words: { slip, findings in
      words(slip, findings, in: subject.report?.tables.first { $0.table.id == slip.table })
    }
  }

  /// Slips that are one when they are made all over a table.
  private struct Slip: Hashable {
    var table: String
    /// Of a line that holds fewer figures than it has columns, what is said of it.
    var shortLine: String?
  }

  private func words(_ slip: Slip, _ findings: [Finding], in table: TableReading?) -> GatheredFindings.Words {
    if let shortLine = slip.shortLine {
      let rest = shortLine.hasPrefix("这一行") ? String(shortLine.dropFirst(3)) : shortLine
      return GatheredFindings.Words(
        message: "这个表有 \(findings.count) 行，每行\(rest)", advice: .shortLinesAdvice, found: findings.first?.found)
    }
    let columns = emptyColumns(of: table)
    let lines = findings.filter { $0.place.column == nil }.count
    let message: String
    if let table, table.rows.allSatisfy({ $0.cells.allSatisfy { $0.figure == nil } }) {
      message = "这个表没有填数字。"
    } else if !columns.isEmpty {
      message = "这个表的\(columns.map { "“\($0)”" }.joined(separator: "、"))\(columns.count > 1 ? "各列" : "一列")没有填数字。"
    } else {
      message = "这个表有 \(findings.count) \(lines == findings.count ? "行" : "处")没有填数字。"
    }
    return GatheredFindings.Words(message: message, advice: .advice, found: "空白", expected: "数字，没有发生的填 0")
  }

  /// The columns that are blank in every row.
  private func emptyColumns(of table: TableReading?) -> [String] {
    guard let table, let columns = table.table.rows.first?.columns, columns.count > 1,
      table.table.rows.allSatisfy({ $0.columns.count == columns.count })
    else { return [] }
    return columns.indices.filter { index in
      table.rows.allSatisfy { $0.cells.indices.contains(index) && $0.cells[index].content == .blank }
    }.map { columns[$0].label }
  }

  private func findings(_ subject: Subject) -> [Finding] {
    subject.printedLines.flatMap { line -> [Finding] in
      if line.isBlank {
        return [finding(.blankLine, advice: .advice, at: line.place, found: .blank, expected: "\(line.width) 个数")]
      }
      if let printed = line.undetermined {
        // None at all: it is the heads that do not tell, and that is said of them.
        guard !printed.isEmpty, printed.count < line.width else { return [] }
        let doubts = line.columnDoubts
        return [
          finding(
            .shortLine(line.width, printed.count) + doubts.map(\.conclusion).joined(), advice: .shortLineAdvice,
            at: line.place, found: printed.joined(separator: " "), expected: "\(line.width) 个数",
            evidence: doubts.evidence)
        ]
      }
      let blanks = line.cells.filter { $0.cell.content == .blank }
      let doubts = blanks.isEmpty ? [] : line.columnDoubts
      return blanks.map { blank in
        let advice = implied(blank.place, in: line.table).map(String.impliedAdvice) ?? .advice
        // Which cell is blank is doubtful, and with it what its sums ask for.
        return finding(
          .blank(struck: blank.cell.struck) + doubts.message(), advice: doubts.isEmpty ? advice : doubts.advice,
          at: blank.place, found: .found(struck: blank.cell.struck),
          expected: "数字，没有发生的填 0", evidence: doubts.evidence)
      }
    }
  }

  private func implied(_ place: FindingPlace, in table: TableReading) -> Figure? {
    guard let row = place.row, let column = place.column else { return nil }
    return Reconciliation(of: table).impliedFigure(row: row, column: column)
  }
}

extension String {
  fileprivate static func blank(struck: String) -> String {
    struck.isEmpty ? "这一格是空的。" : "这一格的“\(Quotation.of(struck))”已经划去，没有留下数字。"
  }

  fileprivate static func found(struck: String) -> String {
    struck.isEmpty ? blank : "\(Quotation.of(struck))（已划去）"
  }

  fileprivate static let blank = "空白"
  fileprivate static let blankLine = "这一行没有填数字。"
  fileprivate static let advice = "请填上数字；没有发生的填 0，不要空着，也不要用“—”或“/”代替。"
  fileprivate static let shortLineAdvice = "这一行有空格没有填，但从文件里看不出是哪一格。请对照表格逐格检查，没有发生的填 0。"

  fileprivate static let shortLinesAdvice = "几格合并成了一格的，请取消合并；每一格都要填数字，没有发生的填 0。"

  fileprivate static func shortLine(_ width: Int, _ count: Int) -> String {
    "这一行应有 \(width) 个数，只读到 \(count) 个。"
  }

  fileprivate static func impliedAdvice(_ figure: Figure) -> String {
    "请填上数字，没有发生的填 0。按同一行、同一列的合计推算是 \(figure)，请核实后填写。"
  }
}
