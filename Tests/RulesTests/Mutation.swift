import DocumentModel
import Extraction
import Findings
import ReportModel
import Rules
import TestFixtures

/// A good report with one thing changed, and what must be said of it: no more and no less.
struct Mutation: Sendable, CustomStringConvertible {
  var description: String
  var change: @Sendable (String) throws -> String
  var expected: [Expected]

  init(_ description: String, expecting expected: [Expected], _ change: @escaping @Sendable (String) throws -> String) {
    self.description = description
    self.expected = expected
    self.change = change
  }

  init(_ description: String, _ old: String, _ new: String, _ expected: Expected...) {
    self.init(description, expecting: expected) { try $0.replacingOnly(old, with: new) }
  }

  func findings() throws -> [Finding] {
    try Judging.findings(Array(change(Corpus.text()).utf8))
  }
}

/// The part of a finding that a test asks for.
struct Expected: Hashable, Sendable, CustomStringConvertible {
  var rule: String
  var section: Int?
  var row: String?
  var column: String?
  var found: String?
  var expected: String?

  init(
    _ rule: String, section: Int? = nil, row: String? = nil, column: String? = nil, found: String? = nil,
    expected: String? = nil
  ) {
    self.rule = rule
    self.section = section
    self.row = row
    self.column = column
    self.found = found
    self.expected = expected
  }

  /// The same members of a finding; what is not asked for is left out.
  init(_ finding: Finding, like expected: Expected) {
    rule = finding.rule.rawValue
    section = expected.section == nil ? nil : finding.place.section
    row = expected.row == nil ? nil : finding.place.row
    column = expected.column == nil ? nil : finding.place.column
    found = expected.found == nil ? nil : finding.found
    self.expected = expected.expected == nil ? nil : finding.expected
  }

  var description: String {
    [rule, section.map(String.init), row, column, found, expected].compactMap { $0 }.joined(separator: " · ")
  }
}

/// From bytes to findings, as the pipeline goes.
enum Judging {
  static func findings(
    _ bytes: [UInt8], levels: [RuleID: RuleLevel] = [:], remembering memory: Memory = Memory()
  ) throws -> [Finding] {
    try findings(on: Extractor().extract(bytes), levels: levels, remembering: memory)
  }

  static func document(_ bytes: [UInt8]) throws -> Document? {
    guard case .document(let document) = try Extractor().extract(bytes) else { return nil }
    return document
  }

  static func findings(
    on extract: Extract, levels: [RuleID: RuleLevel] = [:], remembering memory: Memory = Memory(),
    roster: Roster? = nil, reception: Reception? = nil
  ) throws -> [Finding] {
    var subject = Subject(
      extract: extract, reader: ReportReader(library: try FormLibrary.builtIn()), roster: roster, reception: reception)
    subject.memory = memory
    return RuleBook(levels: levels).findings(on: subject)
  }
}
