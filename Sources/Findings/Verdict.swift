/// How much a finding weighs.
package enum Severity: String, CaseIterable, Sendable {
  /// Rejects the report.
  case error
  /// To be explained or looked at; the report passes.
  case warning
  /// Worth knowing.
  case info
}

/// The three outcomes of a submission.
package enum Verdict: String, CaseIterable, Sendable {
  case accepted
  case rejected
  /// Could not be decided: our fault or the machine's, never the author's.
  case held

  /// The verdict that findings lead to: one error rejects.
  package init(_ findings: [Finding]) {
    self = findings.contains { $0.severity == .error } ? .rejected : .accepted
  }
}
