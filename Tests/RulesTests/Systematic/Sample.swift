import DocumentModel
import Extraction
import ReportModel
import Rules
import TestFixtures

/// A good report in one of its formats, as it is read.
struct Sample: Sendable {
  var file: String
  var document: Document
  var report: AnnualReport

  init(_ file: String) throws {
    let extract = try Extractor().extract(Corpus.bytes(file))
    guard case .document(let document) = extract,
      let report = Subject(extract: extract, reader: ReportReader(library: try FormLibrary.builtIn())).report
    else { throw NoReport(file: file) }
    self.file = file
    self.document = document
    self.report = report
  }

  /// Every cell of a table.
  func spots(_ table: String) -> [Spot] {
    report.tables.filter { $0.table.id == table }.flatMap { reading in
      reading.rows.flatMap { row in
        zip(row.row.columns, row.cells).compactMap { column, cell in
          cell.figure.map {
            Spot(
              table: table, row: row.row.id, column: column.id, label: "\(row.row.label)·\(column.label)", figure: $0,
              place: cell.place)
          }
        }
      }
    }
  }

  func spots(_ table: String, row: String) -> [Spot] {
    spots(table).filter { $0.row == row }
  }

  func spot(_ table: String, _ row: String, _ column: String) throws -> Spot {
    guard let spot = spots(table, row: row).first(where: { $0.column == column }) else {
      throw NoSuchCell(row: row, column: column)
    }
    return spot
  }
}

/// A cell of a good report.
struct Spot: Sendable {
  var table: String
  var row: String
  var column: String
  /// In the form's own words.
  var label: String
  var figure: Figure
  var place: Place
}

struct NoReport: Error {
  var file: String
}

struct NoSuchCell: Error {
  var row: String
  var column: String
}

extension Sample {
  /// Formats that keep tables, that keep columns, and that keep nothing but lines.
  static let endings = [
    "docx", "wps-style.docx", "html", "gbk.html", "odt", "pdf", "ofd", "layout.txt", "raw.txt", "gbk.txt",
  ]
  static let tabled = ["docx", "wps-style.docx", "html", "gbk.html", "odt", "pdf"]

  private static let read = Result {
    try Dictionary(
      uniqueKeysWithValues: ["qinghe-2024", "qinghe-2023", "xiaodian-2024"].flatMap { name in
        try endings.map { ("\(name).\($0)", try Sample("\(name).\($0)")) }
      })
  }

  /// Each file is read once for all tests.
  static func named(_ file: String) throws -> Sample {
    guard let sample = try read.get()[file] else { throw NoReport(file: file) }
    return sample
  }

  /// A report in all its formats, in turn.
  static func all(_ name: String, _ endings: [String] = endings) throws -> [Sample] {
    try endings.map { try named("\(name).\($0)") }
  }
}
