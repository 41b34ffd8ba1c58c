import Findings
import LinuxSystem
import Logging
import ReportModel
import Spool
import Systemd

/// Tells the journal what becomes of files, in the fields that monitoring relies on, and the status line how many.
struct OutcomeJournal: Sendable {
  let logger: Logger
  let status: ServiceStatus
  let metrics: MetricsFile

  /// One record for each outcome.
  func settled(_ settled: Settled, judged: JudgedReport, durationMicroseconds: Int) {
    let errors = judged.findings.count { $0.severity == .error }
    let warnings = judged.findings.count { $0.severity == .warning }
    var fields: Logger.Metadata = [
      "nianbao.outcome": "\(judged.verdict.rawValue)",
      "nianbao.file": "\(settled.path.printable)",
      "nianbao.bytes": "\(judged.file.bytes)",
      "nianbao.errors": "\(errors)",
      "nianbao.warnings": "\(warnings)",
      "nianbao.submission": "\(settled.id.rawValue)",
      "nianbao.duration.usec": "\(durationMicroseconds)",
    ]
    if let sha256 = judged.file.sha256 { fields["nianbao.sha256"] = "\(sha256)" }
    if let office = judged.office { fields["nianbao.office"] = "\(office)" }
    if let year = judged.report?.year { fields["nianbao.year"] = "\(year)" }
    if let format = judged.file.format { fields["nianbao.format"] = "\(format)" }
    if let page = settled.diagnostics.first { fields["nianbao.diagnostics"] = "\(page.printable)" }
    let rules = Set(judged.findings.map(\.rule.rawValue)).sorted()
    if !rules.isEmpty { fields["nianbao.rule"] = .array(rules.map { "\($0)" }) }

    let (level, event): (Logger.Level, JournalEvent) =
      switch judged.verdict {
      case .accepted: (.info, .outcomeAccepted)
      case .rejected: (.notice, .outcomeRejected)
      case .held: (.warning, .outcomeHeld)
      }
    let counts =
      judged.heldBecause
      ?? "\(errors) \(errors == 1 ? "error" : "errors"), \(warnings) \(warnings == 1 ? "warning" : "warnings")"
    logger.log(
      level: level, "\(judged.verdict.rawValue) \(settled.path.printable): \(counts)",
      metadata: fields.merging(event.metadata) { $1 })
    status.count(judged.verdict)
    metrics.settled(judged.verdict, office: judged.office, durationMicroseconds: durationMicroseconds)
  }

  /// Filed before a crash, and gone from its folder before it could be recorded.
  func takenAway(_ settled: Settled) {
    logger.warning(
      "\(settled.report.printable) was filed before a crash and then taken away; the ledger has no record of it",
      metadata: ["nianbao.file": "\(settled.path.printable)", "nianbao.submission": "\(settled.id.rawValue)"])
  }

  /// Claimed and still open for writing, for longer than writers have.
  func neverFinished(_ path: InboxPath, _ id: SubmissionID) {
    logger.warning(
      "\(path.printable) is still open for writing after the deadline for writers; it waits in .work until it is closed",
      metadata: [
        JournalEvent.metadataKey: "\(JournalEvent.writerNeverFinished.rawValue)", "nianbao.file": "\(path.printable)",
        "nianbao.submission": "\(id.rawValue)",
      ])
  }

  func refused(_ path: InboxPath, kind: FileKind) {
    logger.warning(
      "left \(path.printable) alone: it is no regular file",
      metadata: [
        JournalEvent.metadataKey: "\(JournalEvent.claimRefused.rawValue)", "nianbao.file": "\(path.printable)",
      ])
  }

  func readingFailed(_ failure: any ReadingFailure, file: String) {
    var fields: Logger.Metadata = ["nianbao.file": "\(file)"]
    if failure.endedProcess { fields.merge(JournalEvent.workerKilled.metadata) { $1 } }
    logger.error("\(failure) (\(file))", metadata: fields)
  }

  func failed(_ what: String, _ error: any Error) {
    logger.error("\(what): \(error)")
  }
}
