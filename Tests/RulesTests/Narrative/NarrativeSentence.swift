import DocumentModel
import Findings
import Foundation
import Narrative
import TestFixtures
import Testing

/// A sentence as reports hold them, in a report whose figures are known, and what must be said of it.
struct NarrativeSentence: Sendable, CustomStringConvertible {
  /// Whose figures stand in the tables.
  enum Setting: Sendable {
    /// A town with many requests, suits and documents.
    case busy
    /// A town with three requests and nothing else.
    case quiet
    /// A district's own report, with the figures of the busy town.
    case district
  }

  enum Outcome: Equatable, Sendable {
    /// Something is compared, and fits.
    case consistent
    /// What is marked fits nothing.
    case mismatch([String])
    /// Nothing is compared.
    case silent
  }

  var setting: Setting
  var expected: Outcome
  var text: String

  init(_ setting: Setting, _ expected: Outcome, _ text: String) {
    self.setting = setting
    self.expected = expected
    self.text = text
  }

  var description: String { text }

  /// What the rules say of the sentence in the place of the first section.
  func outcome() throws -> Outcome {
    let findings = try findings().filter { $0.rule == "narrative-mismatch" }
    guard findings.isEmpty else { return .mismatch(findings.map { $0.found ?? "" }) }
    let claims = ClaimReader(year: 2024).claims(in: [Paragraph(text: text, place: .unknown)])
    let isCompared = claims.contains { claim in
      switch claim.statement {
      // Of the year before nothing is remembered here.
      case .growth, .before: false
      default: !claim.coversArea || setting == .district
      }
    }
    return isCompared ? .consistent : .silent
  }

  func findings() throws -> [Finding] {
    let report = try Corpus.text(setting == .quiet ? "xiaodian-2024.raw.txt" : "qinghe-2024.raw.txt")
    let head = try #require(report.components(separatedBy: "一、总体情况\n").first)
    let tail = try #require(report.components(separatedBy: "二、主动公开政府信息情况\n").last)
    let text = "\(head)一、总体情况\n\(text)\n二、主动公开政府信息情况\n\(tail)"
    return try Judging.findings(
      Array((setting == .district ? text.replacingOccurrences(of: "青禾镇", with: "红旗区") : text).utf8))
  }
}
