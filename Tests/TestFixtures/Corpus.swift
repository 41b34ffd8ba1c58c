package import Foundation

/// The reports kept for tests, and the figures that must be read from each.
package enum Corpus {
  /// A report in one of its formats.
  package struct Report: Sendable, CustomStringConvertible {
    package var file: String
    package var expected: Expectation

    package var description: String { file }

    /// What stands behind the report's name: `docx`, `wps-style.docx`, `gbk.html`.
    package var ending: String { String(file.drop { $0 != "." }.dropFirst()) }
  }

  /// What must be read from a report.
  package struct Expectation: Decodable, Sendable {
    package var office: String
    package var year: Int
    package var figures: [String: Decimal]

    package var title: String { "\(office)\(year)年政府信息公开工作年度报告" }
  }

  /// A report of which only pictures are left.
  package struct Scan: Sendable, CustomStringConvertible {
    package var file: String
    package var pages: Int

    package var description: String { file }
  }

  /// The folder that holds them.
  package static var folder: URL { Bundle.module.bundleURL.appending(path: "corpus") }

  /// The folder of the sentences that prose is measured by.
  package static var prose: URL { Bundle.module.bundleURL.appending(path: "prose") }

  package static func bytes(_ name: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: folder.appending(path: name)))
  }

  /// A report as text, to be changed by a test. Its page breaks are taken out.
  package static func text(_ name: String = "qinghe-2024.raw.txt") throws -> String {
    String(decoding: try bytes(name), as: UTF8.self).replacingOccurrences(of: "\u{0C}", with: "")
  }

  /// What must be read from every report, by its name: `qinghe-2024.raw.txt` holds the figures called `qinghe-2024`.
  package static func expectations() throws -> [String: Expectation] {
    try JSONDecoder().decode(
      [String: Expectation].self, from: Data(contentsOf: folder.appending(path: "figures.json")))
  }

  /// Every report kept as text.
  package static func texts() throws -> [Report] {
    try reports { $0.hasSuffix("txt") }
  }

  /// Every report that is read as it is, whatever its format.
  package static func documents() throws -> [Report] {
    try reports { !["doc", "rtf", "scan.pdf"].contains($0) }
  }

  /// Every report in a format of old, which an office suite converts first.
  package static func oldDocuments() throws -> [Report] {
    try reports { ["doc", "rtf"].contains($0) }
  }

  package static let scans = [
    Scan(file: "qinghe-2024.scan.pdf", pages: 4), Scan(file: "xiaodian-2024.scan.pdf", pages: 4),
  ]

  private static func reports(ending isWanted: (String) -> Bool) throws -> [Report] {
    let expectations = try expectations()
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().compactMap { file in
      guard let name = file.split(separator: ".").first, let expected = expectations[String(name)] else { return nil }
      let report = Report(file: file, expected: expected)
      return isWanted(report.ending) ? report : nil
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
