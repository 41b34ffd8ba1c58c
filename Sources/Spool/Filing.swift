import LinuxSystem
import Synchronization
import SystemPackage

/// A judged report that is to be filed. Plain data: the report itself waits in its work folder.
package struct Filing: Sendable {
  package let id: SubmissionID
  /// Where it was handed in.
  package let path: InboxPath
  package let outcome: Outcome
  package let diagnostics: [DiagnosticsFile]
  let source: ReportSource
  /// What was judged, by `FileStatus.fingerprint`; empty for a file that was not read.
  let judged: String
}

/// What came of filing a report.
package enum FilingResult: Sendable {
  /// Everything lies where it is to lie, and is durable after `Spool.synchronize()`.
  case moved(Settled)
  /// The report is not the one any more that was judged, or its place is gone: it is to be claimed and judged again.
  case outdated
  /// It waits in the work folder.
  case failed(SpoolError)
}

extension Spool {
  /// Files reports and what is to be said about them, so that neither is ever there without the other, and nothing is
  /// overwritten. All share one synchronization of the disk.
  ///
  /// A submission is over with `Spool.finish(_:)`. Before, `synchronize()` has to have returned, and what must be
  /// remembered to be written down; after a crash in between, recovery gives the same `Settled` again.
  ///
  /// - Parameter batch: The filings. What keeps one of them from being filed holds up no other.
  /// - Returns: What came of each, in their order.
  package func file(_ batch: [Filing]) -> [FilingResult] {
    let staged = batch.map { filing in
      ThreadActivity.step()
      return attempt { () throws(SpoolError) in try stage(filing) }
    }
    let durability = attempt { () throws(SpoolError) in
      try synchronizeStaging()
    }
    return zip(batch, staged).map { filing, plan in
      ThreadActivity.step()
      do throws(SpoolError) {
        guard let plan = try plan.get() else { return .outdated }
        try releasing(plan) { () throws(SpoolError) in try durability.get() }
        return try carryOut(plan, SubmissionFolder(filing.id, in: layout.work))
      } catch {
        return .failed(error)
      }
    }
  }

  /// Makes durable what was moved to the outcomes.
  ///
  /// - Throws: `SpoolError` with the code `filing`.
  package func synchronize() throws(SpoolError) {
    try explaining(.filing, "The outcomes cannot be made durable") { () throws(Errno) in
      try layout.work.descriptor.synchronizeFileSystem()
    }
    try pass(.outcomeDurable)
  }

  func synchronizeStaging() throws(SpoolError) {
    try explaining(.work, "What is to be filed cannot be made durable") { () throws(Errno) in
      try layout.work.descriptor.synchronizeFileSystem()
    }
    try pass(.stagingDurable)
  }

  // MARK: Staging

  /// Writes down what is going to happen.
  ///
  /// - Returns: The plan; `nil` when the report is not the one that was judged.
  private func stage(_ filing: Filing) throws(SpoolError) -> FilingPlan? {
    let submission = try SubmissionFolder(filing.id, in: layout.work)
    guard try isAsJudged(filing.judged, filing.source, filing.path, submission) else { return nil }
    let target = try outcomeFolder(filing.outcome, for: filing.path.folder)
    let group = try explaining(.filing, "The folder for \(filing.path) cannot be read") { () throws(Errno) in
      try target.status().group
    }
    try submission.stage(filing.diagnostics, for: group)
    try pass(.diagnosticsStaged)
    let draft = FilingPlan(
      outcome: filing.outcome, path: filing.path, source: filing.source, judged: filing.judged,
      report: filing.path.name,
      diagnostics: filing.diagnostics.map { FilingPlan.Diagnostics(suffix: $0.suffix, name: filing.path.name) })
    return try makePlan(draft, submission, target: target)
  }

  /// Whether what lies there to be moved is what was judged: whoever had the file open before it was claimed may still have
  /// been able to change it.
  func isAsJudged(
    _ judged: String, _ source: ReportSource, _ path: InboxPath, _ submission: borrowing SubmissionFolder
  ) throws(SpoolError) -> Bool {
    guard !judged.isEmpty else { return true }
    return try submission.status(of: source, at: path)?.fingerprint == judged
  }

  /// Writes a plan, with names that are not taken in place of those of the draft, and speaks for them.
  func makePlan(
    _ draft: FilingPlan, _ submission: borrowing SubmissionFolder, target: borrowing Directory
  ) throws(SpoolError) -> FilingPlan {
    var plan = draft
    let names = try explaining(.filing, "The folder for \(plan.path) cannot be read") { () throws(Errno) in
      try chooseNames(for: draft, target)
    }
    plan.report = names.report
    for (index, name) in zip(plan.diagnostics.indices, names.diagnostics) { plan.diagnostics[index].name = name }
    try releasing(plan) { () throws(SpoolError) in
      try submission.writePlan(plan)
      try pass(.planWritten)
    }
    return plan
  }

  private func chooseNames(
    for plan: FilingPlan, _ target: borrowing Directory
  ) throws(Errno) -> FilingNames {
    let suffixes = plan.diagnostics.map(\.suffix)
    let result: Result<FilingNames, Errno> = names.withLock { names in
      Result { () throws(Errno) in
        try names.choose(for: plan.path.name, suffixes: suffixes, in: plan.key, target)
      }
    }
    return try result.get()
  }

  func release(_ plan: FilingPlan) {
    names.withLock { $0.giveUp(plan.names, in: plan.key) }
  }

  /// Does something, and gives up the plan's names when that fails.
  private func releasing(_ plan: FilingPlan, _ body: () throws(SpoolError) -> Void) throws(SpoolError) {
    do throws(SpoolError) {
      try body()
    } catch {
      release(plan)
      throw error
    }
  }
}

extension FilingPlan {
  var key: OutcomeNames.Key { OutcomeNames.Key(outcome: outcome, folder: path.folder) }
}

private func attempt<Value>(_ body: () throws(SpoolError) -> Value) -> Result<Value, SpoolError> {
  Result { () throws(SpoolError) in try body() }
}
