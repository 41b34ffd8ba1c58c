import Ledger
import LinuxSystem
import Spool
import SystemPackage

/// Does what waits for the disk to write, on a thread of its own.
actor FilingDesk {
  private let executor: ThreadExecutor
  private let spool: Spool
  /// What a disk that failed has kept from being ended.
  private var unfinished: [Settled] = []

  nonisolated var unownedExecutor: UnownedSerialExecutor {
    unsafe executor.asUnownedSerialExecutor()
  }

  init(spool: Spool) throws(Errno) {
    executor = try ThreadExecutor(name: "filing")
    self.spool = spool
  }

  func file(_ batch: [Filing]) -> [FilingResult] {
    spool.file(batch)
  }

  func complete(_ planned: PlannedFiling) -> FilingResult {
    spool.complete(planned)
  }

  /// Makes durable what was filed.
  func synchronize() throws(SpoolError) {
    try spool.synchronize()
  }

  /// Ends submissions of which everything is remembered.
  ///
  /// - Returns: The last thing that went wrong. What is left in the work folder is tried again with the next batch, and
  ///   after the next start.
  func finish(_ batch: [Settled]) -> SpoolError? {
    var failure: SpoolError?
    let all = unfinished + batch
    unfinished = []
    for settled in all {
      ThreadActivity.step()
      do throws(SpoolError) {
        try spool.finish(settled)
      } catch {
        unfinished.append(settled)
        failure = error
      }
    }
    return failure
  }
}

/// Writes the ledger, on a thread of its own: while the disk takes in the outcomes, it takes in their history.
actor LedgerDesk {
  private let executor: ThreadExecutor
  private let ledgers: LedgerStore

  nonisolated var unownedExecutor: UnownedSerialExecutor {
    unsafe executor.asUnownedSerialExecutor()
  }

  init(ledgers: LedgerStore) throws(Errno) {
    executor = try ThreadExecutor(name: "ledger")
    self.ledgers = ledgers
  }

  /// Records a batch. What is wrong with one row of it holds up no other.
  ///
  /// - Returns: For each row what went wrong, if anything did.
  func record(_ rows: [SubmissionRow]) -> [LedgerError?] {
    let error = failure(of: rows)
    guard let error, error.code == .failed, rows.count > 1 else { return rows.map { _ in error } }
    return rows.map { failure(of: [$0]) }
  }

  private func failure(of rows: [SubmissionRow]) -> LedgerError? {
    do throws(LedgerError) {
      try ledgers.record(rows)
      return nil
    } catch {
      return error
    }
  }
}
