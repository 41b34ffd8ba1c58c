import DocumentModel

/// Reads the heads over the rows of a table, and the order of the rows.
struct LayoutReader {
  let table: KnownTable
  let lines: ArraySlice<ReadingLine>
  let alignment: RowAligner.Alignment

  /// How each printed row is laid out, and what is otherwise about it than in the form.
  func layouts() -> (rows: [RowLayout], notes: [LayoutNote]) {
    var rows = table.printed.map(RowLayout.init)
    var notes = [rowsMoved].compactMap { $0 }
    // What the last heads have said, and of which columns.
    var current: (heads: ColumnHeads, columns: [String], unit: String?)?
    let order = inDocument
    for (position, row) in order.enumerated() {
      let columns = table.printed[row].columns.map(\.id)
      let isFirst = current?.columns != columns
      if isFirst { current = nil }
      let above = position > 0 ? alignment.rows[order[position - 1]]?.lines.last : nil
      if let reader = HeadReader(table.heads[row], in: gap(from: above, to: row)),
        let heads = reader.read(reference(order[position...], columns)), isFirst || heads.isCertain
      {
        if current?.heads != heads {
          notes += self.notes(of: heads, over: row, reader)
        }
        let unit = unit(of: row, reader)
        if let unit { notes.append(unitNote(unit, row, reader)) }
        current = (heads, columns, unit)
      }
      if let current {
        rows[row] = RowLayout(table.printed[row], current.heads, table.heads[row])
        rows[row].unit = current.unit
      }
    }
    return (rows, notes)
  }

  /// The rows that were found, as they stand in the document.
  private var inDocument: [Int] {
    alignment.rows.indices.filter { alignment.rows[$0] != nil }.sorted { first($0) < first($1) }
  }

  private func first(_ row: Int) -> Int { alignment.rows[row]?.lines.first ?? lines.endIndex }

  private func gap(from above: Int?, to row: Int) -> ArraySlice<ReadingLine> {
    let start = above.map { $0 + 1 } ?? lines.startIndex
    return start < first(row) ? lines[start..<first(row)] : []
  }

  /// The figures of the first full row below a head, or else of the first one.
  private func reference(_ rows: ArraySlice<Int>, _ columns: [String]) -> [PrintedValue] {
    let values = rows.prefix(Self.rowsLookedAt).filter { table.printed[$0].columns.map(\.id) == columns }.map { row in
      (alignment.rows[row]?.lines ?? []).flatMap { lines[$0].values }.trimmed(to: columns.count)
    }
    return values.first { $0.count == columns.count && !$0.contains(where: \.isBlank) } ?? values.first ?? []
  }

  private static let rowsLookedAt = 5

  /// The unit of money in a head: 元 where the form has 万元, or the other way.
  private func unit(of row: Int, _ reader: HeadReader) -> String? {
    guard let column = table.printed[row].columns.first(where: { $0.kind == .amount }) else { return nil }
    let words = reader.head.flatMap(\.words).map(\.text).filter { $0.contains("元") }
    let units = Set(words.map { $0.contains("万元") ? "万元" : "元" })
    return units.count == 1 ? units.first { $0 != column.unit } : nil
  }

  private func unitNote(_ unit: String, _ row: Int, _ reader: HeadReader) -> LayoutNote {
    let column = table.printed[row].columns.first { $0.kind == .amount }
    return LayoutNote(
      kind: .unit(column: column?.label ?? "", found: unit, expected: column?.unit ?? ""),
      row: table.printed[row].rows.first?.id ?? "", place: reader.head.last?.place ?? .unknown)
  }

  // MARK: What is otherwise

  private var rowsMoved: LayoutNote? {
    let order = inDocument
    guard let place = zip(order, order.dropFirst()).first(where: { $0 > $1 }),
      let row = table.printed[place.1].rows.first,
      let before = table.printed[place.0].rows.first
    else { return nil }
    return LayoutNote(
      kind: .rowsInOtherOrder(row: row.label, after: before.label), row: row.id, place: lines[first(place.1)].place)
  }

  private func notes(of heads: ColumnHeads, over row: Int, _ reader: HeadReader) -> [LayoutNote] {
    guard let id = table.printed[row].rows.first?.id else { return [] }
    let place = reader.head.last?.place ?? .unknown
    func note(_ kind: LayoutNote.Kind) -> LayoutNote { LayoutNote(kind: kind, row: id, place: place) }
    let expected = labels(of: table.printed[row].rows)
    switch heads {
    case .asInForm: return []
    case .unclear: return [note(.headsUnclear(reader.text))]
    case .renamed(let columns):
      return columns.map { note(.columnRenamed(found: $0.printed, expected: expected[$0.column])) }
    case .foreign(let form, let columns):
      let foreign = table.heads[row].foreign[form]
      let labels = labels(of: [foreign.row])
      return [note(.headsOfForm(foreign.form, found: columns.compactMap { $0.map { labels[$0] } }, expected: expected))]
    case .known(let columns):
      let known = columns.compactMap { $0 }
      let missing = expected.indices.filter { !known.contains($0) }
      var notes: [LayoutNote] = []
      if known != known.sorted() {
        let rows = table.printed[row].rows
        notes.append(
          note(.columnsInOtherOrder(found: order(of: known, in: rows), expected: order(of: known.sorted(), in: rows))))
      }
      if !missing.isEmpty { notes.append(note(.columnsMissing(missing.map { expected[$0] }))) }
      if known.count < columns.count { notes.append(note(.columnsSurplus(columns.count - known.count))) }
      return notes
    }
  }

  /// The labels of columns in the order in which they stand; of rows side by side only what differs from the form: the
  /// order of the rows, or that of the columns in each.
  private func order(of columns: [Int], in rows: [FormRow]) -> [String] {
    let all = labels(of: rows)
    guard let width = rows.first?.columns.count, rows.count > 1 else { return columns.map { all[$0] } }
    let blocks = columns.map { $0 / width }.reduce(into: [Int]()) { if $0.last != $1 { $0.append($1) } }
    let inside = Dictionary(grouping: columns) { $0 / width }.mapValues { $0.map { $0 % width } }
    guard Set(blocks).count == blocks.count, let first = inside[blocks[0]], inside.values.allSatisfy({ $0 == first })
    else { return columns.map { all[$0] } }
    let isInOrder = blocks == blocks.sorted()
    return (isInOrder ? [] : blocks.map { rows[$0].label })
      + (isInOrder || first != first.sorted() ? first.map { rows[0].columns[$0].label } : [])
  }

  /// The labels of the columns; of rows side by side with those of their rows.
  private func labels(of rows: [FormRow]) -> [String] {
    rows.flatMap { row in row.columns.map { rows.count > 1 ? "\(row.label)·\($0.label)" : $0.label } }
  }
}

extension ColumnHeads {
  /// Whether every head was read: only then may they change what those further up said.
  fileprivate var isCertain: Bool {
    switch self {
    case .asInForm, .known, .foreign: true
    case .renamed, .unclear: false
    }
  }
}
