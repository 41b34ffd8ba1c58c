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

  /// A report as text, to be changed by a test. Its page breaks are taken out.
  package static func text(_ name: String = "qinghe-2024.raw.txt") throws -> String {
    String(decoding: try bytes(name), as: UTF8.self).replacingOccurrences(of: "\u{0C}", with: "")
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

extension String {
  /// The text with its one occurrence of `old` replaced: a test whose text has changed under it must not pass.
  package func replacingOnly(_ old: String, with new: String) throws -> String {
    let parts = components(separatedBy: old)
    guard parts.count == 2 else { throw NotThereOnce(text: old, count: parts.count - 1) }
    return parts.joined(separator: new)
  }
}

package struct NotThereOnce: Error, CustomStringConvertible {
  let text: String
  let count: Int

  package var description: String { "the fixture holds \(count) times: \(text)" }
}
