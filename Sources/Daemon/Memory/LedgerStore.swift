import Foundation
import Ledger
import LinuxSystem
import Logging
import Spool
import Synchronization
import SystemPackage
import Systemd

/// The ledger in use. One that turns out to be damaged, gone, emptied or overlaid is moved aside, and a new one is begun from
/// what is kept beside it and what the outcome folders tell: the ledger is history, and no report waits for it.
final class LedgerStore: Sendable {
  private struct State {
    var ledger: Ledger
    var files: LedgerFiles
    /// Whether it was said that the history cannot be kept.
    var hasToldOfHistory = false
  }

  private let path: String
  private let refill: LedgerRefill
  private let logger: Logger
  private let state: Mutex<State>

  /// - Parameters:
  ///   - folder: Where the ledger lies; it is made if there is none.
  ///   - spool: Whose history it is.
  ///   - logger: Told, loudly, of what is wrong with it.
  /// - Throws: ``LedgerError``, but for damage.
  init(in folder: String, spool: FilePath, logger: Logger) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    path = folder + "/ledger.sqlite"
    self.logger = logger
    refill = LedgerRefill(history: try OutcomeHistory(in: folder), spool: spool)
    let ledger = try Self.open(path, refill: refill, logger: logger)
    state = Mutex(State(ledger: ledger, files: LedgerFiles(at: path)))
  }

  /// Uses the ledger, and a new one when it is damaged or gone.
  ///
  /// - Throws: ``LedgerError``.
  func use<Value>(_ body: (Ledger) throws(LedgerError) -> Value) throws(LedgerError) -> Value {
    try seeToFiles()
    let ledger = state.withLock { $0.ledger }
    do throws(LedgerError) {
      return try body(ledger)
    } catch {
      guard error.code == .notALedger else { throw error }
      return try body(replacement(of: ledger, because: error))
    }
  }

  /// Records a batch, all of it or, when it throws, none.
  ///
  /// - Throws: ``LedgerError``.
  func record(_ rows: [SubmissionRow]) throws(LedgerError) {
    func put(into ledger: Ledger) throws(LedgerError) { try ledger.record(rows) { ThreadActivity.step() } }
    try use(put)
    // What went into a file that has lost its name meanwhile is nowhere.
    if try seeToFiles() { try use(put) }
    keep(rows)
  }

  /// Lets go of the ledger, at the end: what waits in its -wal file comes into the file itself.
  func close() {
    // Not into the place of another's.
    _ = try? seeToFiles()
    state.withLock { state in
      state.ledger.checkpoint()
      state.ledger.close()
    }
  }

  private func keep(_ rows: [SubmissionRow]) {
    do throws(Errno) {
      try refill.history.add(rows)
    } catch {
      let isNews = state.withLock { state in
        defer { state.hasToldOfHistory = true }
        return !state.hasToldOfHistory
      }
      guard isNews else { return }
      logger.error("what a lost ledger would be made anew of cannot be written beside it, to history: \(error)")
    }
  }

  // MARK: Loss

  /// - Returns: Whether the ledger is another one now.
  @discardableResult
  private func seeToFiles() throws(LedgerError) -> Bool {
    let result: Result<Bool, LedgerError> = state.withLock { state in
      Result { () throws(LedgerError) in
        guard let loss = state.files.loss() else { return false }
        // All that was written is still open, and comes into the file if that is still there.
        if loss == .logRemoved { state.ledger.checkpoint() }
        let aside = try Self.moveAside(path, loss == .logRemoved ? ["-wal", "-shm"] : ["", "-wal", "-shm"])
        state.ledger.close()
        state.ledger = try Ledger(path: path)
        state.files = LedgerFiles(at: path)
        let found = try refill.fill(state.ledger, isNew: loss != .logRemoved)
        tell("the ledger \(path) \(loss)\(aside.map { "; what lay there was moved to \($0)" } ?? "")", found)
        return true
      }
    }
    return try result.get()
  }

  /// Of several that come upon the damage at the same time one replaces the ledger.
  private func replacement(of damaged: Ledger, because error: LedgerError) throws(LedgerError) -> Ledger {
    let result: Result<Ledger, LedgerError> = state.withLock { state in
      Result { () throws(LedgerError) in
        guard state.ledger.isSame(as: damaged) else { return state.ledger }
        let aside = try Self.moveAside(path)
        state.ledger.close()
        state.ledger = try Ledger(path: path)
        state.files = LedgerFiles(at: path)
        tell(Self.damage(error, aside), try refill.fill(state.ledger, isNew: true))
        return state.ledger
      }
    }
    return try result.get()
  }

  private func tell(_ what: String, _ found: LedgerRefill.Found) {
    logger.critical("\(what): \(found)", metadata: JournalEvent.ledgerRebuilt.metadata)
  }

  // MARK: Opening

  private static func open(_ path: String, refill: LedgerRefill, logger: Logger) throws(LedgerError) -> Ledger {
    let beginning = try lookBefore(path)
    var (what, isNew) = (beginning.what, beginning.isNew)
    var isDamaged = beginning.isForeign
    var ledger: Ledger
    do throws(LedgerError) {
      ledger = try Ledger(path: path)
    } catch {
      guard error.code == .notALedger else { throw error }
      what = damage(error, try moveAside(path))
      (isNew, isDamaged) = (true, true)
      ledger = try Ledger(path: path)
    }
    let found = try refill.fill(ledger, isNew: isNew)
    // Neither the first start ever nor an ordinary one is news.
    if isDamaged || found.isNews { logger.critical("\(what): \(found)", metadata: JournalEvent.ledgerRebuilt.metadata) }
    return ledger
  }

  /// Looks at what is there before SQLite does, which makes the best of anything, and moves out of its way what is not to
  /// be.
  private static func lookBefore(
    _ path: String
  ) throws(LedgerError) -> (what: String, isNew: Bool, isForeign: Bool) {
    let file = FilePath(path)
    let folder: Directory
    do throws(Errno) {
      folder = try Directory(at: file.removingLastComponent())
    } catch {
      throw LedgerError(code: .inaccessible, path: path, cause: error)
    }
    if ((try? folder.status(of: FilePath(file.lastComponent?.string ?? "")).size) ?? 0) == 0 {
      // Beside no ledger SQLite would throw away what may be all that is left.
      let aside = try moveAside(path, ["-wal", "-shm"])
      let rest = aside.map { "; what lay beside it was moved to \($0)" } ?? ""
      return ("there is no ledger at \(path), or it is empty\(rest)", true, false)
    }
    if WriteAheadLog(beside: file, in: folder)?.isForeign == true {
      let aside = try moveAside(path, ["-wal", "-shm"])
      return ("the ledger \(path) \(LedgerFiles.Loss.logIsForeign), which was moved to \(aside ?? "")-wal", false, true)
    }
    let what = "the ledger \(path) does not hold all that was recorded, as if an older one were in its place"
    return (what, false, false)
  }

  private static func damage(_ error: LedgerError, _ aside: String?) -> String {
    "the ledger is damaged (\(error.cause.map { "\($0)" } ?? "it is another program's")) and was moved to \(aside ?? "")"
  }

  /// Moves what is left of a ledger out of the way.
  ///
  /// - Returns: What it is called now, without what the names end in; `nil` when there was nothing.
  @discardableResult
  private static func moveAside(
    _ path: String, _ suffixes: [String] = ["", "-wal", "-shm"]
  ) throws(LedgerError) -> String? {
    let aside = "\(path).corrupt-\(UTCTime.now.compact)"
    var isMoved = false
    for suffix in suffixes where FileManager.default.fileExists(atPath: path + suffix) {
      do {
        try FileManager.default.moveItem(atPath: path + suffix, toPath: aside + suffix)
        isMoved = true
      } catch {
        throw LedgerError(code: .inaccessible, path: path, cause: error)
      }
    }
    return isMoved ? aside : nil
  }
}
