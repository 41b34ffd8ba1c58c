package import Foundation

/// Reports as units publish them whose rows, columns, heads or headings stand otherwise than in the form.
package enum TableKinds {
  package struct Report: Sendable, CustomStringConvertible {
    package var file: String
    package var expected: Expectation

    package var description: String { file }
  }

  /// What is right of a file.
  package struct Expectation: Decodable, Sendable {
    /// Why, in words.
    package var right: String
    package var verdict: String
    /// Some of its figures.
    package var figures: [String: Decimal]?
    /// How many figures are read.
    package var count: Int?
    /// The rules that speak of it.
    package var has: [String]?
    /// How many findings there may be.
    package var most: Int?
    /// What stands in a message or an advice, and what does not.
    package var said: String?
    package var not_said: String?
  }

  private static var folder: URL { Bundle.module.bundleURL.appending(path: "kinds/tables") }

  package static func bytes(_ name: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: folder.appending(path: name)))
  }

  package static func reports() throws -> [Report] {
    let data = try Data(contentsOf: folder.appending(path: "tables.json"))
    return try JSONDecoder().decode([String: Expectation].self, from: data).sorted { $0.key < $1.key }.map {
      Report(file: $0.key, expected: $0.value)
    }
  }
}
