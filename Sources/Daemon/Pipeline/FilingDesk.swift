import Ledger
import LinuxSystem
import Rules
import Spool
import SystemPackage

/// Does all that waits for the disk, on a thread of its own: claims, filing, and the ledger.
actor FilingDesk {
  private let executor: ThreadExecutor
  private let spool: Spool
  private let ledgers: LedgerStore

  nonisolated var unownedExecutor: UnownedSerialExecutor {
    unsafe executor.asUnownedSerialExecutor()
  }

  init(spool: Spool, ledgers: LedgerStore) throws(Errno) {
    executor = try ThreadExecutor(name: "filing")
    self.spool = spool
    self.ledgers = ledgers
  }

  func claim(_ path: InboxPath) throws(SpoolError) -> ClaimResult {
    try spool.claim(path)
  }

  /// What an earlier run has left in the work folder.
  func unfinished() throws(SpoolError) -> [SubmissionID] {
    try spool.recover()
  }

  func resume(_ id: SubmissionID) throws(SpoolError) -> Recovered {
    try spool.resume(id)
  }

  func complete(_ planned: consuming PlannedFiling) throws(SpoolError) -> Settled {
    try planned.complete()
  }

  /// Notes on the disk that judging begins; from then on a crash counts.
  func beginAttempt(_ claim: consuming Claim) throws(SpoolError) -> Claim {
    var claim = claim
    try claim.beginAttempt()
    return claim
  }

  /// Leaves a claim in the work folder, to be resumed by its id.
  func putOff(_ claim: consuming Claim, withdrawingAttempt: Bool) throws(SpoolError) {
    var claim = claim
    if withdrawingAttempt { try claim.withdrawAttempt() }
  }

  func settle(
    _ claim: consuming Claim, as outcome: Outcome, diagnostics: [DiagnosticsFile]
  ) throws(SpoolError) -> Settled {
    try claim.settle(as: outcome, diagnostics: diagnostics)
  }

  /// What is remembered that matters for a submission.
  func memory(for query: MemoryQuery, besides submission: SubmissionID) throws(LedgerError) -> Memory {
    try ledgers.use { ledger throws(LedgerError) in try ledger.memory(for: query, besides: submission) }
  }

  /// Writes the ledger row and ends the submission. Until then it is found again after a crash.
  func finish(_ settled: Settled, recording row: SubmissionRow) throws {
    try ledgers.use { ledger throws(LedgerError) in try ledger.record([row]) }
    try spool.finish(settled)
  }

  /// Ends a submission of which nothing can be recorded any more.
  func finish(_ settled: Settled) throws(SpoolError) {
    try spool.finish(settled)
  }

  /// A filed report; `nil` when somebody has taken it out of its folder since.
  func openFiled(_ settled: Settled) throws(Errno) -> OwnedDescriptor? {
    do {
      return try Directory(at: spool.layout.root).openForReading(settled.report)
    } catch .noSuchFileOrDirectory {
      return nil
    }
  }
}
