/// What the ledger keeps of one settled submission.
///
/// Paths are bytes, as the file system has them; instants are seconds since 1970. It is kept beside the ledger too, encoded:
/// what is added to it has to be optional.
package struct SubmissionRow: Codable, Equatable, Sendable {
  /// The submission's own name, unique for all time.
  package var id: String
  /// When the file was claimed.
  package var receivedAt: Int
  /// When its outcome stood on disk.
  package var settledAt: Int
  /// Where the file lay, below the inbox.
  package var path: [UInt8]
  /// The unit's name as its district knows it; `nil` when it is not known.
  package var office: String?
  /// The year that the report is about.
  package var year: Int?
  /// The id of the form: `2021`.
  package var form: String?
  package var verdict: Verdict
  /// The content's SHA-256 in lower-case hexadecimal digits; `nil` of a file that was refused for its size and not read.
  package var sha256: String?
  /// `docx`, `txt`; `nil` when the format is not known.
  package var format: String?
  package var bytes: Int
  /// The report's title as printed.
  package var title: String?
  /// Where the diagnostics lie, below the spool; `nil` when there are none.
  package var diagnosticsPath: [UInt8]?
  /// Where the file lies now, below the spool.
  package var outcomePath: [UInt8]
  /// From the claim to the outcome, in microseconds.
  package var durationMicroseconds: Int
  /// In the order of the diagnostics.
  package var findings: [FindingRow]
  /// The figures of an accepted report; empty otherwise.
  package var figures: [FigureRow]
  /// The words of an accepted report, for others to be held against; `nil` otherwise.
  package var prose: ProseRow?

  package init(
    id: String,
    receivedAt: Int,
    settledAt: Int,
    path: [UInt8],
    office: String?,
    year: Int?,
    form: String?,
    verdict: Verdict,
    sha256: String?,
    format: String?,
    bytes: Int,
    title: String?,
    diagnosticsPath: [UInt8]?,
    outcomePath: [UInt8],
    durationMicroseconds: Int,
    findings: [FindingRow] = [],
    figures: [FigureRow] = [],
    prose: ProseRow? = nil
  ) {
    self.id = id
    self.receivedAt = receivedAt
    self.settledAt = settledAt
    self.path = path
    self.office = office
    self.year = year
    self.form = form
    self.verdict = verdict
    self.sha256 = sha256
    self.format = format
    self.bytes = bytes
    self.title = title
    self.diagnosticsPath = diagnosticsPath
    self.outcomePath = outcomePath
    self.durationMicroseconds = durationMicroseconds
    self.findings = findings
    self.figures = figures
    self.prose = prose
  }
}

extension SubmissionRow {
  package enum Verdict: String, CaseIterable, Codable, Sendable {
    case accepted, rejected, held
  }

  /// How many findings of a severity there are.
  package func count(_ severity: FindingRow.Severity) -> Int {
    findings.count { $0.severity == severity }
  }
}

/// One finding of a submission.
package struct FindingRow: Codable, Equatable, Sendable {
  package enum Severity: String, CaseIterable, Codable, Sendable {
    case error, warning, info
  }

  /// The rule's id.
  package var rule: String
  package var severity: Severity
  package var message: String
  /// Every place in the form that it points at: ids of table, row and column joined by dots, `requests.received.total`, or
  /// `section.5`. None where it is about the whole file.
  package var places: [String]
  /// What stood at the first place, as the office wrote it.
  package var found: String?

  package init(rule: String, severity: Severity, message: String, places: [String] = [], found: String? = nil) {
    self.rule = rule
    self.severity = severity
    self.message = message
    self.places = places
    self.found = found
  }
}

/// One figure of a report: `significand` × 10^-`decimals`.
package struct FigureRow: Codable, Equatable, Sendable {
  /// Where it stands in the form: `requests.received.total`.
  package var id: String
  package var significand: Int
  package var decimals: Int

  package init(id: String, significand: Int, decimals: Int) {
    self.id = id
    self.significand = significand
    self.decimals = decimals
  }
}

/// The words of a report.
package struct ProseRow: Codable, Equatable, Sendable {
  package var text: String
  /// Numbers that a text of much the same wording has most of too, in rising order. A report without a year has none.
  package var fingerprints: [Int64]

  package init(text: String, fingerprints: [Int64]) {
    self.text = text
    self.fingerprints = fingerprints
  }
}
