import LinuxSystem
import Synchronization
import SystemPackage

/// What a submission of an earlier run was at.
package enum Recovered: ~Copyable, Sendable {
  /// Claimed, and perhaps judged, but nothing was decided that others could have seen: judge it again.
  case claimed(Claim)
  /// Decided. It only has to be gone on with.
  case planned(PlannedFiling)
}

/// A decision that may be carried out in part. Plain data.
package struct PlannedFiling: Sendable {
  package let id: SubmissionID
  package var path: InboxPath { plan.path }
  package var outcome: Outcome { plan.outcome }

  let plan: FilingPlan
}

extension Spool {
  /// What an earlier run has left unfinished, the oldest first. Work folders with nothing in them to be done are removed.
  ///
  /// To be called at the start, while nothing is claimed: it cannot tell a claim of this run from a forgotten one.
  package func recover() throws(SpoolError) -> [SubmissionID] {
    let entries = try explaining(.work, "The work folder cannot be read") { () throws(Errno) in
      try SpareFolders.restore(in: layout.work)
      return try layout.work.entries()
    }
    var unfinished: [SubmissionID] = []
    var planned: Set<SubmissionID> = []
    for entry in entries where entry.kind == .directory {
      guard let id = SubmissionID(rawValue: entry.name.string) else { continue }
      ThreadActivity.step()
      let submission = try SubmissionFolder(id, in: layout.work)
      let hasReport = try submission.original(in: layout.inbox) != nil
      let hasPlan = try submission.readPlan() != nil
      guard hasReport || hasPlan else {
        try submission.remove(from: layout.work, spares: spares)
        continue
      }
      unfinished.append(id)
      if hasPlan { planned.insert(id) }
    }
    if !planned.isEmpty {
      // They may be as fresh as the crash of the earlier run.
      try synchronizeStaging()
      durablePlans.withLock { [planned] in $0 = planned }
    }
    return unfinished.sorted()
  }

  /// Opens a submission that `recover()` has named, or one whose claim could not be filed.
  ///
  /// - Throws: `SpoolError` with the code `work`, above all when there is no such submission.
  package func resume(_ id: SubmissionID) throws(SpoolError) -> Recovered {
    let submission = try SubmissionFolder(id, in: layout.work)
    if let plan = try submission.readPlan() {
      return .planned(PlannedFiling(id: id, plan: plan))
    }
    guard let original = try submission.original(in: layout.inbox) else {
      throw SpoolError(.work, "There is no report in .work/\(id).", cause: .noSuchFileOrDirectory)
    }
    return .claimed(try claim(submission, original))
  }

  /// Moves what is not moved yet of a decision. The result is what `file(_:)` gave, or would have given: if that came to
  /// be remembered before the crash, it is now for a second time, under the same id.
  package func complete(_ planned: PlannedFiling) -> FilingResult {
    do throws(SpoolError) {
      let submission = try SubmissionFolder(planned.id, in: layout.work)
      if durablePlans.withLock({ $0.remove(planned.id) }) == nil { try synchronizeStaging() }
      guard try !lacksDiagnostics(planned.plan, submission) else {
        try submission.removePlan()
        return .outdated
      }
      return try carryOut(planned.plan, submission)
    } catch {
      return .failed(error)
    }
  }

  /// Whether a report that is still to be moved would come to lie there without what was to be said of it: its folder was
  /// thrown away.
  private func lacksDiagnostics(
    _ plan: FilingPlan, _ submission: borrowing SubmissionFolder
  ) throws(SpoolError) -> Bool {
    guard try submission.status(of: plan.source, at: plan.path) != nil else { return false }
    let target = try outcomeFolder(plan.outcome, for: plan.path.folder)
    for (index, file) in plan.diagnostics.enumerated() {
      guard try !submission.has(SubmissionFolder.diagnosticsName(index)) else { continue }
      let isThere = try explaining(.filing, "The folder for \(plan.path) cannot be read") { () throws(Errno) in
        try target.contains(file.name)
      }
      if !isThere { return true }
    }
    return false
  }

  /// Ends a submission: nothing of it is left in the work folder. One that has ended already may be ended again.
  ///
  /// - Throws: `SpoolError` with the code `work`; what is left is taken up by `recover()`.
  package func finish(_ settled: Settled) throws(SpoolError) {
    let name = settled.id.folderName
    let exists = try explaining(.work, "The work folder cannot be read") { () throws(Errno) in
      try layout.work.contains(name)
    }
    guard exists else { return }
    let submission = try SubmissionFolder(settled.id, in: layout.work)
    if settled.source == .copy {
      // Before the plan: without it the file would be judged once more.
      try submission.removeOriginal(inbox: layout.inbox)
      try pass(.originalRemoved)
    }
    try submission.remove(from: layout.work, spares: spares) { () throws(SpoolError) in try pass(.planRemoved) }
  }
}
