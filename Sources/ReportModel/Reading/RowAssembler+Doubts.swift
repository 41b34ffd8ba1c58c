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

  /// What stands in a full row of text and in lines of digits beside it that are no row's, when the row's own sum does
  /// not hold: figures that found no room in their columns go on there, and which belongs to which nobody can tell.
  ///
  /// - Returns: `nil` where nothing speaks against the row.
  func unproven(_ cells: [CellReading], of index: Int, besides match: RowAligner.Match) -> [String]? {
    guard !strays.isEmpty, match.lines.allSatisfy({ lines[$0].isText }), !holds(cells, of: index) else { return nil }
    return (match.lines + strays(around: index)).sorted().flatMap { lines[$0].values.map(\.text) }
  }

  /// So far before its first and behind its last line figures of a table may stand.
  private static let linesBeside = 3

  static func strays(in lines: ArraySlice<ReadingLine>, besides alignment: RowAligner.Alignment) -> [Int] {
    let used = Set(alignment.rows.compactMap { $0?.lines }.joined())
    guard let first = used.min(), let last = used.max() else { return [] }
    let start = max(first - linesBeside, lines.startIndex)
    let end = min(last + linesBeside, lines.endIndex - 1)
    return (start...end).filter { !used.contains($0) && lines[$0].isDigitsOnly }
  }

  /// Of the lines that are no row's those between the rows before and behind a row or, when there are none, the nearest.
  private func strays(around index: Int) -> [Int] {
    guard let line = alignment.rows[index]?.lines.first else { return [] }
    let before = alignment.rows[..<index].compactMap { $0?.lines.last }.last ?? lines.startIndex - 1
    let behind = alignment.rows[(index + 1)...].compactMap { $0?.lines.first }.first ?? lines.endIndex
    let own = strays.filter { $0 > before && $0 < behind }
    return own.isEmpty ? strays.min { abs($0 - line) < abs($1 - line) }.map { [$0] } ?? [] : own
  }

  /// Whether the sums along a printed row hold for some readings of its cells, or cannot be told.
  private func holds(_ cells: [CellReading], of index: Int) -> Bool {
    var start = 0
    for row in layouts[index].rows {
      let own = Dictionary(
        zip(row.columns.map(\.id), cells[start..<(start + row.columns.count)]), uniquingKeysWith: { first, _ in first })
      start += row.columns.count
      for equation in equations where equation.axis == .row {
        if let left = sums(of: equation.left.map { own[$0] }), let right = sums(of: equation.right.map { own[$0] }),
          left.isDisjoint(with: right)
        {
          return false
        }
      }
    }
    return true
  }

  /// With more of them nothing is ruled out.
  private static let mostSums = 256

  /// What cells may add up to; `nil` where one has no figure.
  private func sums(of cells: [CellReading?]) -> Set<Figure>? {
    var sums: Set<Figure> = [Figure(significand: 0)]
    for cell in cells {
      let doubtful = (cell?.doubt?.readings ?? []).filter { $0.count == 1 }.joined()
      let figures = Set(doubtful).union([cell?.figure].compactMap { $0 })
      guard !figures.isEmpty else { return nil }
      sums = Set(sums.flatMap { sum in figures.compactMap { Figure.sum(of: [sum, $0]) } })
      guard sums.count <= Self.mostSums else { return nil }
    }
    return sums
  }
}

extension ReadingLine {
  /// A line of text, in which only places tell columns.
  fileprivate var isText: Bool { values.contains { $0.middle != nil } }

  /// Groups of digits on a line that begins no row.
  fileprivate var isDigitsOnly: Bool {
    isHoldingValues && isText && !ContinuedFigures.beginsRow(self)
      && values.allSatisfy { $0.text.utf8.allSatisfy { (0x30...0x39).contains($0) } }
  }
}
