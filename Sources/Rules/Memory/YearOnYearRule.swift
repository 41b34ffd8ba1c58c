package import Findings
import ReportModel

package struct YearOnYearRule: Rule {
  package static let description = RuleDescription(
    id: "year-on-year", severity: .info,
    source: "Practice: a figure many times last year's is often a digit too many, another row's, or in another unit.",
    clerk: "主要数字是上一年的 5 倍以上，或者不到上一年的五分之一。数字没有填错的，不需要修改。",
    administrator:
      "A main figure is more than five times last year's, or less than a fifth of it. Small ones are passed over.",
    example: RuleExample(
      wrong: "2023年：行政事业性收费 12.3456 万元\n2024年：行政事业性收费 130700 万元",
      right: "2023年：行政事业性收费 12.3456 万元\n2024年：行政事业性收费 13.07 万元"))

  /// Where both years are below, chance alone makes one many times the other.
  private static let least: Figure = 10

  private static let figures: [(table: String, row: String, column: String)] = [
    ("disclosure", "normative_documents", "issued"), ("disclosure", "licensing", "decisions"),
    ("disclosure", "penalties", "decisions"), ("disclosure", "coercion", "decisions"),
    ("disclosure", "fees", "amount"), ("requests", "received", "total"), ("litigation", "review", "total"),
    ("litigation", "litigation_direct", "total"), ("litigation", "litigation_after_review", "total"),
  ]

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    guard let last = subject.memory.lastYear, let report = subject.report else { return [] }
    return Self.figures.compactMap { id in
      guard let table = report.table(id.table), let cell = table.figuredCell(row: id.row, column: id.column),
        let before = last.figures[table.table.figureID(row: id.row, column: id.column)],
        let change = Self.change(from: before, to: cell.figure)
      else { return nil }
      return finding(
        .message(cell, before: before, year: last.year, change: change), advice: .advice(cell), at: cell.place,
        found: cell.figure.description,
        evidence: [
          .comparison(
            Comparison(with: last, rows: [Comparison.Row(.label(cell), before: before, now: cell.figure)]))
        ])
    }
  }

  /// `nil` when there is nothing to say.
  private static func change(from before: Figure, to now: Figure) -> String? {
    guard !(before.isBelow(least) && now.isBelow(least)) else { return nil }
    if let most = before.timesFive, most.isBelow(now) { return before == 0 ? .fromNothing : .muchMore }
    if let most = now.timesFive, most.isBelow(before) { return .muchLess }
    return nil
  }
}

extension Figure {
  fileprivate var timesFive: Figure? { Figure.sum(of: repeatElement(self, count: 5)) }

  fileprivate func isBelow(_ other: Figure) -> Bool { subtracting(other)?.isNegative ?? false }
}

extension String {
  fileprivate static let fromNothing = "上年没有"
  fileprivate static let muchMore = "是上年的 5 倍以上"
  fileprivate static let muchLess = "不到上年的五分之一"

  fileprivate static func label(_ cell: FiguredCell) -> String {
    "\(cell.row.label) · \(cell.column.label)" + (cell.column.unit.isEmpty ? "" : "（\(cell.column.unit)）")
  }

  fileprivate static func message(_ cell: FiguredCell, before: Figure, year: Int, change: String) -> String {
    let unit = cell.column.unit
    return "\(cell.row.label)“\(cell.column.label)”填的是 \(cell.figure) \(unit)，\(year)年是 \(before) \(unit)，\(change)。"
  }

  fileprivate static func advice(_ cell: FiguredCell) -> String {
    let unit = cell.column.kind == .amount ? "，单位是不是\(cell.column.unit)" : ""
    return "请核对有没有多填、漏填一位数，有没有填错行\(unit)。确实没有填错的，不需要修改，建议在正文中说明原因。"
  }
}
