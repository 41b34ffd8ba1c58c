/// A report as text without rules, as a table is copied or saved.
package struct PlainText: Sendable {
  package enum Separation: String, CaseIterable, Sendable {
    case spaces = "spaces"
    case tabs = "tabs"
    /// Each row between bars.
    case bars = "bars"
    /// Bars between the cells only.
    case barsInside = "bars inside"
    /// Lines drawn with the characters for it.
    case drawn = "drawn rules"
    /// Each cell on a line of its own.
    case lines = "a line for each cell"
  }

  package var report: ReportSource
  package var separation: Separation

  package init(_ report: ReportSource, _ separation: Separation) {
    self.report = report
    self.separation = separation
  }

  package var text: String {
    report.printedBlocks.map { block in
      switch block {
      case .title(let lines): lines.joined(separator: "\n")
      case .heading(let words, let index): PrintedBlock.typed(words, index)
      case .text(let words), .caption(let words): words
      case .table(let table): table.rows.map(row).joined(separator: "\n")
      }
    }.map(report.spelling).joined(separator: "\n") + "\n"
  }

  private func row(_ cells: [PrintedTable.Cell]) -> String {
    let texts = cells.map { $0.content.text.replacing("\n", with: "") }
    switch separation {
    case .spaces: return texts.joined(separator: " ")
    case .tabs: return texts.joined(separator: "\t")
    case .bars: return "| " + texts.joined(separator: " | ") + " |"
    case .barsInside: return texts.joined(separator: "|")
    case .drawn:
      return "├" + texts.map { _ in "────" }.joined(separator: "┼") + "┤\n│" + texts.joined(separator: "│") + "│"
    case .lines: return texts.joined(separator: "\n")
    }
  }
}
