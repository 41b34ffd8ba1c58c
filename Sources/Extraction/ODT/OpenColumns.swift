/// The columns of a table: which of them are hidden, and how cells look that say nothing of it (OpenDocument 1.3
/// Part 3, 9.1.6 and 19.615).
struct OpenColumns {
  /// How many shown columns stand before each, and before the end.
  private var shownBefore = [0]
  private var cellStyles: [String?] = []

  init(_ table: OpenElement) {
    take(table)
  }

  private mutating func take(_ container: OpenElement) {
    for child in container.children {
      switch child.name {
      case .tableColumns, .tableHeaderColumns, .tableColumnGroup: take(child)
      case .tableColumn:
        let count = min(
          child.count("number-columns-repeated", atMost: FlowCell.mostSpan), FlowCell.mostSpan - cellStyles.count)
        for _ in 0..<count {
          cellStyles.append(child.attribute("default-cell-style-name"))
          shownBefore.append((shownBefore.last ?? 0) + (child.isShown ? 1 : 0))
        }
      default: break
      }
    }
  }

  /// Where columns stand among those that are shown. Columns that the table does not name are.
  func shown(_ columns: Range<Int>) -> Range<Int> { shown(columns.lowerBound)..<shown(columns.upperBound) }

  private func shown(_ column: Int) -> Int {
    let named = shownBefore.count - 1
    return shownBefore[min(column, named)] + max(0, column - named)
  }

  func cellStyle(_ column: Int) -> String? { cellStyles.indices.contains(column) ? cellStyles[column] : nil }
}

extension OpenElement {
  /// Whether a row or a column is shown.
  var isShown: Bool {
    let visibility = attribute("visibility")
    return visibility != "collapse" && visibility != "filter"
  }
}
