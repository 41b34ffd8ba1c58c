import Findings
import ReportModel

/// The tables on the page as they were read, with the faulty cells marked and the sums worked out.
struct TableSections {
  private let report: AnnualReport
  private let findings: FindingList

  /// - Parameters:
  ///   - report: The report as it was read.
  ///   - findings: Its findings, with their numbers.
  init(report: AnnualReport, findings: FindingList) {
    self.report = report
    self.findings = findings
  }

  func write(to html: inout HTMLWriter) {
    guard !report.tables.isEmpty else { return }
    html.newline()
    html.element("div", .class("chapter tables")) { html in
      html.element("h2", text: "读到的表格")
      writeLegend(to: &html)
      for reading in report.tables { write(reading, to: &html) }
    }
  }

  private func writeLegend(to html: inout HTMLWriter) {
    html.element("p", .class("lead")) { html in
      html.text("以下是程序从文件中读到的数字，请与原文件对照。加框的格子有问题，编号与上面一致；")
      html.element("span", .class("holds"), text: "平")
      html.text(" 表示等式成立，")
      html.element("span", .class("differs"), text: "差")
      html.text(" 是等号左边减右边，")
      html.element("span", .class("unknown"), text: "缺数")
      html.text(" 表示有格子没有数字，没法核算。")
    }
  }

  private func write(_ reading: TableReading, to html: inout HTMLWriter) {
    let table = reading.table
    let sums = TableSums(reading)
    html.newline()
    html.element("div", .class("reading")) { html in
      html.element("h3") { html in
        html.text(heading(of: table))
        for each in findings.at(table: table.id) { CellMark.write(each, to: &html) }
        writeVerdict(sums, to: &html)
      }
      if reading.form != report.form.id {
        html.element("p", .class("remark"), text: "这张表按 \(reading.form) 年的旧表样读取。")
      }
      guard !reading.isMissing else {
        html.element("p", .class("remark"), text: "文件中没有找到这张表。")
        return
      }
      for block in TableBlock.blocks(of: reading) {
        TableBlockWriter(reading: reading, block: block, sums: sums, findings: findings).write(to: &html)
      }
    }
  }

  private func heading(of table: FormTable) -> String {
    guard let section = report.form.sections.first(where: { $0.number == table.section }) else { return table.label }
    return "\(table.label) \(section.heading)"
  }

  private func writeVerdict(_ sums: TableSums, to html: inout HTMLWriter) {
    guard sums.count > 0 else { return }
    let unknown = sums.count - sums.holding - sums.failing
    html.element("span", .class("sums")) { html in
      html.text("勾稽 \(sums.count) 式：")
      guard sums.holding < sums.count else {
        html.element("span", .class("holds"), text: "全平")
        return
      }
      html.element("span", .class("holds"), text: "\(sums.holding) 平")
      if sums.failing > 0 {
        html.text(" ")
        html.element("span", .class("differs"), text: "\(sums.failing) 不平")
      }
      if unknown > 0 {
        html.text(" ")
        html.element("span", .class("unknown"), text: "\(unknown) 缺数")
      }
    }
  }
}

/// Neighbouring rows that share their columns, and so a header.
struct TableBlock {
  let columns: [FormColumn]
  /// Positions in the reading's rows.
  let rows: Range<Int>

  static func blocks(of reading: TableReading) -> [TableBlock] {
    var blocks: [TableBlock] = []
    for (index, row) in reading.rows.enumerated() {
      if let last = blocks.last, last.columns == row.row.columns {
        blocks[blocks.count - 1] = TableBlock(columns: last.columns, rows: last.rows.lowerBound..<(index + 1))
      } else {
        blocks.append(TableBlock(columns: row.row.columns, rows: index..<(index + 1)))
      }
    }
    return blocks
  }
}

/// The number of a finding, beside what it is about.
enum CellMark {
  /// - Parameters:
  ///   - each: The finding whose number is shown.
  ///   - isTarget: Whether this is the place that the finding itself links to.
  ///   - html: Where it is written.
  static func write(_ each: NumberedFinding, isTarget: Bool = false, to html: inout HTMLWriter) {
    let style = HTMLWriter.Attribute.class("mark " + each.finding.severity.rawValue)
    let link = HTMLWriter.Attribute.href("#" + CellLink.finding(each.number))
    if isTarget {
      html.element("a", style, link, .id(CellLink.mark(each.number)), text: String(each.number))
    } else {
      html.element("a", style, link, text: String(each.number))
    }
  }
}
