/// Lets the sums of a table decide how its doubtful cells are read.
///
/// The form carries its own check: cells stand in sums along their row and down their column. Where exactly one
/// combination of readings satisfies every sum in which the doubtful cells stand, it is no guess. What the author wrote
/// wrong breaks a sum under every reading of the cells beside it, and so is still found.
struct Settlement {
  /// The forms with which tables are read.
  let forms: [KnownForm]

  /// - Parameter tables: The tables of a report, each in the ways in which its lines may be read, the one that explains
  ///   more of them first.
  /// - Returns: Each table in one way, with the cells settled that can be; all others keep what was read of them, and
  ///   their doubts.
  func settled(_ tables: [[TableReading]]) -> [TableReading] {
    let settled = tables.compactMap(best)
    guard settled.contains(where: { $0.rows.contains(where: \.isDoubtful) }) else { return settled }
    return WritingHabit(of: settled).applied(to: settled)
  }

  /// The way that leaves the fewest sums failing and cells open. Of two as good it is the last, which takes each line for
  /// itself, but where no sum helps: there a figure that may go on in the next line stays doubtful.
  private func best(of readings: [TableReading]) -> TableReading? {
    guard readings.count > 1, let first = readings.first else { return readings.first.map(settled) }
    if first.table.equations.isEmpty { return first.goesOnBelowLongFigures ? first : readings.last }
    let settled = readings.map(settled)
    return settled.reversed().min { $0.trouble(by: forms.sums(of: $0)) < $1.trouble(by: forms.sums(of: $1)) }
  }

  private func settled(_ table: TableReading) -> TableReading {
    guard !table.table.equations.isEmpty, table.rows.contains(where: \.isDoubtful) else { return table }
    let system = forms.sums(of: table)
    let parts = DoubtfulPart.all(in: table, system)
    guard !parts.isEmpty else { return table }

    var values = Self.certainValues(of: table, system)
    for cell in parts.flatMap(\.cells) { values[cell] = nil }
    // A cell with one reading is taken at it, and held to its sums below.
    for part in parts where part.readings.count == 1 { Self.assign(part, part.readings[0], to: &values) }
    var ambiguous: [DoubtfulPart] = []
    for group in Self.groups(of: parts.filter { $0.readings.count > 1 }, system) {
      var search = ReadingSearch(system, group, values: values)
      switch search.outcome() {
      case .one(let readings):
        for (part, reading) in zip(group, readings) { Self.assign(part, reading, to: &values) }
      case .several: ambiguous += group
      case .none: break
      }
    }
    var settled = table
    for part in parts {
      if Self.isProven(part, values, system) {
        settled.settle(part, values, system)
      } else if part.readings.count > 1, settled.differs(part, from: values, system) {
        // What was read breaks its sum, and one sum is too little to take another reading instead.
        ambiguous.append(part)
      }
    }
    for part in ambiguous { settled.doubt(part, system) }
    return settled
  }

  private static func assign(_ part: DoubtfulPart, _ reading: [Int], to values: inout [Int?]) {
    for (cell, value) in zip(part.cells, reading) { values[cell] = value }
  }

  fileprivate static func certainValues(of table: TableReading, _ system: SumSystem) -> [Int?] {
    var values = [Int?](repeating: nil, count: system.sumsOfCell.count)
    for (row, first) in zip(table.rows, system.firstCells) {
      for (index, cell) in row.cells.enumerated() {
        guard let figure = cell.figure, figure.isWhole else { continue }
        values[first + index] = figure.significand
      }
    }
    return values
  }

  /// The parts that hang together through sums.
  private static func groups(of parts: [DoubtfulPart], _ system: SumSystem) -> [[DoubtfulPart]] {
    var groups: [(sums: Set<Int>, parts: [DoubtfulPart])] = []
    for part in parts {
      var group = (sums: Set(part.cells.flatMap { system.sumsOfCell[$0] }), parts: [part])
      groups.removeAll { other in
        guard !other.sums.isDisjoint(with: group.sums) else { return false }
        group.sums.formUnion(other.sums)
        group.parts += other.parts
        return true
      }
      groups.append(group)
    }
    return groups.map(\.parts)
  }

  /// Whether every sum in which a part stands holds. Where there is a choice, one sum is too little: an author's slip
  /// in it could make the wrong reading fit.
  private static func isProven(_ part: DoubtfulPart, _ values: [Int?], _ system: SumSystem) -> Bool {
    let sums = Set(part.cells.flatMap { system.sumsOfCell[$0] })
    guard part.cells.allSatisfy({ values[$0] != nil && !system.sumsOfCell[$0].isEmpty }) else { return false }
    return sums.count >= (part.readings.count > 1 ? 2 : 1)
      && sums.allSatisfy { system.excess(of: $0, values) == 0 }
  }
}

extension RowReading {
  fileprivate var isDoubtful: Bool {
    cells.contains { cell in
      if cell.doubt != nil { return true }
      if case .undetermined = cell.content { return true }
      return false
    }
  }
}

extension TableReading {
  /// How many sums fail and how many cells have no figure.
  func trouble(by system: SumSystem) -> Int {
    let values = Settlement.certainValues(of: self, system)
    let failing = system.sums.indices.count { (system.excess(of: $0, values) ?? 0) != 0 }
    return failing + values.count { $0 == nil }
  }

  /// Whether digits stand below figures so long that they may have filled their columns, and below no others.
  fileprivate var goesOnBelowLongFigures: Bool {
    let parted = rows.flatMap(\.cells).compactMap(\.doubt).filter { $0.cause == .lineEnd }
    return !parted.isEmpty && parted.allSatisfy { $0.printed.prefix { $0 != "\n" }.count >= 3 }
  }

  /// Reads the cells of a part as the sums leave it.
  fileprivate mutating func settle(_ part: DoubtfulPart, _ values: [Int?], _ system: SumSystem) {
    for number in part.cells {
      guard let place = place(of: number, system), let value = values[number] else { continue }
      let content = CellReading.Content.figure(Figure(significand: value))
      let cell = rows[place.row].cells[place.index]
      if case .undetermined(let printed) = cell.content { rows[place.row].settledFrom = printed }
      guard cell.figure?.significand != value else { continue }
      rows[place.row].cells[place.index].content = content
      rows[place.row].cells[place.index].doubt?.isSettled = true
    }
  }

  /// Whether another figure was read of a cell than the sums ask for.
  fileprivate func differs(_ part: DoubtfulPart, from values: [Int?], _ system: SumSystem) -> Bool {
    part.cells.contains { number in
      guard let place = place(of: number, system), let value = values[number],
        let read = rows[place.row].cells[place.index].figure
      else { return false }
      return read.significand != value
    }
  }

  /// Takes back what was read of cells for which the sums leave several readings.
  fileprivate mutating func doubt(_ part: DoubtfulPart, _ system: SumSystem) {
    for number in part.cells {
      guard let place = place(of: number, system), let doubt = rows[place.row].cells[place.index].doubt else {
        continue
      }
      rows[place.row].cells[place.index].content = .notANumber(doubt.printed)
    }
  }

  private func place(of number: Int, _ system: SumSystem) -> (row: Int, index: Int)? {
    guard let row = rows.indices.first(where: { number < system.firstCells[$0 + 1] }) else { return nil }
    let index = number - system.firstCells[row]
    return rows[row].cells.indices.contains(index) ? (row, index) : nil
  }
}
