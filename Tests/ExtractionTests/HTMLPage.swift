import DocumentModel
import Extraction
import Foundation
import TestFixtures
import Testing

/// Pages for tests, and documents as short text to compare with.
enum HTMLPage {
  static func document(_ bytes: [UInt8]) throws -> Document {
    let extract = try Extractor().extract(bytes)
    guard case .document(let document) = extract else { throw NoDocument(extract: extract) }
    return document
  }

  struct NoDocument: Error {
    var extract: Extract
  }

  /// What is read of a body: a line for each paragraph, and for a table `[a|b / c|d]`. Line ends in cells are `⏎`, and
  /// a cell over two columns and three rows ends in `→2↓3`.
  static func shown(_ body: String) throws -> String {
    try shown(document(Array("<!DOCTYPE html><html><body>\(body)</body></html>".utf8)))
  }

  static func shown(_ document: Document) -> String {
    document.blocks.map { block in
      switch block {
      case .paragraph(let paragraph): paragraph.text
      case .table(let table): shown(table)
      }
    }.joined(separator: "\n")
  }

  static func shown(_ table: Table) -> String {
    let rows = Dictionary(grouping: table.cells) { $0.place.row ?? 0 }
    let lines = rows.keys.sorted().map { row in (rows[row] ?? []).map(shown).joined(separator: "|") }
    return "[" + lines.joined(separator: " / ") + "]"
  }

  private static func shown(_ cell: Cell) -> String {
    cell.text.replacingOccurrences(of: "\n", with: "⏎") + (cell.columnSpan > 1 ? "→\(cell.columnSpan)" : "")
      + (cell.rowSpan > 1 ? "↓\(cell.rowSpan)" : "")
  }

  static func tables(_ document: Document) -> [Table] {
    document.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
  }

  static func paragraphs(_ document: Document) -> [String] {
    document.blocks.compactMap { if case .paragraph(let paragraph) = $0 { paragraph.text } else { nil } }
  }

  // MARK: The corpus

  /// A report as a page, in UTF-8.
  static func report(_ name: String = "qinghe-2024") throws -> String {
    String(decoding: try Corpus.bytes("\(name).html"), as: UTF8.self)
  }

  /// The report's own part of its page, without the site round it.
  static func article() throws -> String {
    let page = try report()
    let start = try #require(page.range(of: "<div class=\"article\">"))
    let end = try #require(page.range(of: "<div class=\"footer\">"))
    return String(page[start.lowerBound..<end.lowerBound])
  }

  static func gb18030(_ text: String) -> [UInt8] {
    [UInt8](text.data(using: .init(rawValue: 0x8000_0632)) ?? Data())
  }
}
