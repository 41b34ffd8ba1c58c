import DocumentModel
import Extraction
import ReportModel

/// From bytes to a report, as the pipeline goes.
enum Reading {
  static func document(_ bytes: [UInt8]) throws -> Document? {
    guard case .document(let document) = try Extractor().extract(bytes) else { return nil }
    return document
  }

  static func report(_ bytes: [UInt8]) throws -> AnnualReport? {
    try document(bytes).flatMap { ReportReader(library: try FormLibrary.builtIn()).read($0) }
  }

  static func report(_ text: String) throws -> AnnualReport? {
    try report(Array(text.utf8))
  }
}
