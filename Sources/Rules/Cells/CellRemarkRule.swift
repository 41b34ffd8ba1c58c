package import Findings
import ReportModel

package struct CellRemarkRule: Rule {
  package static let description = RuleDescription(
    id: "cell-remark", severity: .info,
    source: "国办公开办函〔2021〕30号: cells hold numbers only.",
    clerk: "格子里的数字后面带了说明。已按前面的数字计算，说明建议写到正文里。",
    administrator: "A remark stands behind the number in a cell; the number is used.",
    example: RuleExample(
      wrong: "行政规范性文件 7 4 34（其中修订16件）",
      right: "行政规范性文件 7 4 34"))

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    subject.printedLines.flatMap { line in
      line.cells.compactMap { printedCell in
        guard case .remarked(let figure, let remark) = printedCell.cell.content else { return nil }
        return finding(
          .message(figure.description), advice: .advice, at: printedCell.place,
          found: "\(figure)（\(Quotation.of(remark))）", expected: figure.description)
      }
    }
  }
}

extension String {
  fileprivate static func message(_ figure: String) -> String {
    "这一格除了数字还有说明，已按 \(figure) 计算。"
  }

  fileprivate static let advice = "表格里建议只留数字，说明写到正文里。"
}
