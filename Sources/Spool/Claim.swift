package import LinuxSystem
import SystemPackage

/// A report that was taken out of the inbox and waits for its outcome.
///
/// It goes on as a `Filing`. Let go without that, the report stays in the work folder, where `Spool.resume(_:)` finds it,
/// and after a restart `Spool.recover()`.
package struct Claim: ~Copyable, Sendable {
  package let id: SubmissionID
  /// Where it lay.
  package let path: InboxPath
  /// What is to be judged; not moved about by reading with offsets.
  package private(set) var report: OwnedDescriptor
  /// Of `report`, when it was opened.
  package private(set) var status: FileStatus
  /// Whether somebody had the file open for writing when it was claimed. Nobody can open it any more: it is to be judged
  /// when the last writer has closed it.
  package let isBeingWritten: Bool
  /// How many times judging it was begun, by `beginAttempt()`.
  package private(set) var attempts: Int

  let submission: SubmissionFolder
  let spool: Spool
  private let original: Original
  private var source = ReportSource.original

  init(
    _ submission: consuming SubmissionFolder, original: Original, report: consuming OwnedDescriptor,
    status: FileStatus, spool: Spool
  ) throws(SpoolError) {
    attempts = try submission.attempts()
    id = submission.id
    path = original.path
    isBeingWritten = report.checkForWriters() == .somebody
    self.report = report
    self.status = status
    self.original = original
    self.submission = submission
    self.spool = spool
  }

  /// Notes that judging begins: what brings the service down is not tried for ever.
  ///
  /// - Throws: `SpoolError` with the code `work`; then judging should not begin.
  package mutating func beginAttempt() throws(SpoolError) {
    attempts = try submission.countAttempt(after: attempts)
    try spool.pass(.attemptCounted)
  }

  /// Takes back what `beginAttempt()` has noted: judging has come to an end, or begins at another time after all.
  ///
  /// - Throws: `SpoolError` with the code `work`.
  package mutating func withdrawAttempt() throws(SpoolError) {
    attempts = try submission.discountAttempt(of: attempts)
  }

  /// Sees to it that what is judged is what is filed: a file that others could still change, because it has a name
  /// elsewhere, belongs to somebody else or lies on a file system of its own, is copied, and the copy stands for it.
  ///
  /// - Parameter always: Whether to do so with any file.
  /// - Returns: `false` when the file changed while it was copied; it is to be claimed anew when it is quiet.
  /// - Throws: `SpoolError` with the code `work`.
  package mutating func isolate(always: Bool = false) throws(SpoolError) -> Bool {
    guard source == .original, always || isWithinReachOfOthers else { return true }
    // It is refused for its size, by nothing that is in it.
    guard status.size <= spool.copyLimit else { return true }
    guard try submission.makeCopy(of: report, like: status, upTo: spool.copyLimit) else { return false }
    let after = try explaining(.work, "The report of .work/\(id) cannot be looked at") { () throws(Errno) in
      try report.status()
    }
    guard after == status, report.checkForWriters() != .somebody else { return false }
    let copy = try submission.openCopy()
    status = try explaining(.work, "The copy in .work/\(id) cannot be looked at") { () throws(Errno) in
      try copy.status()
    }
    report = copy
    source = .copy
    try spool.pass(.copyMade)
    return true
  }

  private var isWithinReachOfOthers: Bool {
    if case .aside = original { return true }
    return status.links > 1 || status.owner != CurrentProcess.user
  }

  /// What is to become of the report, ready to be filed.
  ///
  /// - Parameters:
  ///   - outcome: The folder it goes to; the path below the inbox is kept below it.
  ///   - diagnostics: Become files beside the report.
  /// - Returns: The filing, for `Spool.file(_:)`.
  package consuming func filing(as outcome: Outcome, diagnostics: [DiagnosticsFile]) -> Filing {
    Filing(
      id: id, path: path, outcome: outcome, diagnostics: diagnostics, source: source,
      judged: status.size <= spool.copyLimit ? status.fingerprint : "")
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
