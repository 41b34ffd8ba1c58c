package import SystemPackage

/// A report that has its outcome. Plain data: give it to `Spool.finish(_:)` when everything about it is remembered.
package struct Settled: Equatable, Sendable {
  package let id: SubmissionID
  /// Where it was handed in.
  package let path: InboxPath
  package let outcome: Outcome
  /// Where it lies now, relative to the spool: `accepted/office/report.docx`.
  package let report: FilePath
  /// Where the diagnostics lie, in the order in which they were given.
  package let diagnostics: [FilePath]
  /// Which file lies there.
  let source: ReportSource
}
