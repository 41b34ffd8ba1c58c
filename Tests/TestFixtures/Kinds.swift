package import Foundation

/// Small reports that go wrong when the bytes of a file are read and not what is seen of it, each for a kind of trouble.
package enum Kinds {
  package struct Report: Sendable, CustomStringConvertible {
    package var file: String
    package var expected: Expectation
    package var figures: [String: Decimal]

    package var description: String { file }
  }

  /// What is right of a file.
  package struct Expectation: Decodable, Sendable {
    /// The name of its figures.
    package var figures: String
    /// `accepted`, `rejected`, or `accepted or a doubt`.
    package var verdict: String
    /// Why, in words.
    package var right: String
    /// The rule that tells of it.
    package var info: String?
    package var office: String?
    package var year: Int?
  }

  private struct List: Decodable {
    var figures: [String: [String: Decimal]]
    var files: [String: Expectation]
  }

  private static var folder: URL { Bundle.module.bundleURL.appending(path: "kinds") }

  package static func bytes(_ name: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: folder.appending(path: name)))
  }

  package static func reports() throws -> [Report] {
    let list = try JSONDecoder().decode(List.self, from: Data(contentsOf: folder.appending(path: "kinds.json")))
    return list.files.sorted { $0.key < $1.key }.map { name, expected in
      Report(file: name, expected: expected, figures: list.figures[expected.figures] ?? [:])
    }
  }
}
