import DocumentModel

/// Reads a table of the form out of the lines where it should stand.
enum TableReader {
  /// Reads with the report's own form and, unless that fits, with the same table of the other forms: an old layout
  /// that is still in use is judged as it is printed.
  static func read(_ table: KnownTable, otherForms: [KnownForm], in lines: ArraySlice<ReadingLine>) -> TableReading {
    let own = attempt(table, in: lines)
    if own.isComplete { return own.reading }
    let others = otherForms.flatMap(\.tables).filter { $0.table.id == table.table.id }.map {
      attempt($0, in: lines)
    }
    let best = others.max { $0.fit < $1.fit }
    // A little better is chance: another form must explain the table wholly, or much more of it.
    if let best, best.isComplete || best.fit > own.fit + 0.2 { return best.reading }
    return own.reading
  }

  private struct Attempt {
    var reading: TableReading
    /// The share of rows that were found with label and figures, 0 to 1.
    var fit: Double
    var isComplete: Bool
  }

  /// The table as it is read line by line and, before that, with the figures put together that may go on in the next
  /// line: which of the two it is, sums tell.
  static func readings(
    _ table: KnownTable, otherForms: [KnownForm], in lines: ArraySlice<ReadingLine>
  ) -> [TableReading] {
    let plain = read(table, otherForms: otherForms, in: lines)
    // Where every sum holds there is nothing to decide.
    let isProven =
      !plain.table.equations.isEmpty
      && plain.trouble(
        by: plain.form == table.form && plain.table.rows == table.table.rows ? table.sums : otherForms.sums(of: plain))
        == 0
    guard !plain.isMissing, !isProven, let width = plain.table.rows.map(\.columns.count).max(),
      let joined = ContinuedFigures.joined(
        lines, width: plain.table.sideBySide ? width * plain.table.rows.count : width)
    else { return [plain] }
    return [read(table, otherForms: otherForms, in: joined[...]), plain]
  }

  private static func attempt(_ known: KnownTable, in lines: ArraySlice<ReadingLine>) -> Attempt {
    let printed = known.printed
    let aligner = known.aligner
    let alignment = aligner.align(lines)
    let matches = zip(printed, alignment.rows)
    let found = matches.count { row, match in match.map { $0.share >= row.leastShare } ?? false }
    let full = matches.count { row, match in
      guard let match, match.share >= row.leastShare else { return false }
      return match.lines.reduce(0) { $0 + lines[$1].values.count } >= row.width
    }
    // Rows that the form does not know speak against it as much as rows that are missing.
    let used = Set(alignment.rows.flatMap { $0?.lines ?? [] })
    let unused = lines.indices.reduce(0) { used.contains($1) ? $0 : $0 + lines[$1].values.count }
    let width = printed.map(\.width).max() ?? 1
    let strays = width > 1 ? unused / width : 0
    // A few chance matches in running text are no table.
    guard found * 3 >= printed.count else {
      let rows = UnfilledTable.rows(of: known, in: lines) ?? []
      return Attempt(reading: TableReading(table: known.table, form: known.form, rows: rows), fit: 0, isComplete: false)
    }
    let layouts = LayoutReader(table: known, lines: lines, alignment: alignment).layouts()
    let rows = RowAssembler(
      lines: lines, alignment: alignment, printed: printed, layouts: layouts.rows, aligner: aligner,
      equations: known.table.equations
    ).rows()
    let surplus = surplus(width: width, in: lines, besides: used)
    var table = known.table
    if layouts.rows.contains(where: \.isOther) {
      table.rows = layouts.rows.flatMap(\.rows)
    }
    return Attempt(
      reading: TableReading(table: table, form: known.form, rows: rows, surplus: surplus, notes: layouts.notes),
      fit: Double(full) / Double(printed.count + strays), isComplete: full == printed.count && strays == 0)
  }

  /// Between the first and the last line of the table; outside, the figures may be another table's, unless they are
  /// those of the first or of the last row once more.
  private static func surplus(
    width: Int, in lines: ArraySlice<ReadingLine>, besides used: Set<Int>
  ) -> [SurplusRow] {
    guard width > 1, let first = used.min(), let last = used.max() else { return [] }
    let above = lines[..<first].lastIndex { $0.isHoldingValues }
    let below = lines[(last + 1)...].firstIndex { $0.isHoldingValues }
    func repeats(_ index: Int, _ row: Int) -> Bool { lines[index].values.map(\.text) == lines[row].values.map(\.text) }
    let start = above.map { repeats($0, first) ? $0 : first } ?? first
    let end = below.map { repeats($0, last) ? $0 : last } ?? last
    return (start...end).filter { !used.contains($0) && lines[$0].values.count { !$0.isBlank } == width }.map {
      SurplusRow(text: lines[$0].text, place: lines[$0].place)
    }
  }
}
