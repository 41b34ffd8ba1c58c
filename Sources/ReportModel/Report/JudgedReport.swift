package import Findings

/// All that is known of a file once it has been judged: what the diagnostics are made of.
package struct JudgedReport: Equatable, Sendable {
  package var verdict: Verdict
  package var file: FileFacts
  /// `nil` when no report could be read.
  package var report: AnnualReport?
  /// The name that the roster has for the unit; `nil` where it has none.
  package var unit: String?
  /// Errors first, then warnings, then the rest; inside those in the report's order.
  package var findings: [Finding]
  /// Why nothing could be decided, in Chinese; set when the verdict is `held`.
  package var heldBecause: String?
  /// When the file was judged, in seconds since 1970.
  package var checkedAt: Int
  /// The version of the program.
  package var version: String

  package init(
    verdict: Verdict,
    file: FileFacts,
    report: AnnualReport?,
    unit: String? = nil,
    findings: [Finding],
    heldBecause: String? = nil,
    checkedAt: Int,
    version: String
  ) {
    self.verdict = verdict
    self.file = file
    self.report = report
    self.unit = unit
    self.findings = findings
    self.heldBecause = heldBecause
    self.checkedAt = checkedAt
    self.version = version
  }
}

extension JudgedReport {
  /// By what name the unit is on record: the roster's, or the title's.
  package var office: String? { unit ?? report?.office }
}

/// What identifies a submitted file.
package struct FileFacts: Equatable, Sendable {
  /// The file's own name, without folders. May hold anything a name may hold.
  package var name: String
  /// `docx`, `txt`; `nil` when the format is not known.
  package var format: String?
  package var bytes: Int
  /// Lower-case hexadecimal digits; `nil` of a file that was refused for its size and not read.
  package var sha256: String?

  package init(name: String, format: String?, bytes: Int, sha256: String?) {
    self.name = name
    self.format = format
    self.bytes = bytes
    self.sha256 = sha256
  }
}
