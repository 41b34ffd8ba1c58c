import Foundation
import TestFixtures

/// A format that reports of many looks are made in: by hand, or from OpenDocument by an office suite.
enum StyledFormat: String, CaseIterable, Sendable, CustomStringConvertible {
  case word = "docx by hand"
  case web = "html by hand"
  case pdf = "pdf by hand"
  case ofd = "ofd by hand"
  case odt, docx, doc, rtf
  case printed = "pdf"

  var description: String { rawValue }

  /// Whether an office suite writes it.
  var isConverted: Bool { [.odt, .docx, .doc, .rtf, .printed].contains(self) }

  func means(_ effect: Look.Effect) -> [String] {
    switch self {
    case .word: WordDocument.means(effect)
    case .web: WebPage.means(effect)
    case .pdf: PDFPaper.means(effect)
    case .ofd: OFDPaper.means(effect)
    case .odt, .docx, .doc, .rtf, .printed: OpenLooks.means(effect)
    }
  }

  /// The file, where no office suite is needed for it.
  func written(_ report: ReportSource) -> [UInt8] {
    switch self {
    case .word: WordDocument(report).bytes
    case .web: Array(WebPage(report).text.utf8)
    case .pdf: PDFPaper(report).bytes
    case .ofd: OFDPaper(report).bytes
    case .odt, .docx, .doc, .rtf, .printed: Array(OpenDocument(report).text.utf8)
    }
  }
}

/// A report in a format, with a look in some of its cells.
struct StyledReport: Sendable, CustomStringConvertible {
  var name: String
  var format: StyledFormat
  var source: ReportSource
  /// Cells that one sees blank.
  var blank: Set<String> = []
  /// Whether figures may be left open, which is no fault where a table has no rules.
  var leavesDoubts = false
  /// Cells in which one sees more than a figure, which the page speaks of.
  var remarked: Set<String> = []

  var description: String { "\(name), \(format)" }

  func bytes() async throws -> [UInt8] {
    guard format.isConverted else { return format.written(source) }
    guard let bytes = try await StyledBatches.shared.files(format)[name] else {
      throw OfficeError(description: "\(self) was not converted")
    }
    return bytes
  }
}

/// Every report is converted once in a run of the tests, all to one format at a time.
private actor StyledBatches {
  static let shared = StyledBatches()

  private var running: [StyledFormat: Task<[String: [UInt8]], any Error>] = [:]

  func files(_ format: StyledFormat) async throws -> [String: [UInt8]] {
    if let task = running[format] { return try await task.value }
    let documents = (StyledReport.all + ArrangedReport.all.compactMap(\.styled)).filter { $0.format == format }.map {
      ($0.name, OpenDocument($0.source))
    }
    let task = Task {
      let files = try await OfficeSuite.convert(Dictionary(uniqueKeysWithValues: documents), to: format.rawValue)
      // Formats of old are read as the daemon's converter hands them on.
      guard [.doc, .rtf].contains(format) else { return files }
      return try await OfficeSuite.convert(files, endingIn: format.rawValue, to: "odt")
    }
    running[format] = task
    return try await task.value
  }
}
