import Ledger
import LinuxSystem
import Spool
import SystemPackage

/// Puts into a ledger what it has lost, and keeps beside it what it alone has.
struct LedgerRefill: Sendable {
  /// What was found.
  struct Found: CustomStringConvertible {
    /// Put back as they were.
    var kept = 0
    /// Made of the diagnostics.
    var rebuilt = 0
    /// Whether reports lie in the outcome folders of which a new ledger would know nothing.
    var hasOutcomes = false

    /// Whether an administrator has to be told.
    var isNews: Bool { kept > 0 || rebuilt > 0 || hasOutcomes }

    var description: String {
      let kept = "\(kept) submissions were put back from its history"
      let rebuilt = "\(rebuilt) submissions were rebuilt from the JSON diagnostics in the outcome folders"
      return switch (self.kept, self.rebuilt) {
      case (0, 0):
        "nothing was there to put back, neither in its history nor as JSON diagnostics in the outcome folders"
      case (_, 0): kept
      case (0, _): rebuilt
      default: "\(kept), \(rebuilt)"
      }
    }
  }

  /// How many outcomes of a ledger without a history come into one.
  private static let most = 10_000

  let history: OutcomeHistory
  let spool: FilePath

  /// - Parameters:
  ///   - ledger: The ledger.
  ///   - isNew: Whether it was begun just now, so that the outcome folders are asked too.
  /// - Returns: What it was given.
  /// - Throws: ``LedgerError``.
  func fill(_ ledger: Ledger, isNew: Bool) throws(LedgerError) -> Found {
    var found = Found()
    var places: Set<[UInt8]> = []
    let missing = try ledger.missing(history.ids)
    found.kept = missing.count
    if !missing.isEmpty {
      try history.forEach(where: missing.contains) { rows throws(LedgerError) in
        try ledger.record(rows) { ThreadActivity.step() }
        for row in rows { places.insert(row.outcomePath) }
      }
    }
    if isNew {
      let rows = LedgerRebuild(spool: spool).rows.filter { !places.contains($0.outcomePath) }
      try ledger.record(rows) { ThreadActivity.step() }
      found.rebuilt = rows.count
      found.hasOutcomes = Outcome.allCases.contains { FolderCounts.hasFiles(below: $0, of: spool) }
    }
    try keepWhatIsNotKept(of: ledger)
    return found
  }

  /// What a power cut has taken from the history, or came before there was one.
  private func keepWhatIsNotKept(of ledger: Ledger) throws(LedgerError) {
    let known = Set(history.ids)
    let ids = try ledger.latestIDs(limit: Self.most, until: known.contains)
    for id in ids.reversed() {
      guard let row = try ledger.submission(id: id) else { continue }
      // The ledger has it; at the next start it is tried again.
      guard (try? history.add([row])) != nil else { return }
    }
  }
}
