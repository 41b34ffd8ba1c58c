/// What makes the columns of a row's figures doubtful.
extension RowAssembler {
  /// How the columns of a full row were told, by what stands in its lines, blank cells and all.
  func placement(of values: [PrintedValue], in width: Int) -> RowReading.Placement {
    // Only the words of a text know where in their line they stand.
    if values.contains(where: { $0.middle != nil }) { return .count }
    guard values.count > width, let first = values.first, let last = values.last else { return .cells }
    // Blank cells on both sides: those on the left were taken for the label's, and may be the row's first.
    return first.isBlank && last.isBlank ? .position : .cells
  }

  /// The one figure of a short row whose cell takes more columns than those of the others.
  func merged(_ values: [PrintedValue], width: Int) -> Doubt? {
    guard values.count < width, let narrow = values.map(\.columnSpan).min() else { return nil }
    let wide = values.filter { $0.columnSpan > narrow }
    guard wide.count == 1, let cell = wide.first else { return nil }
    return Doubt(cause: .merged, printed: cell.text, readings: [])
  }

  /// The cells of a full row. Where the next line begins with a figure that is no row's, the last cell may go on there.
  func going(on cells: [CellReading], after match: RowAligner.Match) -> [CellReading] {
    guard let last = cells.last, let figure = last.figure, let rest = continuation(of: match), rest.count == 1,
      let more = rest.first, let whole = Figure(printed: figure.description + more)
    else { return cells }
    var cells = cells
    cells[cells.count - 1].doubt = Doubt(
      cause: .lineEnd, printed: figure.description + "\n" + more, readings: [[figure], [whole]])
    return cells
  }

  /// The figures of a short row and of the line behind it, when together they are too many: one of them is broken
  /// where the line ends, as at the end of a page.
  func broken(_ values: [PrintedValue], after match: RowAligner.Match, width: Int) -> [String]? {
    guard values.count < width, let rest = continuation(of: match), values.count + rest.count > width else {
      return nil
    }
    return values.map(\.text) + rest
  }

  /// The figures of the line behind a row, when it holds nothing else and is no row's.
  private func continuation(of match: RowAligner.Match) -> [String]? {
    guard let last = match.lines.last, lines.indices.contains(last + 1), lines[last + 1].key.isEmpty,
      lines[last + 1].isHoldingValues, !alignment.rows.contains(where: { $0?.lines.contains(last + 1) == true })
    else { return nil }
    return lines[last + 1].values.map(\.text)
  }
}
