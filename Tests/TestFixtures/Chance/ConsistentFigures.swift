/// Figures of tables three and four that fulfil every equation of the form of 2021.
package struct ConsistentFigures {
  package private(set) var values: [String: Int] = [:]

  private static let applicants = [
    "natural_person", "business", "research", "public_interest", "legal_services", "other",
  ]
  private static let outcomes = [
    "granted", "partially_granted", "refused.state_secret", "refused.prohibited_by_law",
    "refused.security_and_stability", "refused.third_party_rights", "refused.internal_affairs", "refused.process",
    "refused.enforcement_files", "refused.administrative_query", "unavailable.not_held", "unavailable.needs_creation",
    "unavailable.unclear", "not_processed.petition", "not_processed.repeat", "not_processed.publication",
    "not_processed.excessive", "not_processed.confirmation", "otherwise.not_corrected", "otherwise.fee_unpaid",
    "otherwise.other",
  ]

  /// - Parameters:
  ///   - dice: What they are drawn with.
  ///   - largest: Of the figures that are no sums; by default from a town's few to a city's thousands.
  package init(_ dice: inout Dice, largest: Int? = nil) {
    let most = largest ?? [3, 30, 300, 4_000][Int.random(in: 0..<4, using: &dice)]
    func figure() -> Int { Bool.random(using: &dice) ? 0 : Int.random(in: 0...most, using: &dice) }
    var requests: [String: [Int]] = [:]
    for row in Self.outcomes { requests[row] = Self.applicants.map { _ in figure() } }
    let concluded = Self.applicants.indices.map { column in
      Self.outcomes.reduce(0) { $0 + (requests[$1]?[column] ?? 0) }
    }
    let carriedOut = Self.applicants.map { _ in figure() }
    let carriedIn = zip(concluded, carriedOut).map { min($0 + $1, figure()) }
    requests["concluded"] = concluded
    requests["carried_out"] = carriedOut
    requests["carried_in"] = carriedIn
    requests["received"] = Self.applicants.indices.map { concluded[$0] + carriedOut[$0] - carriedIn[$0] }
    for (row, figures) in requests {
      for (column, figure) in zip(Self.applicants, figures) { values["requests.\(row).\(column)"] = figure }
      values["requests.\(row).total"] = figures.reduce(0, +)
    }
    for group in ["review", "litigation_direct", "litigation_after_review"] {
      let figures = ["upheld", "corrected", "other", "pending"].map { ($0, figure()) }
      for (column, figure) in figures { values["\(group).\(column)"] = figure }
      values["\(group).total"] = figures.reduce(0) { $0 + $1.1 }
    }
  }

  package var printed: [String: String] { values.mapValues(String.init) }

  /// Another cell of the row of a cell.
  package func neighbour(of cell: String, _ dice: inout Dice) -> String {
    let row = cell.split(separator: ".").dropLast().joined(separator: ".") + "."
    return values.keys.filter { $0.hasPrefix(row) && $0 != cell }.sorted().randomElement(using: &dice) ?? cell
  }

  /// Writes something else than is right into a cell.
  ///
  /// - Returns: What, in words.
  package mutating func slip(at cell: String, _ dice: inout Dice) -> String {
    let right = values[cell] ?? 0
    let swapped = String(right).count > 1 ? Int(String(String(right).reversed())) ?? right : right
    let other = neighbour(of: cell, &dice)
    switch Int.random(in: 0..<4, using: &dice) {
    case 0 where swapped != right: values[cell] = swapped
    case 1 where values[other] != right && cell.hasPrefix("requests"):
      // Two outcomes of a suit that change places break no sum. Put into the column beside it.
      values[cell] = values[other]
      values[other] = right
    case 2 where right >= 10: values[cell] = right - 10
    default: values[cell] = right + (Bool.random(using: &dice) ? 1 : 10)
    }
    return "\(cell): \(values[cell] ?? 0) in the place of \(right)"
  }
}
