import GRDB

extension ProseRow {
  func insert(into database: Database, submission: String, year: Int?) throws {
    let statement = try database.cachedStatement(sql: "INSERT INTO prose (submission, text) VALUES (?, ?)")
    try statement.execute(arguments: [submission, text])
    guard let year else { return }
    let number = database.lastInsertedRowID
    let fingerprint = try database.cachedStatement(
      sql: "INSERT OR IGNORE INTO fingerprint (hash, year, prose) VALUES (?, ?, ?)")
    for hash in fingerprints {
      try fingerprint.execute(arguments: [hash, year, number])
    }
  }

  static func fetch(_ database: Database, submission: String) throws -> ProseRow? {
    let statement = try database.cachedStatement(sql: "SELECT number, text FROM prose WHERE submission = ?")
    guard let row = try Row.fetchOne(statement, arguments: [submission]) else { return nil }
    let number: Int64 = try row.decode(forColumn: "number")
    let fingerprints = try database.cachedStatement(
      sql: "SELECT hash FROM fingerprint WHERE prose = ? ORDER BY hash")
    return try ProseRow(
      text: row.decode(forColumn: "text"), fingerprints: Int64.fetchAll(fingerprints, arguments: [number]))
  }
}
