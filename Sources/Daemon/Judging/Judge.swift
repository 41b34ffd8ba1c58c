package import DocumentModel
package import Findings
import Foundation
package import ReportModel
package import Rules

/// Turns what a file holds into a judged report.
package struct Judge: Sendable {
  private let reader: ReportReader
  private let rules: RuleBook

  package init(forms: FormLibrary, severities: [RuleID: RuleLevel]) {
    reader = ReportReader(library: forms)
    rules = RuleBook(levels: severities)
  }

  /// Asks every rule and draws the verdict.
  package func judge(_ extract: Extract, of file: FileFacts) -> JudgedReport {
    let subject = Subject(extract: extract, reader: reader)
    let findings = rules.findings(on: subject)
    var file = file
    if case .document(let document) = extract { file.format = document.format.rawValue }
    return JudgedReport(
      verdict: Verdict(findings), file: file, report: subject.report, findings: findings, checkedAt: Self.now,
      version: Version.current)
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

extension WorkerFailure {
  /// The failure as a clerk should hear of it.
  package var clerkReason: String {
    switch self {
    case .notStarted: "读取文件的程序没能启动，这是服务器的问题。"
    case .died: "读取文件的程序两次都没能读完这个文件。"
    case .timedOut: "读取这个文件花的时间太长，两次都没能读完。"
    case .garbled: "读取文件的程序给出的结果不完整。"
    }
  }
}
