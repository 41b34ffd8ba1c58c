import DocumentModel
import Extraction
import Findings
import Foundation
import ReportModel
import Rules
import TestFixtures

/// A file judged the whole way, from its bytes to the verdict.
struct Judged {
  var extract: Extract
  var report: AnnualReport?
  var findings: [Finding]

  init(_ bytes: [UInt8], limits: DocumentLimits = DocumentLimits()) throws {
    extract = try Extractor().extract(bytes, limits: limits)
    let subject = Subject(extract: extract, reader: ReportReader(library: try FormLibrary.builtIn()))
    report = subject.report
    findings = RuleBook().findings(on: subject)
  }

  /// A file of an old format is converted first, as the daemon's converter does.
  init(converting bytes: [UInt8]) async throws {
    var bytes = bytes
    if case .needsConversion(let format) = try Extractor().extract(bytes) {
      let converted = try await OfficeSuite.convert(["report": bytes], endingIn: format.rawValue, to: "odt")
      bytes = converted["report"] ?? []
    }
    try self.init(bytes)
  }

  var verdict: Verdict { Verdict(findings) }

  var document: Document? {
    if case .document(let document) = extract { document } else { nil }
  }

  var rules: [String] { findings.map(\.rule.rawValue) }

  /// The figures that could be read, by their ids.
  var figures: [String: Decimal] {
    let read = (report?.figures ?? []).compactMap { figure in
      Decimal(string: figure.figure.description).map { (figure.id, $0) }
    }
    return Dictionary(read) { first, _ in first }
  }

  /// What differs from the figures that stand in the file, in words; empty when every figure is read exactly.
  func differences(from expected: [String: Decimal]) -> [String] {
    let figures = figures
    return Set(expected.keys).union(figures.keys).sorted().compactMap { id in
      guard figures[id] != expected[id] else { return nil }
      return "\(id): read \(figures[id].map { "\($0)" } ?? "nothing"), not \(expected[id].map { "\($0)" } ?? "nothing")"
    }
  }

  /// The findings in words, for a test that fails.
  var summary: String {
    findings.map { "\($0.rule): \($0.message) [\($0.found ?? "")]" }.joined(separator: "\n")
  }
}
