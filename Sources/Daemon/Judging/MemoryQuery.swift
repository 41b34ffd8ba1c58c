package import Rules

/// What a report is held against earlier ones by.
package struct MemoryQuery: Equatable, Sendable {
  /// `nil` when the report does not say whose it is.
  package var office: String?
  /// Other names under which the unit's earlier reports may have been recorded.
  package var otherNames: [String]
  package var year: Int?
  /// The content's SHA-256 in lower-case hexadecimal digits; `nil` of what was not read.
  package var sha256: String?
  /// What reports of much the same wording are found by.
  package var fingerprints: [Int64]

  package init(
    office: String?, otherNames: [String] = [], year: Int?, sha256: String?, fingerprints: [Int64] = []
  ) {
    self.office = office
    self.otherNames = otherNames
    self.year = year
    self.sha256 = sha256
    self.fingerprints = fingerprints
  }

  /// All names of the unit.
  var offices: [String] { (office.map { [$0] } ?? []) + otherNames }
}

/// Looks up what is remembered.
package struct Recall: Sendable {
  /// Remembers nothing.
  package static let nothing = Recall { _ in Memory() }

  private let lookUp: @Sendable (MemoryQuery) async -> Memory

  package init(_ lookUp: @escaping @Sendable (MemoryQuery) async -> Memory) {
    self.lookUp = lookUp
  }

  package func callAsFunction(_ query: MemoryQuery) async -> Memory {
    await lookUp(query)
  }
}
