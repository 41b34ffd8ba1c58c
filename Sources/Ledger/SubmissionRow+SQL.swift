import GRDB

extension SubmissionRow {
  /// Adds the submission with its findings, figures and prose. Of one whose id is there already only the places of its
  /// files are put right: after a crash they may have been given other names.
  func insert(into database: Database) throws {
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO submission (
          id, received_at, settled_at, path, office, year, form, verdict, sha256, format, bytes, errors, warnings, title,
          diagnostics_path, outcome_path, duration_usec
        ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO NOTHING
        """)
    try statement.execute(
      arguments: [
        id, receivedAt, settledAt, StoredPath(path), office, year, form, verdict.rawValue, sha256, format, bytes,
        count(.error), count(.warning), title, diagnosticsPath.map(StoredPath.init), StoredPath(outcomePath),
        durationMicroseconds,
      ])
    guard database.changesCount > 0 else {
      let correction = try database.cachedStatement(
        sql: "UPDATE submission SET diagnostics_path = ?, outcome_path = ? WHERE id = ?")
      try correction.execute(
        arguments: [diagnosticsPath.map(StoredPath.init), StoredPath(outcomePath), id])
      return
    }

    let finding = try database.cachedStatement(
      sql: "INSERT INTO finding (submission, position, rule, severity, message, found) VALUES (?, ?, ?, ?, ?, ?)")
    let place = try database.cachedStatement(
      sql: "INSERT INTO finding_place (submission, finding, position, place) VALUES (?, ?, ?, ?)")
    for (position, row) in findings.enumerated() {
      try finding.execute(arguments: [id, position, row.rule, row.severity.rawValue, row.message, row.found])
      for (index, name) in row.places.enumerated() { try place.execute(arguments: [id, position, index, name]) }
    }
    let figure = try database.cachedStatement(
      sql: "INSERT INTO figure (submission, position, id, significand, decimals) VALUES (?, ?, ?, ?, ?)")
    for (position, row) in figures.enumerated() {
      try figure.execute(arguments: [id, position, row.id, row.significand, row.decimals])
    }
    try prose?.insert(into: database, submission: id, year: year)
  }

  /// The submissions that meet all conditions, the latest outcome first, with their findings, figures
  /// and prose unless those are not asked for.
  static func fetch(
    _ database: Database, where conditions: [String], _ arguments: StatementArguments, limit: Int, isWhole: Bool = true
  ) throws -> [SubmissionRow] {
    let filter = conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ")
    // rowid breaks the tie of two outcomes in one second: what was recorded later is later.
    let rows = try Row.fetchAll(
      database,
      sql: "SELECT * FROM submission \(filter) ORDER BY settled_at DESC, rowid DESC LIMIT ?",
      arguments: arguments + [max(0, limit)])
    return try rows.map { row in
      var submission = try SubmissionRow(row)
      guard isWhole else { return submission }
      submission.findings = try FindingRow.fetch(database, submission: submission.id)
      submission.figures = try FigureRow.fetch(database, submission: submission.id)
      submission.prose = try ProseRow.fetch(database, submission: submission.id)
      return submission
    }
  }

  private init(_ row: Row) throws {
    guard let verdict = try Verdict(rawValue: row.decode(forColumn: "verdict")) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a verdict is none of those known")
    }
    try self.init(
      id: row.decode(forColumn: "id"),
      receivedAt: row.decode(forColumn: "received_at"),
      settledAt: row.decode(forColumn: "settled_at"),
      path: row.decode(StoredPath.self, forColumn: "path").bytes,
      office: row.decode(forColumn: "office"),
      year: row.decode(forColumn: "year"),
      form: row.decode(forColumn: "form"),
      verdict: verdict,
      sha256: row.decode(forColumn: "sha256"),
      format: row.decode(forColumn: "format"),
      bytes: row.decode(forColumn: "bytes"),
      title: row.decode(forColumn: "title"),
      diagnosticsPath: row.decode(StoredPath?.self, forColumn: "diagnostics_path")?.bytes,
      outcomePath: row.decode(StoredPath.self, forColumn: "outcome_path").bytes,
      durationMicroseconds: row.decode(forColumn: "duration_usec"))
  }
}

extension FindingRow {
  fileprivate static func fetch(_ database: Database, submission: String) throws -> [FindingRow] {
    var places: [Int: [String]] = [:]
    let placed = try database.cachedStatement(
      sql: "SELECT finding, place FROM finding_place WHERE submission = ? ORDER BY finding, position")
    for row in try Row.fetchAll(placed, arguments: [submission]) {
      try places[row.decode(forColumn: "finding"), default: []].append(row.decode(forColumn: "place"))
    }
    let statement = try database.cachedStatement(
      sql: "SELECT position, rule, severity, message, found FROM finding WHERE submission = ? ORDER BY position")
    return try Row.fetchAll(statement, arguments: [submission]).map { row in
      guard let severity = try Severity(rawValue: row.decode(forColumn: "severity")) else {
        throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a severity is none of those known")
      }
      return try FindingRow(
        rule: row.decode(forColumn: "rule"), severity: severity, message: row.decode(forColumn: "message"),
        places: places[row.decode(forColumn: "position")] ?? [], found: row.decode(forColumn: "found"))
    }
  }
}

extension FigureRow {
  fileprivate static func fetch(_ database: Database, submission: String) throws -> [FigureRow] {
    let statement = try database.cachedStatement(
      sql: "SELECT id, significand, decimals FROM figure WHERE submission = ? ORDER BY position")
    return try Row.fetchAll(statement, arguments: [submission]).map { row in
      try FigureRow(
        id: row.decode(forColumn: "id"), significand: row.decode(forColumn: "significand"),
        decimals: row.decode(forColumn: "decimals"))
    }
  }
}
