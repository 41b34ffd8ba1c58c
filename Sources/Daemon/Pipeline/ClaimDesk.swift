import Ledger
import LinuxSystem
import Rules
import Spool
import SystemPackage

/// Takes reports in and looks things up, on a thread of its own: calls that wait for the disk, but never for it to write.
actor ClaimDesk {
  private let executor: ThreadExecutor
  private let spool: Spool
  private let ledgers: LedgerStore

  nonisolated var unownedExecutor: UnownedSerialExecutor {
    unsafe executor.asUnownedSerialExecutor()
  }

  init(spool: Spool, ledgers: LedgerStore) throws(Errno) {
    executor = try ThreadExecutor(name: "claims")
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

  /// Sees to it that what is judged is what is filed.
  ///
  /// - Returns: `nil` when the file changes under our hands.
  func isolate(_ claim: consuming Claim, always: Bool) throws(SpoolError) -> Claim? {
    var claim = claim
    guard try claim.isolate(always: always) else { return nil }
    return claim
  }

  /// Notes that judging begins; from then on a crash counts.
  func beginAttempt(_ claim: consuming Claim) throws(SpoolError) -> Claim {
    var claim = claim
    try claim.beginAttempt()
    return claim
  }

  /// Notes that judging has come to an end, or is put off: a crash does not count any more.
  func endAttempt(_ claim: consuming Claim) throws(SpoolError) -> Claim {
    var claim = claim
    try claim.withdrawAttempt()
    return claim
  }

  /// What is remembered that matters for a submission.
  func memory(for query: MemoryQuery, besides submission: SubmissionID) throws(LedgerError) -> Memory {
    try ledgers.use { ledger throws(LedgerError) in try ledger.memory(for: query, besides: submission) }
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
