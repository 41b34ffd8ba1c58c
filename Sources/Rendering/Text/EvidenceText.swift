import Findings

/// Quotes and comparisons in lines for a terminal.
struct EvidenceText {
  /// What stands before each line.
  let margin: String

  func write(_ evidence: ShownEvidence, to lines: inout LineWriter) {
    for item in evidence.items {
      switch item {
      case .quote(let quote): lines.write(quote.words, first: margin + "原文：", limit: .max)
      case .comparison(let comparison): write(comparison, to: &lines)
      }
    }
    if let remainder = evidence.remainder { lines.write(remainder, first: below) }
  }

  private static let heading = "对照："

  /// As wide as the heading, and empty.
  private var below: String { margin + String(repeating: " ", count: Self.heading.columns) }

  /// As a table where it is narrow enough, else value below value.
  private func write(_ comparison: ShownComparison, to lines: inout LineWriter) {
    let table = EvidenceTable(comparison)
    if table.width <= lines.width - below.columns {
      for (index, line) in table.lines.enumerated() {
        lines.write(line, first: index == 0 ? margin + Self.heading : below, limit: .max)
      }
    } else {
      for (index, line) in comparison.lines.enumerated() {
        lines.write(line, first: index == 0 ? margin + Self.heading : below, limit: .max)
      }
    }
    if let remainder = comparison.remainder { lines.write(remainder, first: below) }
  }
}

/// A comparison in columns: labels begin, and values end, one below the other.
private struct EvidenceTable {
  private let cells: [[String]]
  private let widths: [Int]

  private static let gap = 2

  init(_ comparison: ShownComparison) {
    let cells = ([[""] + comparison.columns] + comparison.rows.map { [$0.label] + $0.values }).map { row in
      row.map { $0.shown() }
    }
    self.cells = cells
    widths = (0...comparison.columns.count).map { column in
      cells.reduce(0) { max($0, $1[column].columns) }
    }
  }

  var width: Int { widths.reduce(0, +) + Self.gap * (widths.count - 1) }

  var lines: [String] {
    cells.map { row in
      zip(row, widths).enumerated().map { index, cell in
        let space = String(repeating: " ", count: cell.1 - cell.0.columns)
        return index == 0 ? cell.0 + space : String(repeating: " ", count: Self.gap) + space + cell.0
      }.joined()
    }
  }
}
