import GRDB

/// One line on a submission, for lists.
package struct SubmissionSummary: Equatable, Sendable {
  package var id: String
  /// When the outcome stood on disk, in seconds since 1970.
  package var settledAt: Int
  package var verdict: SubmissionRow.Verdict
  /// `nil` when it is not known.
  package var office: String?
  /// The year that the report is about.
  package var year: Int?
  package var format: String?
  package var bytes: Int
  /// `nil` of a file that was refused for its size and not read.
  package var sha256: String?
  package var errors: Int
  package var warnings: Int
  package var title: String?
  /// Where the file lay, below the inbox, in bytes.
  package var path: [UInt8]
  /// Where it lies now, below the spool, in bytes.
  package var outcomePath: [UInt8]
  package var diagnosticsPath: [UInt8]?
  package var durationMicroseconds: Int
  /// The rules of its findings, each once, in order.
  package var rules: [String]
}

/// How many submissions came to a verdict.
package struct OutcomeCount: Equatable, Sendable {
  package var verdict: SubmissionRow.Verdict
  package var office: String?
  package var count: Int
}

extension Ledger {
  /// Opens a ledger to read it, while the service writes it or not. Nothing of it is changed or made.
  ///
  /// - Throws: ``LedgerError``, with the code `inaccessible` when there is none.
  package init(reading path: String) throws(LedgerError) {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(5)
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      guard try !queue.read(Schema.migrator.hasBeenSuperseded) else {
        throw LedgerError(code: .newer, path: path, cause: nil)
      }
      self.init(path: path, opened: queue)
    } catch let error as LedgerError {
      throw error
    } catch {
      throw LedgerError(error, path: path)
    }
  }

  /// Submissions in brief.
  ///
  /// - Parameter filter: What the submissions have in common. An office is also one in whose folder a file lay.
  /// - Returns: The latest outcome first.
  /// - Throws: ``LedgerError``.
  package func summaries(_ filter: SubmissionFilter) throws(LedgerError) -> [SubmissionSummary] {
    var conditions = ["1"]
    var arguments = StatementArguments()
    if let offices = filter.offices {
      let one = "office = ? OR substr(path, 1, length(?) + 1) = ? || '/'"
      conditions.append("(" + offices.map { _ in one }.joined(separator: " OR ") + ")")
      for office in offices { arguments += [office, office, office] }
    }
    if let year = filter.year {
      conditions.append("year = ?")
      arguments += [year]
    }
    if let verdict = filter.verdict {
      conditions.append("verdict = ?")
      arguments += [verdict.rawValue]
    }
    arguments += [filter.limit]
    return try reading { [conditions, arguments] database in
      let rules = try database.cachedStatement(
        sql: "SELECT DISTINCT rule FROM finding WHERE submission = ? ORDER BY rule")
      return try Row.fetchAll(
        database,
        sql: """
          SELECT * FROM submission WHERE \(conditions.joined(separator: " AND "))
          ORDER BY settled_at DESC, rowid DESC LIMIT ?
          """, arguments: arguments
      ).map { row in
        try SubmissionSummary(row, rules: String.fetchAll(rules, arguments: [row["id"] as String]))
      }
    }
  }

  /// How many submissions of each office came to each verdict, ever.
  ///
  /// - Throws: ``LedgerError``.
  package func outcomeCounts() throws(LedgerError) -> [OutcomeCount] {
    try reading { database in
      try Row.fetchAll(database, sql: "SELECT verdict, office, count(*) FROM submission GROUP BY verdict, office")
        .compactMap { row in
          guard let verdict = SubmissionRow.Verdict(rawValue: row[0]) else { return nil }
          return OutcomeCount(verdict: verdict, office: row[1], count: row[2])
        }
    }
  }
}

extension SubmissionSummary {
  fileprivate init(_ row: Row, rules: [String]) throws {
    guard let verdict = try SubmissionRow.Verdict(rawValue: row.decode(forColumn: "verdict")) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a verdict is none of those known")
    }
    try self.init(
      id: row.decode(forColumn: "id"), settledAt: row.decode(forColumn: "settled_at"), verdict: verdict,
      office: row.decode(forColumn: "office"), year: row.decode(forColumn: "year"),
      format: row.decode(forColumn: "format"), bytes: row.decode(forColumn: "bytes"),
      sha256: row.decode(forColumn: "sha256"), errors: row.decode(forColumn: "errors"),
      warnings: row.decode(forColumn: "warnings"), title: row.decode(forColumn: "title"),
      path: row.decode(StoredPath.self, forColumn: "path").bytes,
      outcomePath: row.decode(StoredPath.self, forColumn: "outcome_path").bytes,
      diagnosticsPath: row.decode(StoredPath?.self, forColumn: "diagnostics_path")?.bytes,
      durationMicroseconds: row.decode(forColumn: "duration_usec"), rules: rules)
  }
}
