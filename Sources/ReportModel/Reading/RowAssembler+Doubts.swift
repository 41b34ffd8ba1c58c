/// What makes the columns of a row's figures doubtful.
extension RowAssembler {
  /// Whether blank cells stand on both sides of figures that are too few: those on the left were taken for the label's,
  /// and may be the row's first.
  func isShiftable(_ values: [PrintedValue], to width: Int) -> Bool {
    guard values.count > width, let first = values.first, let last = values.last else { return false }
    return first.isBlank && last.isBlank
  }

  /// Whether the figures of a full row stand in other columns than those of the full rows above and below.
  func isOutOfColumn(_ values: [PrintedValue], in index: Int) -> Bool {
    guard isUneven(values) else { return false }
    let neighbours = neighbours(of: index)
    return !neighbours.isEmpty && neighbours.allSatisfy { $0.contradicts(values) }
  }

  /// Whether two figures stand as near each other as the digits of one do, in a row of columns.
  private func isUneven(_ values: [PrintedValue]) -> Bool {
    var (narrowest, widest) = (Double.infinity, 0.0)
    for (left, right) in zip(values, values.dropFirst()) {
      guard let start = left.middle, let end = right.middle else { return false }
      let gap = end - start - Double(left.text.utf8.count + right.text.utf8.count) / 2
      narrowest = min(narrowest, gap)
      widest = max(widest, gap)
    }
    return narrowest < 2 && widest >= 4
  }

  /// The one figure of a short row whose cell takes more columns than those of the others.
  func merged(_ values: [PrintedValue], width: Int) -> Doubt? {
    guard values.count < width, let narrow = values.map(\.columnSpan).min() else { return nil }
    let wide = values.filter { $0.columnSpan > narrow }
    guard wide.count == 1, let cell = wide.first else { return nil }
    return Doubt(cause: .merged, printed: cell.text, readings: [])
  }
}
