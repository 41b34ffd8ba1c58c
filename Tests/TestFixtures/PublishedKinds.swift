package import Foundation

/// Reports as offices publish them, each with one of the ways in which it differs from the form; names and figures are
/// made up.
package enum PublishedKinds {
  package struct Report: Sendable, CustomStringConvertible {
    package var file: String
    package var expected: Expectation

    package var description: String { file }
  }

  /// What is right of a file; what is not told may be any.
  package struct Expectation: Decodable, Sendable {
    /// Why, in words.
    package var right: String
    package var verdict: String?
    package var office: String?
    package var year: Int?
    /// Rules that speak.
    package var has: [String]?
    /// Rules that are silent.
    package var lacks: [String]?
    /// Whether anything is said.
    package var some: Bool?
    /// How many findings at most.
    package var most: Int?
    /// How often a rule speaks.
    package var times: [String: Int]?
    /// Some of its figures.
    package var figures: [String: Decimal]?
    /// How many figures are read.
    package var count: Int?
    /// Words that a finding says.
    package var said: String?
    /// Words that no finding says.
    package var not_said: String?
    /// Figures that are read so, or the report is returned.
    package var figures_or_error: [String: Decimal]?
  }

  private static var folder: URL { Bundle.module.bundleURL.appending(path: "published") }

  package static func bytes(_ name: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: folder.appending(path: name)))
  }

  package static func reports() throws -> [Report] {
    let list = try JSONDecoder().decode(
      [String: Expectation].self, from: Data(contentsOf: folder.appending(path: "published.json")))
    return list.sorted { $0.key < $1.key }.map { Report(file: $0.key, expected: $0.value) }
  }
}
