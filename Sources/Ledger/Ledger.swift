import GRDB

/// The memory of what was handed in and how it ended, in one SQLite file.
///
/// The folders hold the state; this holds history. Every call blocks until the disk has answered: make them on a thread
/// of your own, never on a cooperative one.
package struct Ledger: Sendable {
  /// The database's file.
  package let path: String

  let queue: any DatabaseWriter

  /// Opens a ledger, or begins one where there is no file, and brings its tables up to date.
  ///
  /// - Throws: ``LedgerError`` when the file is no ledger, is a newer program's, or cannot be written.
  package init(path: String) throws(LedgerError) {
    var configuration = Configuration()
    // Who looks something up does not wait for the disk to take in what is written.
    configuration.maximumReaderCount = 2
    // Someone who reads along with another program does not make a record fail.
    configuration.journalMode = .wal
    configuration.busyMode = .timeout(5)
    do {
      try self.init(path: path, queue: DatabasePool(path: path, configuration: configuration))
    } catch {
      throw LedgerError(error, path: path)
    }
  }

  /// A ledger that ends with the process, for a run that leaves nothing behind.
  ///
  /// - Returns: An empty ledger.
  /// - Throws: ``LedgerError`` when there is no memory for it.
  package static func inMemory() throws(LedgerError) -> Ledger {
    do {
      return try Ledger(path: ":memory:", queue: DatabaseQueue())
    } catch {
      throw LedgerError(error, path: ":memory:")
    }
  }

  /// Lets go of the file, before another takes its place: SQLite removes the -wal file of a path when it closes. No other
  /// call may follow.
  package func close() {
    // What a damaged file makes fail is of no use any more.
    try? queue.close()
  }

  /// Brings into the file what waits beside it, at the end: a copy of the one file is then a copy of all.
  package func checkpoint() {
    // Who reads along holds it up; the next start goes on from both files.
    _ = try? queue.writeWithoutTransaction { try $0.checkpoint(.truncate) }
  }

  /// Whether both are of one opening.
  package func isSame(as other: Ledger) -> Bool { queue === other.queue }

  init(path: String, opened queue: any DatabaseWriter) {
    self.path = path
    self.queue = queue
  }

  private init(path: String, queue: any DatabaseWriter) throws {
    self.path = path
    self.queue = queue
    // WAL with NORMAL may lose the last transactions with the power. A report would then lie in accepted that next year's
    // is never compared with, and nobody would know. FULL costs one sync for each batch.
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    guard try queue.read(Self.isLedger) else { throw LedgerError(code: .notALedger, path: path, cause: nil) }
    guard try !queue.read(Schema.migrator.hasBeenSuperseded) else {
      throw LedgerError(code: .newer, path: path, cause: nil)
    }
    try Schema.migrator.migrate(queue)
    // The marks are of use in the file itself only.
    if try queue.write(Self.mark) { checkpoint() }
  }

  /// Writes down settled submissions, all of them or, when it throws, none.
  ///
  /// A submission that is already there by its id stays as it was, but for where its files lie: after a crash the same one
  /// may be recorded again, and have been filed under another name than was decided before.
  ///
  /// - Parameters:
  ///   - rows: What is written down.
  ///   - afterEach: Called when one is, before all are committed.
  /// - Throws: ``LedgerError``.
  package func record(_ rows: [SubmissionRow], afterEach: () -> Void = {}) throws(LedgerError) {
    guard !rows.isEmpty else { return }
    do {
      try queue.write { database in
        for row in rows {
          try row.insert(into: database)
          afterEach()
        }
      }
    } catch {
      throw LedgerError(error, path: path)
    }
  }

  /// The submission of an id.
  ///
  /// - Returns: `nil` when there is none.
  /// - Throws: ``LedgerError``.
  package func submission(id: String) throws(LedgerError) -> SubmissionRow? {
    try reading { try SubmissionRow.fetch($0, where: ["id = ?"], [id], limit: 1).first }
  }

  /// The report that counts for an office and a year: the one accepted last.
  ///
  /// - Parameters:
  ///   - offices: The names that the office has gone by.
  ///   - year: What the report is about.
  /// - Returns: `nil` when none was accepted.
  /// - Throws: ``LedgerError``.
  package func latestAccepted(offices: [String], year: Int) throws(LedgerError) -> SubmissionRow? {
    try submissions(SubmissionFilter(offices: offices, year: year, verdict: .accepted, limit: 1)).first
  }

  /// When an office's first report of a year was handed in, whatever became of it.
  ///
  /// - Parameters:
  ///   - offices: The names that the office has gone by.
  ///   - year: What the report is about.
  /// - Returns: Seconds since 1970; `nil` when there is none.
  /// - Throws: ``LedgerError``.
  package func firstReceived(offices: [String], year: Int) throws(LedgerError) -> Int? {
    try reading { database in
      try Int.fetchOne(
        database,
        sql: """
          SELECT min(received_at) FROM submission
          WHERE office IN (\(databaseQuestionMarks(count: offices.count))) AND year = ?
          """,
        arguments: StatementArguments(offices) + [year])
    }
  }

  /// The submissions that a filter lets through.
  ///
  /// - Parameters:
  ///   - filter: What they have in common.
  ///   - isWhole: Whether with their findings, figures and prose, which take most of the time.
  /// - Returns: The latest outcome first.
  /// - Throws: ``LedgerError``.
  package func submissions(
    _ filter: SubmissionFilter, isWhole: Bool = true
  ) throws(LedgerError) -> [SubmissionRow] {
    var conditions: [String] = []
    var arguments = StatementArguments()
    func require(_ condition: String, _ values: StatementArguments) {
      conditions.append(condition)
      arguments += values
    }
    if let offices = filter.offices {
      require("office IN (\(databaseQuestionMarks(count: offices.count)))", StatementArguments(offices))
    }
    if let year = filter.year { require("year = ?", [year]) }
    if let verdict = filter.verdict { require("verdict = ?", [verdict.rawValue]) }
    if let sha256 = filter.sha256 { require("sha256 = ?", [sha256]) }
    if let time = filter.settledAt {
      require("settled_at >= ? AND settled_at < ?", [time.lowerBound, time.upperBound])
    }
    return try reading { [conditions, arguments] in
      try SubmissionRow.fetch($0, where: conditions, arguments, limit: filter.limit, isWhole: isWhole)
    }
  }

  /// How many submissions came to each verdict in a span of time, in seconds since 1970.
  ///
  /// - Returns: A number for every verdict, zero included.
  /// - Throws: ``LedgerError``.
  package func counts(settledAt span: Range<Int>) throws(LedgerError) -> [SubmissionRow.Verdict: Int] {
    try reading { database in
      var counts = Dictionary(uniqueKeysWithValues: SubmissionRow.Verdict.allCases.map { ($0, 0) })
      let rows = try Row.fetchAll(
        database,
        sql: "SELECT verdict, count(*) FROM submission WHERE settled_at >= ? AND settled_at < ? GROUP BY verdict",
        arguments: [span.lowerBound, span.upperBound])
      for row in rows {
        guard let verdict = SubmissionRow.Verdict(rawValue: row[0]) else { continue }
        counts[verdict] = row[1]
      }
      return counts
    }
  }

  func reading<Value>(_ body: (Database) throws -> Value) throws(LedgerError) -> Value {
    do {
      return try queue.read(body)
    } catch {
      throw LedgerError(error, path: path)
    }
  }
}
