package import LinuxSystem
import SystemPackage

/// A report that was taken out of the inbox and waits for its outcome.
///
/// It ends by `settle`. Let go without that, the report stays in the work folder, where `Spool.recover()` finds it at the
/// next start.
package struct Claim: ~Copyable, Sendable {
  package let id: SubmissionID
  /// Where it lay.
  package let path: InboxPath
  /// The report, to be read; not moved about by reading with offsets.
  package let report: OwnedDescriptor
  /// Size, owner and number of names when it was claimed.
  package let status: FileStatus
  /// How many times judging it was begun, by `beginAttempt()`.
  package private(set) var attempts: Int

  let submission: SubmissionFolder
  let spool: Spool

  init(
    _ submission: consuming SubmissionFolder, path: InboxPath, report: consuming OwnedDescriptor, status: FileStatus,
    attempts: Int, spool: Spool
  ) {
    id = submission.id
    self.path = path
    self.report = report
    self.status = status
    self.attempts = attempts
    self.submission = submission
    self.spool = spool
  }

  /// Notes that judging begins, on the disk: what brings the machine down is not tried for ever.
  ///
  /// - Throws: `SpoolError` with the code `work`; then judging should not begin.
  package mutating func beginAttempt() throws(SpoolError) {
    attempts = try submission.countAttempt()
    try spool.pass(.attemptCounted)
  }

  /// Takes back what `beginAttempt()` has noted, for a report that is judged at another time after all.
  ///
  /// - Throws: `SpoolError` with the code `work`.
  package mutating func withdrawAttempt() throws(SpoolError) {
    attempts = try submission.discountAttempt()
  }

  /// Files the report and what is to be said about it, so that neither is ever there without the other, and nothing is
  /// overwritten.
  ///
  /// The submission is over with `Spool.finish(_:)`. What must be remembered of it is written down between the two; after
  /// a power cut in between, recovery gives the same `Settled` again.
  ///
  /// - Parameters:
  ///   - outcome: The folder it goes to; the path below the inbox is kept below it.
  ///   - diagnostics: Become files beside the report.
  /// - Returns: Where everything lies now.
  /// - Throws: `SpoolError` with the code `work` or `filing`. The report is then still found by `Spool.resume(_:)`.
  package consuming func settle(as outcome: Outcome, diagnostics: [DiagnosticsFile]) throws(SpoolError) -> Settled {
    try submission.stage(diagnostics)
    try spool.pass(.diagnosticsStaged)
    return try spool.file(submission, path: path, as: outcome, suffixes: diagnostics.map(\.suffix))
  }
}

/// A file that goes beside the report.
package struct DiagnosticsFile: Equatable, Sendable {
  /// What its name has behind the report's: `.审核结果.html`. At most 64 bytes.
  package var suffix: String
  package var bytes: [UInt8]

  package init(suffix: String, bytes: [UInt8]) {
    self.suffix = suffix
    self.bytes = bytes
  }
}
