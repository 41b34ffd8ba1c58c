import GRDB

/// Why the ledger could not be opened, read or written.
package struct LedgerError: Error, CustomStringConvertible {
  package enum Code: Sendable {
    /// The file holds something else, or is damaged.
    case notALedger
    /// A newer version of the program wrote it.
    case newer
    /// It cannot be opened, or its folder cannot be written.
    case inaccessible
    /// The disk is full.
    case diskFull
    /// Another program holds it.
    case busy
    /// Anything else; the cause says what.
    case failed
  }

  package let code: Code
  /// The database's file.
  package let path: String
  package let cause: (any Error)?

  package init(code: Code, path: String, cause: (any Error)?) {
    self.code = code
    self.path = path
    self.cause = cause
  }

  package var description: String {
    let text =
      switch code {
      case .notALedger:
        "\(path) is not a ledger, or it is damaged. Move it away together with its -wal and -shm files: a new one is "
          + "begun, and only history is lost, no report."
      case .newer:
        "\(path) was written by a newer version of nianbaod. Install that version, or move the file away together "
          + "with its -wal and -shm files: a new one is begun, and only history is lost, no report."
      case .inaccessible:
        "\(path) cannot be opened for writing. The service's user needs the right to write to the file, its -wal and "
          + "-shm files, and the folder."
      case .diskFull: "\(path) cannot grow because the disk is full. Free some space."
      case .busy:
        "\(path) is held by another program. Let it finish, or stop it; only one nianbaod may run on a ledger."
      case .failed: "\(path) failed."
      }
    guard let cause else { return text }
    return "\(text) (\(cause))"
  }
}

extension LedgerError {
  /// Sorts what SQLite reported, or takes over a ledger's own error.
  init(_ error: any Error, path: String) {
    if let error = error as? LedgerError {
      self = error
      return
    }
    let code: Code =
      switch (error as? DatabaseError)?.resultCode {
      case .SQLITE_NOTADB, .SQLITE_CORRUPT: .notALedger
      case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: .inaccessible
      case .SQLITE_FULL: .diskFull
      case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
      default: .failed
      }
    self.init(code: code, path: path, cause: error)
  }
}
