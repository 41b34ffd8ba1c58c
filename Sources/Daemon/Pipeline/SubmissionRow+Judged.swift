import Findings
import Ledger
import LinuxSystem
import ReportModel
import Rules
import Spool
import SystemPackage

extension SubmissionRow {
  /// What the ledger keeps of a filed report. The figures of accepted ones are next year's 上年.
  init(_ settled: Settled, judged: JudgedReport, durationMicroseconds: Int) {
    let report = judged.report
    self.init(
      id: settled.id.rawValue, receivedAt: settled.id.claimedAt.secondsSince1970,
      settledAt: judged.checkedAt, path: settled.path.bytes, office: judged.office, year: report?.year,
      form: report?.form.id, verdict: Verdict(judged.verdict), sha256: judged.file.sha256, format: judged.file.format,
      bytes: judged.file.bytes, title: report?.title?.text, diagnosticsPath: settled.diagnostics.first?.bytes,
      outcomePath: settled.report.bytes, durationMicroseconds: durationMicroseconds,
      findings: judged.findings.map(FindingRow.init),
      figures: judged.verdict == .accepted ? (report?.figures ?? []).map(FigureRow.init) : [],
      prose: judged.verdict == .accepted ? report.map { ProseRow(ReportProse($0)) } : nil)
  }
}

extension SubmissionRow.Verdict {
  init(_ verdict: Findings.Verdict) {
    self =
      switch verdict {
      case .accepted: .accepted
      case .rejected: .rejected
      case .held: .held
      }
  }
}

extension FindingRow {
  init(_ finding: Finding) {
    let severity: Severity =
      switch finding.severity {
      case .error: .error
      case .warning: .warning
      case .info: .info
      }
    self.init(
      rule: finding.rule.rawValue, severity: severity, message: finding.message,
      places: finding.places.compactMap(\.id), found: finding.found)
  }
}

extension ProseRow {
  init(_ prose: ReportProse) {
    self.init(text: prose.text, fingerprints: prose.fingerprints)
  }
}

extension FigureRow {
  init(_ figure: (id: String, figure: Figure)) {
    self.init(id: figure.id, significand: figure.figure.significand, decimals: figure.figure.decimals)
  }
}
