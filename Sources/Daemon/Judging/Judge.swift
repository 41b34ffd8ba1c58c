package import DocumentModel
package import Findings
import Foundation
import LinuxSystem
package import ReportModel
package import Rules

/// Turns what a file holds into a judged report.
package struct Judge: Sendable {
  private let reader: ReportReader
  private let rules: RuleBook
  private let roster: Roster?
  private let likeness: LikenessMarks

  package init(
    forms: FormLibrary, severities: [RuleID: RuleLevel], roster: Roster? = nil,
    likeness: LikenessMarks = LikenessMarks()
  ) {
    self.likeness = likeness
    reader = ReportReader(library: forms)
    rules = RuleBook(levels: severities)
    self.roster = roster
  }

  /// Puts together what a configuration asks for.
  ///
  /// - Parameter configuration: The forms, the severities, the roster and the marks of likeness.
  /// - Throws: ``ConfigurationError`` when one of them cannot be read.
  package init(_ configuration: Configuration) throws(ConfigurationError) {
    self.init(
      forms: try configuration.formLibrary(), severities: configuration.severities, roster: try configuration.roster(),
      likeness: configuration.likeness)
  }

  /// Asks every rule and draws the verdict.
  ///
  /// - Parameters:
  ///   - extract: What was read of the file.
  ///   - file: The file.
  ///   - reception: Where and when it was handed in, if it was.
  ///   - recall: Asked what is remembered, once it is known whose report it is.
  /// - Returns: The judged report.
  package func judge(
    _ extract: Extract, of file: FileFacts, received reception: Reception?, recalling recall: Recall
  ) async -> JudgedReport {
    var subject = Subject(extract: extract, reader: reader, roster: roster, reception: reception)
    subject.likeness = likeness
    ThreadActivity.step()
    if let report = subject.report {
      let names = subject.recordedNames
      let query = MemoryQuery(
        office: names.first, otherNames: Array(names.dropFirst()), year: report.year, sha256: file.sha256,
        fingerprints: ReportProse(report).fingerprints)
      subject.memory = await recall(query)
    }
    let findings = rules.findings(on: subject) { ThreadActivity.step() }
    var file = file
    if case .document(let document) = extract { file.format = document.format.rawValue }
    // Whatever the rules say or are told to pass over: without a report there is nothing to accept.
    if subject.report == nil, Verdict(findings) == .accepted { return hold(file, because: "没有从文件里读出报告。") }
    return JudgedReport(
      verdict: Verdict(findings), file: file, report: subject.report, unit: subject.unit?.name, findings: findings,
      checkedAt: Self.now, version: Version.current)
  }

  /// What is said of a file that nobody could judge.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - reason: Why, in Chinese, for the clerk.
  /// - Returns: A report that is held.
  package func hold(_ file: FileFacts, because reason: String) -> JudgedReport {
    JudgedReport(
      verdict: .held, file: file, report: nil, findings: [], heldBecause: reason, checkedAt: Self.now,
      version: Version.current)
  }

  private static var now: Int { Int(Date().timeIntervalSince1970) }
}
