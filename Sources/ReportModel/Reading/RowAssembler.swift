import DocumentModel

/// Turns the lines that belong to a row into the cells of the row.
struct RowAssembler {
  let lines: ArraySlice<ReadingLine>
  let alignment: RowAligner.Alignment
  let printed: [PrintedRow]
  /// How each of them is laid out.
  let layouts: [RowLayout]
  let aligner: RowAligner
  /// The sums of the table.
  let equations: [Equation]
  /// Lines of digits in and beside the table that are no row's.
  let strays: [Int]

  init(
    lines: ArraySlice<ReadingLine>, alignment: RowAligner.Alignment, printed: [PrintedRow], layouts: [RowLayout],
    aligner: RowAligner, equations: [Equation]
  ) {
    self.lines = lines
    self.alignment = alignment
    self.printed = printed
    self.layouts = layouts
    self.aligner = aligner
    self.equations = equations
    strays = Self.strays(in: lines, besides: alignment)
  }

  /// The rows of the table, those beside each other taken apart again.
  func rows() -> [RowReading] {
    printed.indices.flatMap { index in
      let cells = cells(of: index)
      return split(cells.cells, of: index, placement: cells.placement)
    }
  }

  /// The cells of a printed row; none when it is missing.
  private func cells(of index: Int) -> (cells: [CellReading], placement: RowReading.Placement) {
    let layout = layouts[index]
    let columns = layout.columns
    guard let match = alignment.rows[index] else {
      guard aligner.hasLabel(index, in: gap(around: index)) else { return ([], .cells) }
      return (columns.map { _ in CellReading(content: .blank, place: labelPlace(around: index)) }, .cells)
    }
    let all = match.lines.flatMap { lines[$0].values }
    let values = all.trimmed(to: layout.width)
    let place = match.lines.first.map { lines[$0].place } ?? .unknown
    if layout.isUnclear {
      return (
        columns.map { _ in CellReading(content: .undetermined(row: []), place: values.first?.place ?? place) }, .cells
      )
    }
    if values.count == layout.width {
      let cells = full(values, layout, match)
      if let all = unproven(cells, of: index, besides: match) {
        return (columns.map { _ in CellReading(content: .undetermined(row: all), place: cells[0].place) }, .cells)
      }
      return (cells, placement(of: all, in: layout.width))
    }
    if let broken = broken(values, after: match, width: layout.width) {
      return (columns.map { _ in CellReading(content: .undetermined(row: broken), place: place) }, .cells)
    }
    if let placed = columnNumbers(of: values, in: index) {
      let cells = columns.indices.map { column in
        placed.firstIndex { layout.column($0) == column }.map { cell(values[$0], columns[column], unit: layout.unit) }
          ?? CellReading(content: .blank, place: place)
      }
      return (cells, .position)
    }
    let texts = values.map(\.text)
    let doubt = merged(values, width: layout.width)
    return (columns.map { _ in CellReading(content: .undetermined(row: texts), place: place, doubt: doubt) }, .cells)
  }

  /// The cells of a line that has a figure for each column, in the form's order.
  private func full(_ values: [PrintedValue], _ layout: RowLayout, _ match: RowAligner.Match) -> [CellReading] {
    let columns = layout.columns
    let known = values.indices.compactMap { place in layout.column(place).map { (place: place, column: $0) } }
    var cells = known.map { cell(values[$0.place], columns[$0.column], unit: layout.unit) }
    if known.last?.place == values.indices.last { cells = going(on: cells, after: match) }
    guard layout.order != nil else { return cells }
    return zip(known, cells).sorted { $0.0.column < $1.0.column }.map(\.1)
  }

  private func cell(_ value: PrintedValue, _ column: FormColumn, unit: String?) -> CellReading {
    CellReading(
      content: FigureParser.content(of: value.text, in: column, unit: unit), place: value.place,
      doubt: DoubtfulCell.doubt(of: value.text, in: column), struck: value.struck)
  }

  /// The columns of a short row, told by the nearest full rows above and below; they must not contradict each other.
  private func columnNumbers(of values: [PrintedValue], in index: Int) -> [Int]? {
    let width = layouts[index].width
    func full(_ candidates: some Sequence<Int>) -> [PrintedValue]? {
      for candidate in candidates where layouts[candidate].width == width {
        guard let match = alignment.rows[candidate] else { continue }
        let values = match.lines.flatMap { lines[$0].values }
        if values.count == width { return values }
      }
      return nil
    }
    let neighbours = [full((0..<index).reversed()), full((index + 1)..<printed.count)].compactMap { $0 }
    let placements = neighbours.compactMap { ColumnPlacement(neighbour: $0)?.columns(of: values) }
    guard let first = placements.first, placements.allSatisfy({ $0 == first }) else { return nil }
    return first
  }

  /// The lines between the figures of the rows found before and after a row that was not.
  private func gap(around index: Int) -> ArraySlice<ReadingLine> {
    let before = alignment.rows[..<index].compactMap { $0?.lines.last }.last
    let after = alignment.rows[(index + 1)...].compactMap { $0?.lines.first }.first
    let start = before.map { $0 + 1 } ?? lines.startIndex
    let end = after.map { $0 + 1 } ?? lines.endIndex
    return start < end ? lines[start..<end] : []
  }

  private func labelPlace(around index: Int) -> Place {
    gap(around: index).first { !$0.key.isEmpty }?.place ?? .unknown
  }

  private func split(_ cells: [CellReading], of index: Int, placement: RowReading.Placement) -> [RowReading] {
    var start = 0
    return layouts[index].rows.map { row in
      defer { start += row.columns.count }
      let own = cells.isEmpty ? [] : Array(cells[start..<(start + row.columns.count)])
      return RowReading(row: row, cells: own, place: own.first?.place ?? .unknown, placement: placement)
    }
  }
}
