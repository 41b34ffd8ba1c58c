import DocumentModel
import Foundation
import ReportModel
import TestFixtures
import Testing

/// What is read of a file against what is read of its print: an office suite or a browser lays it out as a person sees
/// it, and the reader of PDF, which knows nothing of the file, reads that.
@Suite(
  .enabled(if: OfficeSuite.isInstalled && Browser.isInstalled, "LibreOffice or Chromium is missing: run make deps-test")
)
struct SecondWitnessTests {
  @Test(arguments: try Witnessed.all()) func `the print says the same`(_ file: Witnessed) async throws {
    let own = try Judged(await file.bytes())
    let printed = try Judged(await Prints.shared.print(of: file))
    var differences = Set(own.figures.keys).union(printed.figures.keys).sorted().compactMap { id in
      own.figures[id] == printed.figures[id]
        ? nil
        : "\(id): \(own.figures[id].map { "\($0)" } ?? "–"), printed \(printed.figures[id].map { "\($0)" } ?? "–")"
    }
    if own.report?.title?.text != printed.report?.title?.text {
      differences.append("title: \(own.report?.title?.text ?? "–"), printed \(printed.report?.title?.text ?? "–")")
    }
    if let explanation = Witnessed.explained[file.name] {
      #expect(!differences.isEmpty, "no difference any more that is explained by: \(explanation)")
      if explanation == Witnessed.broken { #expect(printed.figures.allSatisfy { own.figures[$0.key] == $0.value }) }
    } else {
      #expect(differences == [])
    }
  }
}

/// A file that a second program can print.
struct Witnessed: Sendable, CustomStringConvertible {
  var name: String
  var ending: String
  var bytes: @Sendable () async throws -> [UInt8]

  var description: String { name }

  /// Where the two differ, and why that is no fault of the reader of the file.
  static let explained = [
    "altchunk.docx": "LibreOffice does not read embedded chunks: it prints nothing",
    "form-fields.html": "the page is too wide for the paper: the last column is cut off",
    "unseen by no ink, docx by hand": "LibreOffice does not know letters without ink and prints them",
    "weixin-hidden-container.html": "the page hides itself until its script runs, which asks the network: blank paper",
    "figures on several lines at 16 pt, docx by hand": broken,
    "figures on several lines at 18 pt, docx by hand": broken,
  ]

  static let broken = "lines that the author broke are broken again: too many pieces, which are left in doubt"

  static func all() throws -> [Witnessed] {
    let corpus = try Corpus.documents().filter { ["docx", "odt", "html"].contains(fileEnding($0.file)) }.map { report in
      Witnessed(name: report.file, ending: fileEnding(report.file)) { try Corpus.bytes(report.file) }
    }
    let kinds = try Kinds.reports().filter { ["docx", "odt", "html"].contains(fileEnding($0.file)) }.map { kind in
      Witnessed(name: kind.file, ending: fileEnding(kind.file)) { try Kinds.bytes(kind.file) }
    }
    let styled = StyledReport.all.compactMap { report -> Witnessed? in
      switch report.format {
      case .word, .docx: Witnessed(name: report.description, ending: "docx") { try await report.bytes() }
      case .web: Witnessed(name: report.description, ending: "html") { try await report.bytes() }
      case .odt: Witnessed(name: report.description, ending: "odt") { try await report.bytes() }
      default: nil
      }
    }
    return corpus + kinds + styled
  }

  private static func fileEnding(_ file: String) -> String { String(file.split(separator: ".").last ?? "") }
}

/// Every file is printed once in a run of the tests: those for the office suite together, pages one by one.
private actor Prints {
  static let shared = Prints()

  private var running: [String: Task<[String: [UInt8]], any Error>] = [:]

  func print(of file: Witnessed) async throws -> [UInt8] {
    if file.ending == "html" { return try await Browser.print(file.bytes()) }
    let task =
      running[file.ending]
      ?? Task {
        var files: [String: [UInt8]] = [:]
        for other in try Witnessed.all() where other.ending == file.ending {
          files[other.name] = try await other.bytes()
        }
        return try await OfficeSuite.convert(files, endingIn: file.ending, to: "pdf")
      }
    running[file.ending] = task
    guard let bytes = try await task.value[file.name] else {
      throw OfficeError(description: "\(file) was not printed")
    }
    return bytes
  }
}
