import GRDB

/// By what a ledger's file is told from others: numbers in the first page of the database.
package enum LedgerMark {
  /// `application_id`: "NBlg".
  package static let application: UInt32 = 0x4E42_6C67

  /// Where they stand in the file, and in every copy of its first page; numbers of 32 bits, the highest byte first.
  package static let generationOffset = 60
  package static let applicationOffset = 68
}

extension Ledger {
  /// Whether the database may be a ledger, before anything is changed in it: one of another program is none.
  static func isLedger(_ database: Database) throws -> Bool {
    switch try Int64.fetchOne(database, sql: "PRAGMA application_id") ?? 0 {
    case Int64(LedgerMark.application): return true
    // Of a version that made no marks, or just begun.
    case 0:
      return try database.tableExists("grdb_migrations")
        || Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") == 0
    default: return false
    }
  }

  /// Marks a ledger that has no mark yet: as one, and by a number of its own, the generation.
  ///
  /// - Returns: Whether it had none.
  static func mark(_ database: Database) throws -> Bool {
    guard try Int64.fetchOne(database, sql: "PRAGMA application_id") == 0 else { return false }
    try database.execute(sql: "PRAGMA application_id = \(LedgerMark.application)")
    try database.execute(sql: "PRAGMA user_version = \(Int32.random(in: 1 ... .max))")
    return true
  }

  /// Those of some ids that are not there.
  ///
  /// - Throws: ``LedgerError``.
  package func missing(_ ids: some Sequence<String>) throws(LedgerError) -> Set<String> {
    try reading { database in
      let statement = try database.cachedStatement(sql: "SELECT 1 FROM submission WHERE id = ?")
      var missing: Set<String> = []
      for id in ids where try Row.fetchOne(statement, arguments: [id]) == nil { missing.insert(id) }
      return missing
    }
  }

  /// The ids of what was recorded last, up to the first that is known elsewhere.
  ///
  /// - Parameters:
  ///   - limit: At most so many.
  ///   - isKnown: Whether an id is.
  /// - Returns: The latest first.
  /// - Throws: ``LedgerError``.
  package func latestIDs(limit: Int, until isKnown: (String) -> Bool) throws(LedgerError) -> [String] {
    try reading { database in
      let cursor = try String.fetchCursor(
        database, sql: "SELECT id FROM submission ORDER BY rowid DESC LIMIT ?", arguments: [limit])
      var ids: [String] = []
      while let id = try cursor.next(), !isKnown(id) { ids.append(id) }
      return ids
    }
  }
}
