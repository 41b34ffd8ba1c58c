import ReportModel

/// A way to spread the figures of a printed line over its columns.
struct LineReading: Equatable {
  /// One for each column. Where nothing is printed, what the sums ask for.
  var figures: [Figure]
  /// The columns in which nothing is printed.
  var blanks: Set<Int>
}

/// The readings of a printed line that every sum of its table allows: a number broken in two put together again, two
/// numbers that ran together parted, a blank cell here or there.
///
/// They are shown to the author and never taken for what he wrote. A figure that merely makes the sums agree would
/// hide the slip that sums are there to find.
struct LineReadings {
  private let reconciliation: Reconciliation
  private let cells: [Reconciliation.Cell]
  /// The sums in which the line stands.
  private let sums: [Reconciliation.Sum]

  /// A line that is further from its width is no matter of one reading or another.
  private static let mostDifference = 2
  /// Of more readings than these none is likelier than the others.
  private static let mostReadings = 3

  init(of cells: [Reconciliation.Cell], in reconciliation: Reconciliation) {
    self.reconciliation = reconciliation
    self.cells = cells
    let own = Set(cells)
    sums = reconciliation.sums.filter { sum in (sum.left + sum.right).contains(where: own.contains) }
  }

  /// - Parameter printed: The figures of the line as printed, in order.
  /// - Returns: Those that all sums allow; empty when there are none, or too many to tell anything.
  func readings(of printed: [String]) -> [LineReading] {
    let texts = printed.filter { !$0.isEmpty }
    let width = cells.count
    guard abs(texts.count - width) <= Self.mostDifference, texts.allSatisfy({ Figure(printed: $0) != nil }) else {
      return []
    }
    var readings: [LineReading] = []
    for columns in candidates(texts, width: width) {
      guard let reading = reading(columns) else { continue }
      if let same = readings.firstIndex(where: { $0.figures == reading.figures }) {
        readings[same].blanks.formUnion(reading.blanks)
      } else {
        readings.append(reading)
      }
    }
    return readings.count <= Self.mostReadings ? readings : []
  }

  // MARK: Candidates

  /// What may stand in the columns; `nil` for nothing.
  private func candidates(_ texts: [String], width: Int) -> [[Figure?]] {
    let lines =
      switch texts.count - width {
      case 2...: BrokenLine.joined(texts).flatMap(BrokenLine.joined)
      case 1: BrokenLine.joined(texts) + texts.indices.map { without($0, texts) }
      case 0: [texts] + BrokenLine.joined(texts)
      case -1: [texts] + BrokenLine.parted(texts)
      default: [texts]
      }
    return lines.flatMap { line in
      let figures = line.map { Figure(printed: $0) }
      return figures.contains(nil) ? [] : spread(figures, width: width)
    }
  }

  private func without(_ index: Int, _ texts: [String]) -> [String] {
    Array(texts[..<index]) + Array(texts[(index + 1)...])
  }

  /// All ways to leave as many columns blank as there are figures too few, two at most.
  private func spread(_ figures: [Figure?], width: Int) -> [[Figure?]] {
    switch width - figures.count {
    case 0: [figures]
    case 1...Self.mostDifference:
      (0...figures.count).flatMap { index -> [[Figure?]] in
        // A blank beside a blank is put in once.
        guard index == 0 || figures[index - 1] != nil else { return [] }
        return spread(Array(figures[..<index]) + [nil] + Array(figures[index...]), width: width)
      }
    default: []
    }
  }

  // MARK: What the sums say

  /// - Returns: `nil` when a sum does not hold, or none would show that the columns are wrong.
  private func reading(_ columns: [Figure?]) -> LineReading? {
    var figures = reconciliation.figures
    for (cell, figure) in zip(cells, columns) { figures[cell] = figure ?? 0 }
    let blanks = Set(columns.indices.filter { columns[$0] == nil })
    for column in blanks.sorted() {
      guard let figure = implied(cells[column], figures), !figure.isNegative else { return nil }
      figures[cells[column]] = figure
    }
    let known = sums.compactMap { reconciliation.excess(of: $0, figures: figures) }
    guard known.count > max(1, blanks.count), known.allSatisfy({ $0 == 0 }) else { return nil }
    return LineReading(figures: cells.map { figures[$0] ?? 0 }, blanks: blanks)
  }

  /// What a blank cell's sums ask for: those down its column, which no other cell of the line shares, or else that
  /// along its row.
  private func implied(_ cell: Reconciliation.Cell, _ figures: [Reconciliation.Cell: Figure]) -> Figure? {
    let mends = sums.filter { $0.contains(cell) }.compactMap { sum in
      reconciliation.excess(of: sum, figures: figures).flatMap { sum.mend(cell, excess: $0) }.map { (sum, $0) }
    }
    return (mends.first { $0.0.equation.axis == .column } ?? mends.first)?.1
  }
}
