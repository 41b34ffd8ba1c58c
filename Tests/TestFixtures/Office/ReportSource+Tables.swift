/// The three tables of the form, in a layout.
extension ReportSource {
  private typealias Cell = PrintedTable.Cell

  private func figures(_ ids: [String]) -> [Cell] {
    ids.map { Cell(print($0), kind: .figure) }
  }

  /// Table two, all of its parts in one.
  var disclosureTable: PrintedTable {
    let parts = StatutoryTables.disclosures(form)
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
      [[Cell(text: part.caption, columns: columns)], stretched(part.head.map { Cell(text: $0) })]
        + part.rows.map { row in
          stretched([Cell(text: row.label)] + figures(row.figures.map { "disclosure.\($0)" }))
        }
    }
    return PrintedTable(widths: Array(repeating: 1, count: columns), head: [], body: body)
  }

  /// Table three.
  var requestsTable: PrintedTable {
    let labels =
      switch layout.labels {
      case .one: 1
      case .two: 2
      case .three, .threeVertical: 3
      }
    let width = labels + StatutoryTables.applicants.count
    func row(_ row: StatutoryTables.Row, over columns: Int) -> [Cell] {
      [Cell(text: row.label, columns: columns)]
        + figures(StatutoryTables.applicants.map { "requests.\(row.id).\($0.0)" })
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
      widths: (labels == 1 ? [8] : labels == 2 ? [3, 6] : [2, 3, 6]) + Array(repeating: 3, count: 7),
      head: requestsHead(labels),
      body: [row(StatutoryTables.received, over: labels), row(StatutoryTables.carriedIn, over: labels)]
        + gathered(outcomes, labels: labels, width: width) + [row(StatutoryTables.carriedOut, over: labels)])
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
    let names = StatutoryTables.applicants.map(\.1)
    let corner = StatutoryTables.corner
    let organisations = names[1...5].map { Cell(text: $0) }
    switch layout.header {
    case .decreed:
      return [
        [Cell(text: corner, columns: labels, rows: 3), Cell(text: "申请人情况", columns: 7)],
        [
          Cell(text: names[0], rows: 2), Cell(text: "法人或其他组织", columns: 5), Cell(text: names[6], rows: 2),
        ],
        organisations,
      ]
    case .totalApart:
      return [
        [
          Cell(text: corner, columns: labels, rows: 3), Cell(text: "申请人情况", columns: 6),
          Cell(text: names[6], rows: 3),
        ],
        [Cell(text: names[0], rows: 2), Cell(text: "法人或其他组织", columns: 5)],
        organisations,
      ]
    case .flat:
      return [[Cell(text: corner, columns: labels)] + names.map { Cell(text: $0) }]
    }
  }

  /// Table four.
  var litigationTable: PrintedTable {
    let results = StatutoryTables.proceedings.flatMap { _ in StatutoryTables.results.map { Cell(text: $0.1) } }
    let names = StatutoryTables.proceedings.map(\.1)
    var head: [[Cell]] = [
      [Cell(text: names[0], columns: 5, rows: 2), Cell(text: "行政诉讼", columns: 10)],
      [Cell(text: names[1], columns: 5), Cell(text: names[2], columns: 5)],
      results,
    ]
    if layout.litigationHeaderRows == 2 {
      head = [
        [
          Cell(text: names[0], columns: 5), Cell(text: "行政诉讼（\(names[1])）", columns: 5),
          Cell(text: "行政诉讼（\(names[2])）", columns: 5),
        ], results,
      ]
    } else if layout.litigationHeaderRows == 4 {
      head.insert([Cell(text: "单位：件", columns: 15)], at: 0)
    }
    let ids = StatutoryTables.proceedings.flatMap { proceeding in
      StatutoryTables.results.map { "\(proceeding.0).\($0.0)" }
    }
    return PrintedTable(widths: Array(repeating: 1, count: 15), head: head, body: [figures(ids)])
  }
}
