import DocumentModel
import Findings
import ReportModel

/// The sums of a table that must agree, and what is the least that is wrong where they do not.
///
/// The equations lean on each other: a wrong cell breaks the sum of its row and of its column by the same amount. A
/// cell whose change alone would set right every sum it stands in is the one to name; sums that no single cell
/// explains are named themselves.
struct Reconciliation {
  /// A cell of the table.
  struct Cell: Hashable {
    var row: String
    var column: String
  }

  /// One sum, for one row or one column.
  struct Sum {
    var equation: Equation
    /// The id of the row or column for which it is drawn up.
    var id: String
    var left: [Cell]
    var right: [Cell]

    func contains(_ cell: Cell) -> Bool { left.contains(cell) || right.contains(cell) }

    /// What must be added to a cell of this sum to set it right, when left exceeds right by `excess`.
    func mend(_ cell: Cell, excess: Figure) -> Figure? {
      left.contains(cell) ? excess.negated : excess
    }

    /// By how much left exceeds right once a cell has been mended.
    func excess(_ excess: Figure, mending cell: Cell, by mend: Figure) -> Figure? {
      left.contains(cell) ? excess.adding(mend) : excess.subtracting(mend)
    }
  }

  let table: TableReading
  let sums: [Sum]
  let figures: [Cell: Figure]

  init(of table: TableReading) {
    self.table = table
    var figures: [Cell: Figure] = [:]
    for row in table.rows {
      for (column, cell) in zip(row.row.columns, row.cells) {
        figures[Cell(row: row.row.id, column: column.id)] = cell.figure
      }
    }
    self.figures = figures
    sums = table.isMissing ? [] : Self.sums(of: table.table)
  }

  /// What is wrong, in the table's order.
  var imbalances: [Imbalance] {
    var excesses = sums.map { excess(of: $0, figures: figures) }
    var wrong: [Cell: Figure] = [:]
    // A cell that has been named counts as mended for the search for the next.
    while let cell = nextCulprit(excesses) ?? nextOfOneLine(excesses) {
      wrong[cell.cell] = cell.mend
      for (index, sum) in sums.enumerated() where sum.contains(cell.cell) {
        excesses[index] = excesses[index].flatMap { sum.excess($0, mending: cell.cell, by: cell.mend) }
      }
    }
    let moved = misplaced(excesses)
    for (cell, mend) in moved {
      for (index, sum) in sums.enumerated() where sum.contains(cell) {
        excesses[index] = excesses[index].flatMap { sum.excess($0, mending: cell, by: mend) }
      }
    }
    var lines: [String: DoubtfulReading?] = [:]
    let cells =
      wrong.compactMap { imbalance(of: $0, mend: $1, &lines) }
      + moved.compactMap { imbalance(of: $0, mend: $1, isMisplaced: true, &lines) }
    let rest = sums.indices.filter { isBroken(excesses[$0]) }.map { imbalance(of: sums[$0], &lines) }
    return telling(cells.sorted { order($0) < order($1) } + rest)
  }

  /// The doubt about a line breaks many sums; it is told in full once.
  private func telling(_ imbalances: [Imbalance]) -> [Imbalance] {
    var told: Set<String> = []
    return imbalances.map { imbalance in
      var imbalance = imbalance
      for (index, doubt) in imbalance.doubts.enumerated() where doubt.cell == nil {
        imbalance.doubts[index].isTold = !told.insert(doubt.label).inserted
      }
      return imbalance
    }
  }

  /// The figure that all sums in which a cell stands ask for, where it is the only one they do not know.
  func impliedFigure(row: String, column: String) -> Figure? {
    let cell = Cell(row: row, column: column)
    guard figures[cell] == nil else { return nil }
    var assumed = figures
    assumed[cell] = 0
    let mends = sums.filter { $0.contains(cell) }.compactMap { sum in
      excess(of: sum, figures: assumed).flatMap { sum.mend(cell, excess: $0) }
    }
    guard mends.count >= 2, let first = mends.first, mends.allSatisfy({ $0 == first }), !first.isNegative else {
      return nil
    }
    return first
  }

  // MARK: The search

  private typealias Culprit = (cell: Cell, mend: Figure, sums: [Int])

  /// The cell whose change sets right all its sums, when no other cell would do for any of them as well.
  private func nextCulprit(_ excesses: [Figure?]) -> (cell: Cell, mend: Figure)? {
    let suspects = suspects(excesses)
    let culprit = suspects.first { suspect in
      suspects.allSatisfy { other in
        other.cell == suspect.cell || other.sums.count < suspect.sums.count
          || Set(other.sums).isDisjoint(with: suspect.sums)
      }
    }
    return culprit.map { ($0.cell, $0.mend) }
  }

  private func suspects(_ excesses: [Figure?]) -> [Culprit] {
    let broken = sums.indices.filter { isBroken(excesses[$0]) }
    let cells = Set(broken.flatMap { sums[$0].left + sums[$0].right })
    return cells.compactMap { cell in
      let own = sums.indices.filter { excesses[$0] != nil && sums[$0].contains(cell) }
      let mends = Set(own.compactMap { index in excesses[index].flatMap { sums[index].mend(cell, excess: $0) } })
      guard own.count >= 2, mends.count == 1, let mend = mends.first, mend != 0, isPossible(cell, mend) else {
        return nil
      }
      return (cell, mend, own)
    }
  }

  /// Several wrong cells in one row, or in one column: where only one row is broken and the broken columns together
  /// explain by how much, the wrong cells are at their crossings.
  private func nextOfOneLine(_ excesses: [Figure?]) -> (cell: Cell, mend: Figure)? {
    for axis in Equation.Axis.allCases {
      let along = sums.indices.filter { isBroken(excesses[$0]) && sums[$0].equation.axis == axis }
      let across = sums.indices.filter { isBroken(excesses[$0]) && sums[$0].equation.axis != axis }
      guard Set(along.map { sums[$0].id }).count == 1, along.count == 1, let line = along.first, across.count > 1
      else { continue }
      let crossings = across.compactMap { index -> (cell: Cell, mend: Figure)? in
        let shared = (sums[index].left + sums[index].right).filter(sums[line].contains)
        guard shared.count == 1, let cell = shared.first else { return nil }
        return mend(of: cell, by: sums[index].equation.axis, excesses).map { (cell, $0) }
      }
      guard crossings.count == across.count, let excess = excesses[line] else { continue }
      // A cell of the row （七）总计 stands in two sums of its column.
      let mends = Dictionary(crossings.map { ($0.cell, $0.mend) }) { first, _ in first }
      let rest = mends.reduce(Optional(excess)) { rest, crossing in
        rest.flatMap { sums[line].excess($0, mending: crossing.key, by: crossing.value) }
      }
      if rest == 0 { return crossings.first }
    }
    return nil
  }

  /// Figures of one row that stand in each other's column: every row adds up and some columns do not, and one row alone
  /// holds at those columns the very figures that would set them right, in another order.
  private func misplaced(_ excesses: [Figure?]) -> [(cell: Cell, mend: Figure)] {
    let broken = sums.indices.filter { isBroken(excesses[$0]) }
    let columns = Set(broken.map { sums[$0].id })
    guard columns.count > 1, broken.allSatisfy({ sums[$0].equation.axis == .column }) else { return [] }
    let candidates = table.rows.map(\.row.id).compactMap { row -> [(cell: Cell, mend: Figure)]? in
      let cells = columns.map { Cell(row: row, column: $0) }
      guard broken.allSatisfy({ index in cells.contains { sums[index].contains($0) } }) else { return nil }
      let mends = cells.compactMap { cell in mend(of: cell, by: .column, excesses).map { (cell: cell, mend: $0) } }
      let found = cells.compactMap { figures[$0] }
      let mended = mends.compactMap { figures[$0.cell]?.adding($0.mend) }
      guard mended.count == cells.count, found.count == cells.count, found.isReordered(as: mended) else { return nil }
      return mends
    }
    return candidates.count == 1 ? candidates.first ?? [] : []
  }

  /// What sets right every sum along one axis in which a cell stands; `nil` when they do not agree.
  private func mend(of cell: Cell, by axis: Equation.Axis, _ excesses: [Figure?]) -> Figure? {
    let own = sums.indices.filter { sums[$0].equation.axis == axis && sums[$0].contains(cell) }
    let mends = Set(own.compactMap { index in excesses[index].flatMap { sums[index].mend(cell, excess: $0) } })
    guard mends.count == 1, let mend = mends.first, mend != 0, isPossible(cell, mend) else { return nil }
    return mend
  }

  /// No count is below zero.
  private func isPossible(_ cell: Cell, _ mend: Figure) -> Bool {
    figures[cell].flatMap { $0.adding(mend) }.map { !$0.isNegative } ?? false
  }

  // MARK: Sums

  private static func sums(of table: FormTable) -> [Sum] {
    table.equations.flatMap { equation -> [Sum] in
      switch equation.axis {
      case .row:
        table.rows.map { row in
          Sum(
            equation: equation, id: row.id, left: equation.left.map { Cell(row: row.id, column: $0) },
            right: equation.right.map { Cell(row: row.id, column: $0) })
        }
      case .column:
        (table.rows.first?.columns ?? []).map { column in
          Sum(
            equation: equation, id: column.id, left: equation.left.map { Cell(row: $0, column: column.id) },
            right: equation.right.map { Cell(row: $0, column: column.id) })
        }
      }
    }
  }

  /// Left less right; `nil` when a figure of the sum could not be read, or the sum is beyond any count.
  func excess(of sum: Sum, figures: [Cell: Figure]) -> Figure? {
    guard let left = total(of: sum.left, figures), let right = total(of: sum.right, figures) else { return nil }
    return left.subtracting(right)
  }

  private func total(of cells: [Cell], _ figures: [Cell: Figure]) -> Figure? {
    let known = cells.compactMap { figures[$0] }
    return known.count == cells.count ? Figure.sum(of: known) : nil
  }

  func isBroken(_ excess: Figure?) -> Bool {
    excess.map { $0 != 0 } ?? false
  }

  // MARK: What is reported

  private func imbalance(
    of cell: Cell, mend: Figure, isMisplaced: Bool = false, _ lines: inout [String: DoubtfulReading?]
  ) -> Imbalance? {
    let broken = sums.filter { $0.contains(cell) }.filter { isBroken(excess(of: $0, figures: figures)) }
    // The sum down the column tells more than the one along the row.
    let telling = broken.first { $0.equation.axis == .column } ?? broken.first
    guard let telling, let found = figures[cell], let expected = found.adding(mend) else { return nil }
    return Imbalance(
      rule: telling.equation.rule, table: table.table, row: cell.row, column: cell.column,
      place: table[cell.row, cell.column]?.place ?? .unknown,
      kind: isMisplaced
        ? .misplaced(found: found, expected: expected)
        : .cell(found: found, expected: expected, brokenSums: broken.count),
      doubts: doubts(in: broken, lines: &lines))
  }

  private func imbalance(of sum: Sum, _ lines: inout [String: DoubtfulReading?]) -> Imbalance {
    let left = total(of: sum.left, figures) ?? 0
    let right = total(of: sum.right, figures) ?? 0
    // A sum with one cell on its right has a place of its own.
    let only = sum.right.count == 1 ? sum.right.first : nil
    let isRow = sum.equation.axis == .row
    let place = (only ?? sum.right.last).flatMap { table[$0.row, $0.column]?.place } ?? .unknown
    return Imbalance(
      rule: sum.equation.rule, table: table.table, row: only?.row ?? (isRow ? sum.id : nil),
      column: only?.column ?? (isRow ? nil : sum.id), place: place,
      kind: .sum(left: left, right: right, words: sum.equation.words), doubts: doubts(in: [sum], lines: &lines))
  }

  private func order(_ imbalance: Imbalance) -> Int {
    let row = table.rows.firstIndex { $0.row.id == imbalance.row } ?? 0
    let column = table.rows[row].row.columns.firstIndex { $0.id == imbalance.column } ?? 0
    return row * 100 + column
  }
}

extension [Figure] {
  /// Whether both hold the same figures.
  fileprivate func isReordered(as other: [Figure]) -> Bool {
    let counts = Dictionary(grouping: self) { $0 }.mapValues(\.count)
    return counts == Dictionary(grouping: other) { $0 }.mapValues(\.count)
  }
}
