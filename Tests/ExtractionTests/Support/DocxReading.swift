import DocumentModel
import Extraction
import Testing

/// What is read of a file made for a test.
enum FlowReading {
  static func document(_ bytes: [UInt8], limits: DocumentLimits = DocumentLimits()) throws -> Document {
    let extract = try Extractor().extract(bytes, limits: limits)
    guard case .document(let document) = extract else { throw NoDocument(extract: extract) }
    return document
  }

  static func obstacle(_ bytes: [UInt8], limits: DocumentLimits = DocumentLimits()) throws -> Obstacle? {
    guard case .obstacle(let obstacle) = try Extractor().extract(bytes, limits: limits) else { return nil }
    return obstacle
  }

  /// The texts of a docx with such a body, a table as its rows.
  static func lines(_ body: String, numbering: String? = nil, styles: String? = nil) throws -> [String] {
    try document(DocxBuilder(body, numbering: numbering, styles: styles).bytes).lines
  }
}

struct NoDocument: Error {
  var extract: Extract
}

extension Document {
  /// Paragraphs, and the rows of tables with ` | ` between their cells.
  var lines: [String] {
    blocks.flatMap { block in
      switch block {
      case .paragraph(let paragraph): [paragraph.text]
      case .table(let table): table.rows.map { $0.map(\.text).joined(separator: " | ") }
      }
    }
  }

  var paragraphs: [Paragraph] {
    blocks.compactMap { block in
      if case .paragraph(let paragraph) = block { paragraph } else { nil }
    }
  }

  var tables: [Table] {
    blocks.compactMap { block in
      if case .table(let table) = block { table } else { nil }
    }
  }
}

extension Table {
  var rows: [[Cell]] {
    Dictionary(grouping: cells) { $0.place.row ?? 0 }.sorted { $0.key < $1.key }.map(\.value)
  }

  /// Each cell as `row,column height×width text`.
  var layout: [String] {
    cells.map { "\($0.place.row ?? 0),\($0.place.column ?? 0) \($0.rowSpan)×\($0.columnSpan) \($0.text)" }
  }
}
