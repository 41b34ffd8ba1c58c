import Foundation
import ReportModel
import TestFixtures

/// A way in which table three comes out as text.
enum Layout: CaseIterable, Sendable {
  /// Labels of four characters a line, the figures on the first line, groups beside them.
  case columnsFiguresOnTop
  /// The figures in the middle of the label's lines.
  case columnsFiguresInTheMiddle
  /// The figures on a line of their own between the label's lines.
  case figuresBetween
  /// Each cell on a line of its own.
  case oneCellALine
  /// Tabs between the cells, as a browser copies a table.
  case tabs

  static let all = allCases

  /// The report with the figures of the corpus, its table three in this layout.
  func report(without lost: String?) throws -> String {
    let text = try Corpus.text()
    guard let table = try FormLibrary.builtIn().form(forYear: 2024)?.tables[1],
      let figures = try Reading.report(text)?.tables[1],
      let start = text.range(of: "（本列数据")?.lowerBound, let end = text.range(of: "四、政府信息公开行政复议")?.lowerBound
    else { return text }
    var group: String?
    let rows = table.rows.filter { $0.id != lost }.flatMap { row -> [String] in
      let values = row.columns.map { figures[row.id, $0.id]?.figure?.description ?? "" }
      defer { group = row.group }
      return lines(row.label, group: row.group == group ? nil : row.group, values)
    }
    let header = "申请人情况\n自然人 法人或其他组织 总计\n商业企\n业\n科研机构 社会公益组织 法律服务机构 其他\n"
    return text[..<start] + header + rows.joined(separator: "\n") + "\n" + text[end...]
  }

  private func lines(_ label: String, group: String?, _ values: [String]) -> [String] {
    switch self {
    case .columnsFiguresOnTop:
      columns(pieces(label, of: 4), group: group, values, at: 0)
    case .columnsFiguresInTheMiddle:
      columns(pieces(label, of: 6), group: group, values, at: (label.count + 5) / 6 / 2)
    case .figuresBetween:
      [group].compactMap { $0 } + between(pieces(label, of: 6), values.joined(separator: " "))
    case .oneCellALine:
      [group, label].compactMap { $0 } + values
    case .tabs:
      [([group, label].compactMap { $0 } + values).joined(separator: "\t")]
    }
  }

  private func pieces(_ text: String, of length: Int) -> [String] {
    stride(from: 0, to: text.count, by: length).map { String(text.dropFirst($0).prefix(length)) }
  }

  private func between(_ label: [String], _ values: String) -> [String] {
    let half = (label.count + 1) / 2
    return label.prefix(half) + [values] + label.dropFirst(half)
  }

  private func columns(_ label: [String], group: String?, _ values: [String], at line: Int) -> [String] {
    let group = pieces(group ?? "", of: 3)
    return (0..<max(label.count, group.count)).map { index in
      let words =
        padded(index < group.count ? group[index] : "", 4) + padded(index < label.count ? label[index] : "", 8)
      let figures = values.map { String(repeating: " ", count: 6 - $0.count) + $0 }.joined()
      return index == line ? words + figures : words
    }
  }

  /// Ideographs take two cells, the ideographic space does as well.
  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: "\u{3000}", count: max(1, width - text.count))
  }
}
