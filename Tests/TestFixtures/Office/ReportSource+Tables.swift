/// The three tables of the form, in a layout.
extension ReportSource {
  private typealias Cell = PrintedTable.Cell

  private func figures(_ ids: [String]) -> [Cell] {
    ids.map { Cell(print($0), kind: .figure) }
  }

  private func head(_ words: String) -> String { layout.heads[words] ?? words }

  /// The applicants in the order in which they are printed.
  private var applicants: [(String, String)] { layout.columns.applicants.map { StatutoryTables.applicants[$0] } }

  /// A part of table two with its columns as they are printed.
  private func arranged(_ part: StatutoryTables.Disclosure) -> StatutoryTables.Disclosure {
    guard part.head.count == 4, part.rows.first?.figures.count == 3 else { return part }
    var part = part
    let columns = layout.columns.documents
    part.head = [part.head[0]] + columns.map { part.head[$0 + 1] }
    part.rows = part.rows.map { row in (row.label, columns.map { row.figures[$0] }) }
    return part
  }

  private func changed(_ rows: [[Cell]], _ change: TableLayout.RowChange) -> [[Cell]] {
    var rows = rows
    for (one, other) in change.swapped { rows.swapAt(one, other) }
    if let added = change.added {
      rows.insert(
        added.cells.enumerated().map { index, text in
          Cell(text: text, columns: rows[added.after][index].columns, kind: index == 0 ? .label : .figure)
        }, at: added.after + 1)
    }
    if let lost = change.lost { rows.remove(at: lost) }
    return rows
  }

  /// Table two, all of its parts in one.
  var disclosureTable: PrintedTable {
    let parts = StatutoryTables.disclosures(form).map(arranged)
    // Every row is stretched over the columns of the widest: 12 parts can be halved, and made three or four.
    let columns = 12
    func stretched(_ cells: [Cell]) -> [Cell] {
      cells.map { cell in
        var cell = cell
        cell.columns = columns / cells.count
        return cell
      }
    }
    let body = parts.flatMap { part -> [[Cell]] in
      [[Cell(text: part.caption, columns: columns)]]
        + (layout.hasHeads ? [stretched(part.head.map { Cell(text: head($0)) })] : [])
        + part.rows.map { row in
          stretched(
            [Cell(text: layout.disclosureRows.labels[row.label] ?? row.label)]
              + figures(row.figures.map { "disclosure.\($0)" }))
        }
    }
    return PrintedTable(
      widths: Array(repeating: 1, count: columns), head: [], body: changed(body, layout.disclosureRows))
  }

  /// Table three.
  var requestsTable: PrintedTable {
    let labels =
      switch layout.labels {
      case .one: 1
      case .two: 2
      case .three, .threeVertical: 3
      }
    let width = labels + applicants.count
    func row(_ row: StatutoryTables.Row, over columns: Int) -> [Cell] {
      [Cell(text: row.label, columns: columns)]
        + figures(applicants.map { "requests.\(row.id).\($0.0)" })
    }
    let outcomes = StatutoryTables.outcomes(form).flatMap { group -> [[Cell]] in
      let isGroup = !group.label.isEmpty
      var rows = group.rows.map { row($0, over: isGroup ? 1 : max(1, labels - (labels == 3 ? 1 : 0))) }
      if isGroup, labels == 1 {
        rows.insert([Cell(text: group.label, columns: width)], at: 0)
      } else if isGroup {
        rows[0].insert(Cell(text: group.label, rows: group.rows.count), at: 0)
      }
      return rows
    }
    return PrintedTable(
      widths: (labels == 1 ? [8] : labels == 2 ? [3, 6] : [2, 3, 6]) + Array(repeating: 3, count: applicants.count),
      head: layout.hasHeads ? requestsHead(labels) : [],
      body: changed(
        [row(StatutoryTables.received, over: labels), row(StatutoryTables.carriedIn, over: labels)]
          + gathered(outcomes, labels: labels, width: width) + [row(StatutoryTables.carriedOut, over: labels)],
        layout.requestsRows))
  }

  /// The rows of 三、本年度办理结果, with these words before or above them.
  private func gathered(_ rows: [[Cell]], labels: Int, width: Int) -> [[Cell]] {
    guard labels == 3, var first = rows.first else {
      return [[Cell(text: StatutoryTables.outcome, columns: width)]] + rows
    }
    let isVertical = layout.labels == .threeVertical
    first.insert(
      Cell(text: StatutoryTables.outcome, rows: rows.count, kind: isVertical ? .vertical : .label), at: 0)
    return [first] + rows.dropFirst()
  }

  private func requestsHead(_ labels: Int) -> [[Cell]] {
    let names = applicants.map { Cell(text: head($0.1), rows: 1) }
    let corner = StatutoryTables.corner
    // Those of one kind stand side by side.
    let members = layout.columns.applicants.indices.filter { (1...5).contains(layout.columns.applicants[$0]) }
    let organisations = members.map { names[$0] }
    let first = members.first ?? 0
    func apart(_ cells: some Sequence<Cell>, rows: Int) -> [Cell] {
      cells.map { Cell($0.content, rows: rows) }
    }
    let before = apart(names[..<first], rows: 2)
    let group = Cell(text: head("法人或其他组织"), columns: organisations.count)
    let behind = names[(first + organisations.count)...]
    switch layout.header {
    case .decreed:
      return [
        [Cell(text: corner, columns: labels, rows: 3), Cell(text: "申请人情况", columns: names.count)],
        before + [group] + apart(behind, rows: 2), organisations,
      ]
    case .totalApart:
      return [
        [
          Cell(text: corner, columns: labels, rows: 3),
          Cell(text: "申请人情况", columns: before.count + organisations.count),
        ] + apart(behind, rows: 3),
        before + [group], organisations,
      ]
    case .flat:
      return [[Cell(text: corner, columns: labels)] + names]
    }
  }

  /// Table four.
  var litigationTable: PrintedTable {
    let results = layout.columns.results.map { StatutoryTables.results[$0] }
    let proceedings = layout.columns.proceedings.map { StatutoryTables.proceedings[$0] }
    let ids = proceedings.flatMap { proceeding in results.map { "\(proceeding.0).\($0.0)" } }
    let width = results.count
    func named(_ name: String, rows: Int = 1) -> Cell { Cell(text: head(name), columns: width, rows: rows) }
    func heads(rows: Int = 1) -> [Cell] { results.map { Cell(text: head($0.1), rows: rows) } }
    let suits = proceedings.filter { $0.0 != "review" }.map(\.1)
    let isLast = proceedings.first?.0 != "review"
    let suit = Cell(text: "行政诉讼", columns: width * suits.count)
    func side(_ review: [Cell], _ suits: [Cell]) -> [Cell] { isLast ? suits + review : review + suits }
    var rows: [[Cell]] = [
      side([named("行政复议", rows: 2)], [suit]), suits.map { named($0) }, proceedings.flatMap { _ in heads() },
    ]
    switch layout.litigationHeaderRows {
    case 2:
      rows = [
        proceedings.map { $0.0 == "review" ? named($0.1) : Cell(text: "行政诉讼（\($0.1)）", columns: width) },
        proceedings.flatMap { _ in heads() },
      ]
    case 4: rows.insert([Cell(text: "单位：件", columns: 3 * width)], at: 0)
    // As published: the results of 行政复议 beside the names of the suits.
    case 5:
      rows = [
        side([named("行政复议")], [suit]), side(heads(rows: 2), suits.map { named($0) }),
        suits.flatMap { _ in heads() },
      ]
    default: break
    }
    return PrintedTable(
      widths: Array(repeating: 1, count: 3 * width), head: layout.hasHeads ? rows : [], body: [figures(ids)])
  }
}
