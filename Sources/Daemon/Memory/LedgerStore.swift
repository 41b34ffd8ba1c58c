import Foundation
import Ledger
import LinuxSystem
import Logging
import Spool
import Synchronization
import SystemPackage
import Systemd

/// The ledger in use. One that turns out to be damaged is moved aside, and a new one is begun from what the outcome folders
/// tell: the ledger is history, and no report waits for it.
final class LedgerStore: Sendable {
  private let path: String
  private let spool: FilePath
  private let logger: Logger
  private let current: Mutex<Ledger>

  /// - Parameters:
  ///   - folder: Where the ledger lies; it is made if there is none.
  ///   - spool: Whose history it is.
  ///   - logger: Told, loudly, of damage.
  /// - Throws: ``LedgerError``, but for damage.
  init(in folder: String, spool: FilePath, logger: Logger) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    path = folder + "/ledger.sqlite"
    self.spool = spool
    self.logger = logger
    do {
      current = Mutex(try Ledger(path: path))
    } catch let error where error.code == .notALedger {
      current = Mutex(try Self.replace(path, spool: spool, logger: logger, because: error))
    }
  }

  /// Uses the ledger, and a new one when it is damaged.
  ///
  /// - Throws: ``LedgerError``.
  func use<Value>(_ body: (Ledger) throws(LedgerError) -> Value) throws(LedgerError) -> Value {
    let ledger = current.withLock { $0 }
    do throws(LedgerError) {
      return try body(ledger)
    } catch {
      guard error.code == .notALedger else { throw error }
      return try body(replacement(of: ledger, because: error))
    }
  }

  /// Lets go of the ledger, at the end: what waits in its -wal file comes into the file itself.
  func close() {
    current.withLock { ledger in
      ledger.checkpoint()
      ledger.close()
    }
  }

  /// Of several that come upon the damage at the same time one replaces the ledger.
  private func replacement(of damaged: Ledger, because error: LedgerError) throws(LedgerError) -> Ledger {
    let result: Result<Ledger, LedgerError> = current.withLock { current in
      Result { () throws(LedgerError) in
        guard current.isSame(as: damaged) else { return current }
        current.close()
        let next = try Self.replace(path, spool: spool, logger: logger, because: error)
        current = next
        return next
      }
    }
    return try result.get()
  }

  private static func replace(
    _ path: String, spool: FilePath, logger: Logger, because error: LedgerError
  ) throws(LedgerError) -> Ledger {
    let aside = "\(path).corrupt-\(UTCTime.now.compact)"
    for suffix in ["", "-wal", "-shm"] where FileManager.default.fileExists(atPath: path + suffix) {
      do {
        try FileManager.default.moveItem(atPath: path + suffix, toPath: aside + suffix)
      } catch {
        throw LedgerError(code: .inaccessible, path: path, cause: error)
      }
    }
    let ledger = try Ledger(path: path)
    let rows = LedgerRebuild(spool: spool).rows
    try ledger.record(rows)
    let found =
      rows.isEmpty
      ? "the outcome folders hold no JSON diagnostics to rebuild it from, so that history is lost; with `diagnostics: [html, json]` there would be"
      : "\(rows.count) submissions were rebuilt from the JSON diagnostics in the outcome folders"
    logger.critical(
      "the ledger is damaged (\(error.cause.map { "\($0)" } ?? "")) and was moved to \(aside); a new one is begun: \(found)",
      metadata: JournalEvent.ledgerRebuilt.metadata)
    return ledger
  }
}
