package import Findings
import ReportModel

package struct CellRemarkRule: Rule {
  package static let description = RuleDescription(
    id: "cell-remark", severity: .info,
    source: "国办公开办函〔2021〕30号: cells hold numbers only.",
    clerk: "格子里除了数字还有别的：说明、注释标记、划去的内容，或者数字中间断开。已按其中的数字计算，请核对。",
    administrator: """
      Besides the number, which is used, a cell holds a remark, the mark of a note or something struck through; or the \
      number is written in parts that no sum proves to be one.
      """,
    example: RuleExample(
      wrong: "行政规范性文件 7 4 34（其中修订16件）",
      right: "行政规范性文件 7 4 34"))

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    subject.printedLines.flatMap { line in
      line.cells.compactMap { printed in
        guard let figure = printed.cell.figure,
          let remark = CellRemark(printed.cell, figure, isInSums: line.table.table.hasSums)
        else { return nil }
        return finding(
          remark.message, advice: remark.advice, at: printed.place, found: remark.found,
          expected: figure.description)
      }
    }
  }
}

/// What is said of something that stands in a cell beside its figure.
private struct CellRemark {
  var message: String
  var advice: String
  /// As printed.
  var found: String

  /// - Returns: `nil` for a cell that holds its figure and nothing else.
  init?(_ cell: CellReading, _ figure: Figure, isInSums: Bool) {
    if !cell.struck.isEmpty {
      let struck = Quotation.of(cell.struck)
      message = "这一格有划去的“\(struck)”。划去的不计，已按 \(figure) 计算。"
      advice = "请核对；划去的内容建议直接删除。"
      found = "\(struck)（已划去） \(figure)"
      return
    }
    switch cell.content {
    case .remarked(_, let remark):
      message = "这一格除了数字还有说明，已按 \(figure) 计算。"
      advice = "表格里建议只留数字，说明写到正文里。"
      found = "\(figure)（\(Quotation.of(remark))）"
    case .marked(_, let mark):
      message = "这一格的数字旁边有注释标记“\(mark)”，已按 \(figure) 计算。"
      advice = "请核对；表格里建议只留数字，注释写到正文里。"
      found = "\(figure)\(mark)"
    case .figure:
      // Where sums prove the reading there is nothing to say; nor of thousands set apart.
      guard let doubt = cell.doubt, !isInSums, doubt.cause != .comma, doubt.cause != .space else { return nil }
      message = "这一格\(String.cause(doubt.cause))，已按 \(figure) 计算。"
      advice = "请核对；一格只写一个数，数字中间不要有空格、逗号或换行。"
      found = .shown(doubt.printed)
    case .blank, .notANumber, .undetermined: return nil
    }
  }
}

extension FormTable {
  /// Whether its figures stand in sums.
  fileprivate var hasSums: Bool { !equations.isEmpty }
}
