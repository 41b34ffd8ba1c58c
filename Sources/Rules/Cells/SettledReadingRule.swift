package import Findings
import ReportModel

package struct SettledReadingRule: Rule {
  package static let description = RuleDescription(
    id: "settled-reading", severity: .info,
    source: "国办公开办函〔2021〕30号: 表格的勾稽关系. Of several readings only one lets all sums agree.",
    clerk: "有的格子可以有几种读法（如数字分在两行、数字中间有空格），各行各列的合计只容许其中一种，已按这一种识别。",
    administrator: "A cell has several readings, and the sums leave one of them only, which is used.",
    example: RuleExample(
      wrong: """
        自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计
        1.属于国家秘密 54 0 0 0 0 0 5 4
        """,
      right: """
        自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计
        1.属于国家秘密 54 0 0 0 0 0 54
        """))

  package init() {}

  /// One finding for each table, however many of its cells are concerned.
  package func check(_ subject: Subject) -> [Finding] {
    Dictionary(grouping: subject.printedLines, by: \.table.table.id).values.compactMap { lines -> Finding? in
      let readings = lines.flatMap(\.settledReadings)
      guard let first = readings.first, let table = lines.first?.table.table else { return nil }
      let isOne = readings.count == 1
      return finding(
        isOne ? .message(first) : .message(readings), advice: .advice,
        at: isOne ? first.place : FindingPlace(section: table.section, table: table.id, source: first.place.source),
        found: isOne ? first.printed : nil, evidence: isOne ? [] : [.comparison(.readings(readings))])
    }.sorted { ($0.place.section ?? 0) < ($1.place.section ?? 0) }
  }
}

/// A cell, or a line, that the sums have left one reading.
private struct SettledReading {
  var place: FindingPlace
  /// The row, and for a cell its column, in the form's words.
  var label: String
  var printed: String
  var cause: String
  var read: String
  /// What it might have meant instead.
  var others: [String]
}

extension PrintedLine {
  fileprivate var settledReadings: [SettledReading] {
    if let printed = rows.first?.settledFrom {
      let read = cells.map { $0.cell.figure?.description ?? "" }.joined(separator: " ")
      let label = rows.count == 1 ? rows.first?.row.label : table.table.label
      return [
        SettledReading(
          place: place, label: label ?? "", printed: printed.map(String.shown).joined(separator: " "),
          cause: "应有 \(width) 个数，有 \(printed.count) 个", read: read, others: [])
      ]
    }
    return cells.compactMap { printed in
      guard let doubt = printed.cell.doubt, doubt.isSettled, let figure = printed.cell.figure else { return nil }
      let others = doubt.readings.filter { $0 != [figure] }.map(String.reading)
      return SettledReading(
        place: printed.place, label: [printed.row.label, printed.column.label].joined(separator: " · "),
        printed: .shown(doubt.printed), cause: .cause(doubt.cause), read: figure.description, others: others)
    }
  }
}

extension Comparison {
  /// More rows than these nobody reads.
  private static let mostRows = 40

  fileprivate static func readings(_ readings: [SettledReading]) -> Comparison {
    Comparison(
      columns: ["原文", "识别为"],
      rows: readings.prefix(mostRows).map { Row($0.label, [$0.printed, $0.read]) })
  }
}

extension String {
  fileprivate static func message(_ reading: SettledReading) -> String {
    let others = reading.others.isEmpty ? "" : "，而不是\(reading.others.joined(separator: "或 "))"
    return
      "原文是“\(reading.printed)”（\(reading.cause)）。只有读作 \(reading.read)\(others)，与它有关的各个合计才都一致，已按 \(reading.read) 识别。"
  }

  fileprivate static func message(_ readings: [SettledReading]) -> String {
    let causes = readings.map(\.cause).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    return "这个表有 \(readings.count) 处可以有几种读法（\(causes.prefix(3).joined(separator: "；"))）。只有一种读法使有关的各个合计都一致，已按这一种识别。"
  }

  fileprivate static let advice = "请与原文件核对；识别无误的不用修改。今后一格最好只写一个数，放在一行里。"
}
