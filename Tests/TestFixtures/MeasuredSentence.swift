package import Foundation

/// A sentence of a report's prose, whose place and figures are known, and what must be said of it. Kept to measure how many
/// slips are found, and how many alarms are false.
package struct MeasuredSentence: Decodable, Sendable, CustomStringConvertible {
  package var id: String
  /// What is difficult about it.
  package var kind: String
  /// In which part of the report it stands.
  package var place: String
  package var prose: String
  /// Which rule is measured by it.
  package var rule: String
  /// Whose figures stand in the tables.
  package var fixture: String
  /// Whose figures are remembered of the year before.
  package var before: String?
  package var office: String?
  /// Figures that differ from the fixture's.
  package var figures: [String: Decimal]?
  /// What must be marked; `nil` where nothing is wrong.
  package var found: String?
  /// By which rule.
  package var foundRule: String?
  package var expected: String?
  /// What else is wrong with it, and may be marked.
  package var also: [String]?

  package var description: String { "\(id) \(prose)" }

  private enum CodingKeys: String, CodingKey {
    case id, kind, prose, rule, fixture, before, office, figures, found, foundRule, expected, also
    case place = "where"
  }

  /// Those that were once judged wrongly, those that were always judged rightly, and those of further kinds.
  package static func all(in folder: URL) throws -> [MeasuredSentence] {
    try ["cases", "controls", "further"].flatMap { name in
      try String(contentsOf: folder.appending(path: "\(name).jsonl"), encoding: .utf8).split(separator: "\n").map {
        try JSONDecoder().decode(MeasuredSentence.self, from: Data($0.utf8))
      }
    }
  }

  /// The figures of tables, by the names of the tables and their own.
  package static func fixtures(in folder: URL) throws -> [String: [String: Decimal]] {
    try JSONDecoder().decode(
      [String: [String: Decimal]].self, from: Data(contentsOf: folder.appending(path: "fixtures.json")))
  }
}
