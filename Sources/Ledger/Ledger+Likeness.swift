import GRDB

extension Ledger {
  /// A hash that more reports share than this is stock wording: it is told by the latest of them.
  private static let mostOfOneHash = 64
  /// So many reports are looked at, those first that share most. There are more only where very many are alike.
  private static let mostLookedAt = 200

  /// The accepted reports of other offices that share most fingerprints with a text; of each office and year only the one
  /// that counts.
  ///
  /// - Parameters:
  ///   - fingerprints: Those of the text.
  ///   - years: What the reports are about.
  ///   - offices: Whose reports are passed over.
  ///   - least: How many fingerprints they share at least.
  ///   - limit: At most so many.
  /// - Returns: Those that share most first.
  /// - Throws: ``LedgerError``.
  package func alike(
    _ fingerprints: [Int64], years: [Int], besides offices: [String], sharing least: Int, limit: Int
  ) throws(LedgerError) -> [SubmissionRow] {
    try reading { database in
      var alike: [SubmissionRow] = []
      for number in try Self.sharing(fingerprints, years: years, least: least, database).prefix(Self.mostLookedAt) {
        guard alike.count < limit else { break }
        guard let id = try Self.counting(number, besides: offices, database) else { continue }
        alike += try SubmissionRow.fetch(database, where: ["id = ?"], [id], limit: 1)
      }
      return alike
    }
  }

  /// The numbers of the texts that share fingerprints, those that share most first, the latest of equals.
  private static func sharing(
    _ fingerprints: [Int64], years: [Int], least: Int, _ database: Database
  ) throws -> [Int64] {
    let statement = try database.cachedStatement(
      sql: "SELECT prose FROM fingerprint WHERE hash = ? AND year = ? ORDER BY prose DESC LIMIT ?")
    var shared: [Int64: Int] = [:]
    for hash in fingerprints {
      for year in years {
        let numbers = try Int64.fetchCursor(statement, arguments: [hash, year, mostOfOneHash])
        while let number = try numbers.next() { shared[number, default: 0] += 1 }
      }
    }
    return shared.filter { $0.value >= least }.sorted { ($0.value, $0.key) > ($1.value, $1.key) }.map(\.key)
  }

  /// The submission of a text, if it is the report that counts for an office and a year.
  private static func counting(_ number: Int64, besides offices: [String], _ database: Database) throws -> String? {
    let statement = try database.cachedStatement(
      sql: """
        SELECT submission.id, office, year FROM prose JOIN submission ON submission.id = prose.submission
        WHERE number = ? AND verdict = 'accepted' AND office IS NOT NULL
        """)
    guard let row = try Row.fetchOne(statement, arguments: [number]) else { return nil }
    let (id, office, year): (String, String, Int?) = try (
      row.decode(forColumn: "id"), row.decode(forColumn: "office"), row.decode(forColumn: "year")
    )
    guard !offices.contains(office) else { return nil }
    let latest = try database.cachedStatement(
      sql: """
        SELECT id FROM submission WHERE office = ? AND year = ? AND verdict = 'accepted'
        ORDER BY settled_at DESC, rowid DESC LIMIT 1
        """)
    return try String.fetchOne(latest, arguments: [office, year]) == id ? id : nil
  }
}
