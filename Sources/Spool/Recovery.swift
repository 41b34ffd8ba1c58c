import LinuxSystem
import SystemPackage

/// What a submission of an earlier run was at.
package enum Recovered: ~Copyable, Sendable {
  /// Claimed, and perhaps judged, but nothing was decided that others could have seen: judge it again.
  case claimed(Claim)
  /// Decided. It only has to be gone on with.
  case planned(PlannedFiling)
}

/// A decision that may be carried out in part.
package struct PlannedFiling: ~Copyable, Sendable {
  package let path: InboxPath
  package var id: SubmissionID { submission.id }
  package var outcome: Outcome { plan.outcome }

  let plan: FilingPlan
  let submission: SubmissionFolder
  let spool: Spool

  /// Moves what is not moved yet. The result is what `Claim.settle` gave, or would have given: if that came to be
  /// remembered before the power cut, it is now for a second time, under the same id.
  ///
  /// - Throws: `SpoolError` with the code `work` or `filing`; it can be tried again after `Spool.resume(_:)`.
  package consuming func complete() throws(SpoolError) -> Settled {
    try spool.carryOut(plan, submission, path: path)
  }
}

extension Spool {
  /// What an earlier run has left unfinished, the oldest first. Work folders with nothing in them to be done are removed.
  ///
  /// To be called at the start, while nothing is claimed: it cannot tell a claim of this run from a forgotten one.
  package func recover() throws(SpoolError) -> [SubmissionID] {
    let entries = try explaining(.work, "The work folder cannot be read") { () throws(Errno) in
      try layout.work.entries()
    }
    var unfinished: [SubmissionID] = []
    for entry in entries where entry.kind == .directory {
      guard let id = SubmissionID(rawValue: entry.name.string) else { continue }
      let submission = try SubmissionFolder(id, in: layout.work)
      let hasReport = try submission.has(SubmissionFolder.reportName)
      let hasPlan = try submission.readPlan() != nil
      guard hasReport || hasPlan else {
        try submission.remove(from: layout.work)
        continue
      }
      unfinished.append(id)
    }
    return unfinished.sorted()
  }

  /// Opens a submission that `recover()` has named, or one whose claim could not be settled.
  ///
  /// - Throws: `SpoolError` with the code `work`, above all when there is no such submission.
  package func resume(_ id: SubmissionID) throws(SpoolError) -> Recovered {
    let submission = try SubmissionFolder(id, in: layout.work)
    let path = try submission.readOrigin()
    guard let plan = try submission.readPlan() else {
      return .claimed(try claim(submission, path: path))
    }
    return .planned(PlannedFiling(path: path, plan: plan, submission: submission, spool: self))
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
    try SubmissionFolder(settled.id, in: layout.work).remove(from: layout.work) { () throws(SpoolError) in
      try pass(.planRemoved)
    }
  }
}
