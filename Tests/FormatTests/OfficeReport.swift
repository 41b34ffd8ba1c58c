import Foundation
import TestFixtures

/// A report as an office suite makes it, and what must be said of it.
struct OfficeReport: Sendable, CustomStringConvertible {
  /// The rule and the place of a finding.
  struct Expected: Hashable, Sendable {
    var rule: String
    var row: String?
    var column: String?
  }

  var description: String
  var document: OpenDocument
  var formats: [Format] = [.docx, .pdf, .odt, .html]
  var expected: [Expected] = []

  enum Format: String, CaseIterable, Sendable {
    case docx, pdf, odt, html
  }

  init(
    _ description: String, formats: [Format] = [.docx, .pdf, .odt, .html], expecting expected: [Expected] = [],
    changing change: (inout ReportSource) -> Void
  ) {
    var source = ReportSource(figures: Self.figures)
    change(&source)
    self.description = description
    document = OpenDocument(source)
    self.formats = formats
    self.expected = expected
  }

  init(_ description: String, document: OpenDocument, expecting expected: [Expected]) {
    self.description = description
    self.document = document
    self.expected = expected
  }

  /// The report itself; of several the first.
  var source: ReportSource { document.reports[0] }

  private static let figures = (try? Corpus.expectations())?["qinghe-2024"]?.figures ?? [:]
}

/// A report in one of the formats that it is converted to.
struct OfficeFile: Sendable, CustomStringConvertible {
  var report: OfficeReport
  var format: OfficeReport.Format

  var description: String { "\(report.description).\(format.rawValue)" }

  static let all = OfficeReport.all.flatMap { report in
    report.formats.map { OfficeFile(report: report, format: $0) }
  }

  func bytes() async throws -> [UInt8] {
    guard let bytes = try await Batches.shared.files(format)[report.description] else {
      throw OfficeError(description: "\(self) was not converted")
    }
    return bytes
  }
}

/// Every report is converted once in a run of the tests, all to one format at a time.
private actor Batches {
  static let shared = Batches()

  private var running: [OfficeReport.Format: Task<[String: [UInt8]], any Error>] = [:]

  func files(_ format: OfficeReport.Format) async throws -> [String: [UInt8]] {
    if let task = running[format] { return try await task.value }
    let documents = OfficeReport.all.filter { $0.formats.contains(format) }.map { ($0.description, $0.document) }
    let task = Task {
      try await OfficeSuite.convert(Dictionary(uniqueKeysWithValues: documents), to: format.rawValue)
    }
    running[format] = task
    return try await task.value
  }
}
