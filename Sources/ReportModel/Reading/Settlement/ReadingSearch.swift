/// Looks for the combinations of readings that satisfy every sum.
///
/// Readings that no combination along one sum allows are struck first, over and over until nothing changes: that alone
/// decides nearly all. What is left is tried out, part by part, in a search that is given up when it takes too long.
struct ReadingSearch {
  enum Outcome: Equatable {
    /// One combination, with the reading of each part.
    case one([[Int]])
    /// None.
    case none
    /// Several, or too many to try.
    case several
  }

  private let system: SumSystem
  private let parts: [DoubtfulPart]
  /// The part that a cell belongs to.
  private let partOfCell: [Int: Int]
  /// The sums that can be tried: every cell in them has a value or readings.
  private let sums: [Int]
  private let values: [Int?]
  private var stepsLeft = 2_000_000

  /// Different totals that are kept in mind along a sum; with more of them next to nothing is ruled out.
  private static let mostTotals = 2_048

  /// - Parameters:
  ///   - system: The sums of the table.
  ///   - parts: What may be read in several ways.
  ///   - values: The values of all other cells, `nil` where there is none.
  init(_ system: SumSystem, _ parts: [DoubtfulPart], values: [Int?]) {
    self.system = system
    self.parts = parts
    self.values = values
    var partOfCell: [Int: Int] = [:]
    for (index, part) in parts.enumerated() {
      for cell in part.cells { partOfCell[cell] = index }
    }
    self.partOfCell = partOfCell
    sums = Set(parts.flatMap { $0.cells.flatMap { system.sumsOfCell[$0] } }).sorted().filter { sum in
      system.sums[sum].terms.allSatisfy { values[$0.cell] != nil || partOfCell[$0.cell] != nil }
    }
  }

  mutating func outcome() -> Outcome {
    var found: [[Int]]?
    var isAmbiguous = false
    search(parts.map(\.readings), &found, &isAmbiguous)
    if isAmbiguous || stepsLeft <= 0 { return .several }
    return found.map(Outcome.one) ?? .none
  }

  /// As deep as there are parts.
  private mutating func search(_ domains: [[[Int]]], _ found: inout [[Int]]?, _ isAmbiguous: inout Bool) {
    var domains = domains
    guard !isAmbiguous, stepsLeft > 0, narrow(&domains) else { return }
    // The part with the fewest readings tells soonest.
    let open = domains.indices.filter { domains[$0].count > 1 }.min { domains[$0].count < domains[$1].count }
    guard let open else {
      isAmbiguous = found != nil
      found = domains.compactMap(\.first)
      return
    }
    for reading in domains[open] {
      var next = domains
      next[open] = [reading]
      search(next, &found, &isAmbiguous)
    }
  }

  /// Strikes the readings that a sum rules out.
  ///
  /// - Returns: whether every part has a reading left.
  private mutating func narrow(_ domains: inout [[[Int]]]) -> Bool {
    var pending = Set(sums)
    while let sum = pending.popFirst() {
      guard stepsLeft > 0 else { return true }
      guard let possible = possible(along: sum, domains) else { continue }
      for (part, readings) in possible where readings.count < domains[part].count {
        if readings.isEmpty { return false }
        domains[part] = readings
        for cell in parts[part].cells {
          for other in system.sumsOfCell[cell] where other != sum && sums.contains(other) { pending.insert(other) }
        }
      }
    }
    return true
  }

  /// The readings of each part in a sum that some combination of the others brings to zero.
  ///
  /// - Returns: `nil` when there are too many totals to tell.
  private mutating func possible(
    along sum: Int, _ domains: [[[Int]]]
  ) -> [(part: Int, readings: [[Int]])]? {
    var constant = 0
    var amounts: [(part: Int, amounts: [Int])] = []
    for (cell, sign) in system.sums[sum].terms {
      guard let part = partOfCell[cell] else {
        constant += sign * (values[cell] ?? 0)
        continue
      }
      let own = domains[part].map { sign * (parts[part].value(of: cell, in: $0) ?? 0) }
      if let index = amounts.firstIndex(where: { $0.part == part }) {
        amounts[index].amounts = zip(amounts[index].amounts, own).map { $0 + $1 }
      } else {
        amounts.append((part, own))
      }
    }
    guard let before = totals(amounts.map(\.amounts), from: constant),
      let behind = totals(amounts.reversed().map(\.amounts), from: 0)
    else { return nil }
    return amounts.enumerated().map { index, entry in
      let rest = behind[amounts.count - 1 - index]
      let readings = zip(domains[entry.part], entry.amounts).filter { _, amount in
        stepsLeft -= min(before[index].count, rest.count)
        return before[index].count < rest.count
          ? before[index].contains { rest.contains(-amount - $0) }
          : rest.contains { before[index].contains(-amount - $0) }
      }
      return (entry.part, readings.map(\.0))
    }
  }

  /// What the first so many parts can come to together: none of them, one, two, and so on.
  private mutating func totals(_ amounts: [[Int]], from start: Int) -> [Set<Int>]? {
    var totals: [Set<Int>] = [[start]]
    for own in amounts {
      var next: Set<Int> = []
      for total in totals[totals.count - 1] {
        for amount in own { next.insert(total + amount) }
      }
      stepsLeft -= next.count
      guard next.count <= Self.mostTotals else { return nil }
      totals.append(next)
    }
    return totals
  }
}
