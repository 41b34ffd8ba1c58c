import ReportModel

/// Which figure of a line stands in which column, where the line has too many or too few of them.
extension Reconciliation {
  /// The doubt about the columns of a line, unless its sums prove them.
  ///
  /// - Parameter row: The row, or any of the rows that are printed side by side.
  /// - Returns: `nil` also where nothing can be said but that there are too many figures, or too few.
  func lineDoubt(of row: RowReading) -> DoubtfulReading? {
    let rows = table.table.sideBySide ? table.rows : [row]
    let cells = rows.flatMap(\.cells)
    guard let printed = printed(in: row, cells) else { return nil }
    let columns = rows.flatMap { row in row.row.columns.map { Cell(row: row.row.id, column: $0.id) } }
    let readings = LineReadings(of: columns, in: self).readings(of: printed)
    let read = columns.map { figures[$0] }
    guard !readings.contains(where: { isSame($0, read) }) else { return nil }

    let isUndetermined = read.allSatisfy { $0 == nil }
    let merged = cells.first?.doubt.flatMap { $0.cause == .merged ? $0 : nil }
    guard !readings.isEmpty || merged != nil || row.placement == .position && isFailing(columns) else { return nil }
    let conclusion = conclusion(readings, labels: rows.flatMap(\.row.columns).map(\.label), printed: printed.count)
    return DoubtfulReading(
      cell: nil, label: rows.count == 1 ? row.row.label : table.table.label,
      cause: isUndetermined ? .undetermined : .cause(row.placement),
      printed: row.placement == .cells && !isUndetermined
        ? cells.map { $0.doubt?.printed ?? .word($0) }.map(String.shown).joined(separator: "｜")
        : printed.map(String.shown).joined(separator: " "),
      read: isUndetermined ? nil : cells.map(String.word).joined(separator: " "),
      others: readings.map { .line($0, printed: printed.count) },
      conclusion: (merged.map { .merged($0.printed) } ?? "") + conclusion)
  }

  /// The figures as printed, where their columns are not certain; without those cells that are blank.
  private func printed(in row: RowReading, _ cells: [CellReading]) -> [String]? {
    if case .undetermined(let printed) = cells.first?.content { return printed.filter { !$0.isEmpty } }
    // One cell may hold the figures of two, when the one beside it is blank.
    let isShared =
      cells.contains { $0.content == .blank } && cells.contains { $0.doubt?.readings.contains { $0.count > 1 } == true }
    guard row.placement != .cells || isShared else { return nil }
    return cells.filter { $0.content != .blank }.map { $0.doubt?.printed ?? .word($0) }
  }

  private func isFailing(_ cells: [Cell]) -> Bool {
    sums.contains { sum in isBroken(excess(of: sum, figures: figures)) && cells.contains(where: sum.contains) }
  }

  private func isSame(_ reading: LineReading, _ read: [Figure?]) -> Bool {
    zip(reading.figures, read).enumerated().allSatisfy { index, pair in
      pair.1.map { $0 == pair.0 } ?? reading.blanks.contains(index)
    }
  }

  private func conclusion(_ readings: [LineReading], labels: [String], printed: Int) -> String {
    guard let reading = readings.first else { return "" }
    guard readings.count == 1 else { return .several(readings.map { String.line($0, printed: printed) }) }
    let blanks = reading.isCertain(printed: printed) ? reading.blanks.sorted() : []
    return .one(
      .line(reading, printed: printed),
      blanks: blanks.map { (labels.indices.contains($0) ? labels[$0] : "", reading.figures[$0]) })
  }
}

extension LineReading {
  /// Whether the blank columns are known: as many as there are figures too few, or fewer where some ran together.
  fileprivate func isCertain(printed: Int) -> Bool {
    blanks.count <= max(1, figures.count - printed)
  }
}

extension String {
  fileprivate static let undetermined = "分不清哪个数在哪一格"

  fileprivate static func cause(_ placement: RowReading.Placement) -> String {
    switch placement {
    case .cells: "一格里可能写了两格的数"
    case .count: "程序按先后一格一个读，但可能有一个数断成了两个、又有一格空着"
    case .position: "哪个数在哪一格是程序按位置推断的"
    }
  }

  fileprivate static func merged(_ printed: String) -> String {
    "其中“\(printed)”一格占了不止一列。"
  }

  fileprivate static func one(_ line: String, blanks: [(label: String, figure: Figure)]) -> String {
    let blanks = blanks.map { "“\($0.label)”一格空着，按合计推算是 \($0.figure)" }.joined(separator: "，")
    return "如果读作“\(line)”，与这一行有关的合计都平\(blanks.isEmpty ? "" : "：\(blanks)")。"
  }

  fileprivate static func several(_ lines: [String]) -> String {
    "有 \(lines.count) 种读法，与这一行有关的合计都平：“\(lines.joined(separator: "”，“"))”。"
  }

  fileprivate static func line(_ reading: LineReading, printed: Int) -> String {
    reading.figures.enumerated().map { index, figure in
      reading.isCertain(printed: printed) && reading.blanks.contains(index) ? "空" : figure.description
    }.joined(separator: " ")
  }

  fileprivate static func word(_ cell: CellReading) -> String {
    if case .notANumber(let printed) = cell.content { return .shown(printed) }
    return cell.figure?.description ?? "空"
  }
}
