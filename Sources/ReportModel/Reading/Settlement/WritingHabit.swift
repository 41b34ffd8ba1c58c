/// How a report writes its numbers, as far as sums have proved it: where they break over two lines in cell after cell, one
/// that does so in a cell without sums is no two numbers either.
///
/// The cell stays doubtful and is named, but its figure is used.
struct WritingHabit {
  private var settled: [Doubt.Cause: Int] = [:]
  private var open: Set<Doubt.Cause> = []

  /// One cell alone is no habit.
  private static let leastSettled = 2

  init(of tables: [TableReading]) {
    for table in tables where !table.table.equations.isEmpty {
      for doubt in table.rows.lazy.flatMap(\.cells).compactMap({ $0.doubt }) {
        if doubt.isSettled { settled[doubt.cause, default: 0] += 1 }
      }
      for cell in table.rows.lazy.flatMap(\.cells) where cell.figure == nil {
        if let doubt = cell.doubt { open.insert(doubt.cause) }
      }
    }
  }

  func applied(to tables: [TableReading]) -> [TableReading] {
    tables.map { table in
      guard table.table.equations.isEmpty else { return table }
      var table = table
      for row in table.rows.indices {
        for index in table.rows[row].cells.indices {
          let cell = table.rows[row].cells[index]
          guard cell.figure == nil, let doubt = cell.doubt, let figure = figure(doubt) else { continue }
          table.rows[row].cells[index].content = .figure(figure)
        }
      }
      return table
    }
  }

  /// The one number that a cell may hold.
  private func figure(_ doubt: Doubt) -> Figure? {
    guard settled[doubt.cause, default: 0] >= Self.leastSettled, !open.contains(doubt.cause) else { return nil }
    let figures = Set(doubt.readings.filter { $0.count == 1 }.joined())
    return figures.count == 1 ? figures.first : nil
  }
}
