package import DocumentModel
package import Findings
package import Rules

/// Everything an administrator can set. What is not set has the value given here.
package struct Configuration: Equatable, Sendable {
  /// The folder that holds inbox, accepted, rejected and held.
  package var spool = "/srv/nianbao"
  /// The folder of the ledger.
  package var state = "/var/lib/nianbaod"
  /// Quiet time after the last event on a file before it is taken.
  package var settle: Duration = .seconds(1)
  /// After this time a file that is still being written is reported.
  package var writerDeadline: Duration = .seconds(600)
  /// How often the inbox is looked through in case an event was lost; zero never.
  package var rescan: Duration = .seconds(300)
  /// How many reports are read at the same time.
  package var workers = 2
  package var limits = Limits()
  /// The files that are written beside a report.
  package var diagnostics: [DiagnosticsKind] = [.html]
  /// What differs from the rules' own severities.
  package var severities: [RuleID: RuleLevel] = [:]
  /// From how much likeness on a report is named for it.
  package var likeness = LikenessMarks()
  /// Patterns of names that are left alone, added to the built-in list.
  package var ignore: [String] = []
  /// A folder of forms, added to the built-in ones.
  package var forms: String?
  /// The roster of offices; without one any office is taken.
  package var offices: String?

  /// A file for the textfile collector of node_exporter; without one none is written.
  package var metrics: String?

  package init() {}

  /// What a worker may use for one file.
  package struct Limits: Equatable, Sendable {
    package var document = DocumentLimits()
    package var time: Duration = .seconds(30)
    /// The address space of a worker, in bytes.
    package var memory = 1 << 30

    package init() {}
  }

  package enum DiagnosticsKind: String, CaseIterable, Sendable {
    case html, json, text
  }
}
