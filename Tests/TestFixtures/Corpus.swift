package import Foundation

/// The reports kept for tests, and the figures that must be read from each.
package enum Corpus {
  /// A report in one of its formats.
  package struct Report: Sendable, CustomStringConvertible {
    package var file: String
    package var expected: Expectation

    package var description: String { file }
  }

  /// What must be read from a report.
  package struct Expectation: Decodable, Sendable {
    package var office: String
    package var year: Int
    package var figures: [String: Decimal]
  }

  /// The folder that holds them.
  package static var folder: URL { Bundle.module.bundleURL.appending(path: "corpus") }

  package static func bytes(_ name: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: folder.appending(path: name)))
  }

  /// Every report kept as text: `qinghe-2024.raw.txt` holds the figures called `qinghe-2024`.
  package static func texts() throws -> [Report] {
    let expectations = try JSONDecoder().decode(
      [String: Expectation].self, from: Data(contentsOf: folder.appending(path: "figures.json")))
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().compactMap { file in
      guard file.hasSuffix(".txt"), let name = file.split(separator: ".").first else { return nil }
      return expectations[String(name)].map { Report(file: file, expected: $0) }
    }
  }
}
