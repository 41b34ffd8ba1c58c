import Findings
import Foundation
import ReportModel
import Rules
import TestFixtures

/// How well slips in prose are found: judged sentence by sentence, added up by rule.
struct ProseMeasure {
  struct Tally {
    /// Slips that were told of.
    var hits = 0
    var misses = 0
    /// Told of what is right.
    var falseAlarms = 0

    /// In parts of a hundred.
    var precision: Double { hits + falseAlarms == 0 ? 100 : 100 * Double(hits) / Double(hits + falseAlarms) }
    var recall: Double { hits + misses == 0 ? 100 : 100 * Double(hits) / Double(hits + misses) }
  }

  private(set) var tallies: [String: Tally] = [:]
  /// What went wrong, a line each.
  private(set) var faults: [String] = []

  var total: Tally {
    tallies.values.reduce(into: Tally()) {
      $0.hits += $1.hits
      $0.misses += $1.misses
      $0.falseAlarms += $1.falseAlarms
    }
  }

  private let fixtures: [String: [String: Decimal]]
  private let judge: (String, AcceptedReport?) throws -> [Finding]
  /// What is told of a report without the sentence is not told of the sentence.
  private var usual: [String: Set<String>] = [:]

  init(
    fixtures: [String: [String: Decimal]], judge: @escaping (String, AcceptedReport?) throws -> [Finding]
  ) {
    self.fixtures = fixtures
    self.judge = judge
  }

  mutating func add(_ sentence: MeasuredSentence) throws {
    let figures = (fixtures[sentence.fixture] ?? [:]).merging(sentence.figures ?? [:]) { $1 }
    let report = ProseReport(
      office: sentence.office ?? "临江街道办事处", figures: figures, isOf2019: sentence.fixture == "2019")
    let before = sentence.before.map { AcceptedReport(year: 2023, figures: remembered($0)) }
    let usual = try usual(report, before, sentence)
    let findings = try judge(report.text(sentence.prose, at: sentence.place), before).filter {
      // A table changed is told of in the table itself.
      sentence.figures == nil ? !usual.contains(Self.name($0)) : $0.rule.rawValue == sentence.rule
    }
    let rule = sentence.foundRule ?? sentence.rule
    let meant = findings.filter { sentence.found != nil && Self.matches($0, sentence, rule) }
    if sentence.found != nil { count(!meant.isEmpty, of: rule) }
    if sentence.found != nil, meant.isEmpty { faults.append("missed  \(rule) \(sentence) ⟨\(sentence.found ?? "")⟩") }
    for finding in findings where !meant.contains(finding) && !Self.isBeside(finding, meant, sentence) {
      tallies[finding.rule.rawValue, default: Tally()].falseAlarms += 1
      faults.append(
        "false   \(finding.rule.rawValue) \(sentence) ⟨\(finding.found ?? "")⟩→⟨\(finding.expected ?? "")⟩")
    }
  }

  private mutating func count(_ isHit: Bool, of rule: String) {
    if isHit { tallies[rule, default: Tally()].hits += 1 } else { tallies[rule, default: Tally()].misses += 1 }
  }

  private mutating func usual(
    _ report: ProseReport, _ before: AcceptedReport?, _ sentence: MeasuredSentence
  ) throws -> Set<String> {
    let key = "\(sentence.office ?? "") \(sentence.fixture) \(sentence.before ?? "") \(sentence.figures ?? [:])"
    if let known = usual[key] { return known }
    let names = Set(try judge(report.text(), before).map(Self.name))
    usual[key] = names
    return names
  }

  /// Zeros stand in the report where the fixture says nothing.
  private func remembered(_ name: String) -> [String: Figure] {
    let zeros = ProseReport.figureIDs.map { ($0, Figure(significand: 0)) }
    let told = (fixtures[name] ?? [:]).map { id, value in
      (id, Figure(significand: NSDecimalNumber(decimal: value * 10_000).intValue, decimals: 4))
    }
    return Dictionary(zeros + told) { $1 }
  }

  private static func name(_ finding: Finding) -> String {
    "\(finding.rule.rawValue) \(finding.found ?? "") \(finding.expected ?? "")"
  }

  /// Of the right rule, and at the right words, where the sentence tells them and not only itself.
  private static func matches(_ finding: Finding, _ sentence: MeasuredSentence, _ rule: String) -> Bool {
    guard finding.rule.rawValue == rule, let wanted = sentence.found else { return false }
    guard rule == "narrative-mismatch" else { return true }
    let found = finding.found ?? ""
    return found.contains(wanted) || wanted.contains(found)
  }

  /// What breaks a sum is told of the sum too.
  private static func isBeside(_ finding: Finding, _ meant: [Finding], _ sentence: MeasuredSentence) -> Bool {
    if let also = sentence.also, also.contains(finding.found ?? "") { return true }
    return !meant.isEmpty && meant.contains { $0.rule != finding.rule || $0.found == finding.found }
  }

  var table: String {
    (tallies.sorted { $0.key < $1.key } + [("all", total)]).map { rule, tally in
      let name = rule.padding(toLength: 24, withPad: " ", startingAt: 0)
      let numbers = "hits \(tally.hits), misses \(tally.misses), false \(tally.falseAlarms)"
      return String(format: "%@ precision %.1f%%, recall %.1f%% (%@)", name, tally.precision, tally.recall, numbers)
    }.joined(separator: "\n")
  }
}
