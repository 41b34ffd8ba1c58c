/// The part of the work that is timed.
enum Stage: String {
  /// From a path to a document: what a worker does.
  case read
  /// From a path to findings: reading, the report, all rules.
  case judge
  /// From a document to a report.
  case report
  /// From a report to findings: all rules, and what they share.
  case rules
}
