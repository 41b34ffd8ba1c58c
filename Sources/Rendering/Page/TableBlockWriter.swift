import Findings
import ReportModel

/// Writes one block of a table: header, rows with their cells and row sums, and below them the column sums.
struct TableBlockWriter {
  private let reading: TableReading
  private let block: TableBlock
  private let rowSums: [TableSums.RowSum]
  private let columnSums: [TableSums.ColumnSum]
  private let findings: FindingList

  init(reading: TableReading, block: TableBlock, sums: TableSums, findings: FindingList) {
    self.reading = reading
    self.block = block
    self.findings = findings
    rowSums = sums.rowSums.filter { sum in block.rows.contains { sum.checks[$0] != nil } }
    let ids = Set(reading.rows[block.rows].map(\.row.id))
    // A sum over rows of several blocks stands below the last of them.
    let below = Set(reading.rows[block.rows.upperBound...].map(\.row.id))
    columnSums = sums.columnSums.filter { sum in
      !sum.rows.isDisjoint(with: ids) && sum.rows.isDisjoint(with: below)
        && block.columns.contains { sum.checks[$0.id] != nil }
    }
  }

  func write(to html: inout HTMLWriter) {
    let width = block.columns.count + rowSums.count
    html.newline()
    html.element("table", .class(width > 3 ? "figures wide" : "figures narrow columns-\(width)")) { html in
      html.element("thead") { writeHeader(to: &$0) }
      html.newline()
      html.element("tbody") { html in
        var group: String?
        for index in block.rows {
          let row = reading.rows[index]
          if let name = row.row.group, name != group {
            html.element("tr", .class("group")) { $0.element("th", .colspan(width + 1), text: name) }
          }
          group = row.row.group
          html.element("tr") { write(row, at: index, to: &$0) }
          html.newline()
        }
        for (position, sum) in columnSums.enumerated() { write(sum, isFirst: position == 0, to: &html) }
      }
    }
  }

  private func writeHeader(to html: inout HTMLWriter) {
    html.element("tr") { html in
      html.element("th", .class("label"), text: "项目")
      for column in block.columns {
        html.element("th") { html in
          html.text(column.unit.isEmpty ? column.label : "\(column.label)（\(column.unit)）")
          for each in findings.at(table: reading.table.id, column: column.id) { CellMark.write(each, to: &html) }
        }
      }
      for sum in rowSums { html.element("th", .class("sum"), text: sum.words) }
    }
  }

  private func write(_ row: RowReading, at index: Int, to html: inout HTMLWriter) {
    html.element("th", .class(row.row.group == nil ? "label" : "label member")) { html in
      html.text(row.row.label)
      for each in findings.at(table: reading.table.id, row: row.row.id) {
        CellMark.write(each, isTarget: each.finding.isFirst(at: row.row.id, nil), to: &html)
      }
    }
    if row.isMissing {
      html.element("td", .class("unread"), .colspan(block.columns.count), text: "没有找到这一行")
    } else {
      for (position, column) in block.columns.enumerated() {
        let cell = row.cells.indices.contains(position) ? row.cells[position] : nil
        write(cell, at: row.row.id, column.id, to: &html)
      }
    }
    for sum in rowSums {
      html.element("td", .class("sum")) { html in
        if let check = sum.checks[index] { write(check, to: &html) }
      }
    }
  }

  private func write(_ cell: CellReading?, at row: String, _ column: String, to html: inout HTMLWriter) {
    let marks = findings.at(table: reading.table.id, row: row, column: column)
    let worst = marks.first?.finding.severity.rawValue ?? "good"
    html.element("td", .class("cell " + worst)) { html in
      switch cell?.content {
      case .figure(let figure):
        html.text(figure.description, limit: ShownLimit.figure)
      case .remarked(let figure, let remark):
        html.text(figure.description, limit: ShownLimit.figure)
        html.element("span", .class("aside"), text: remark, limit: ShownLimit.figure)
      case .marked(let figure, let mark):
        html.text(figure.description, limit: ShownLimit.figure)
        html.element("span", .class("aside"), text: mark, limit: ShownLimit.figure)
      case .blank:
        html.element("span", .class("empty"), text: "空白")
      case .notANumber(let text):
        html.element("span", .class("printed"), text: text, limit: ShownLimit.figure)
      case .undetermined, nil:
        html.element("span", .class("empty"), text: "未读出")
      }
      for each in marks { CellMark.write(each, isTarget: each.finding.isFirst(at: row, column), to: &html) }
      let lastYear = marks.lazy.compactMap { findings.lastYear(in: $0.finding) }.first
      if let lastYear { html.element("span", .class("before"), text: "上年 \(lastYear)") }
    }
  }

  private func write(_ sum: TableSums.ColumnSum, isFirst: Bool, to html: inout HTMLWriter) {
    html.element("tr", .class(isFirst ? "sums first-sum" : "sums")) { html in
      html.element("th", .class("label"), text: sum.words)
      for column in block.columns {
        html.element("td", .class("sum")) { html in
          if let check = sum.checks[column.id] { write(check, to: &html) }
        }
      }
      for _ in rowSums { html.element("td", .class("sum"), text: "") }
    }
    html.newline()
  }

  private func write(_ check: SumCheck, to html: inout HTMLWriter) {
    switch check {
    case .holds:
      html.element("span", .class("holds"), text: "平")
    case .differs(let left, let right, let difference):
      html.element("span", .class("differs"), text: "差 \(difference.signed)")
      html.element("span", .class("sides"), text: "\(left) ≠ \(right)")
    case .unknown:
      html.element("span", .class("unknown"), text: "缺数")
    }
  }
}

extension Finding {
  /// Whether a row or a cell is the first of its places: a page may have one target of a link.
  fileprivate func isFirst(at row: String, _ column: String?) -> Bool { place.row == row && place.column == column }
}
