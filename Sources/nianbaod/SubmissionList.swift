import Foundation
import Ledger
import Rendering

/// Submissions, printed for people and for programs.
struct SubmissionList {
  var rows: [SubmissionSummary]

  // MARK: For people

  private static let heading = ["TIME", "VERDICT", "YEAR", "OFFICE", "ERRORS", "WARNINGS", "FILE"]

  var table: String {
    let cells = [Self.heading] + rows.map(Self.cells)
    let widths = Self.heading.indices.map { column in cells.map { $0[column].columns }.max() ?? 0 }
    return cells.map { row in
      let padded = zip(row, widths).map { $0 + String(repeating: " ", count: max(0, $1 - $0.columns)) }
      return padded.joined(separator: "  ").trimmingSuffix + "\n"
    }.joined()
  }

  private static func cells(_ row: SubmissionSummary) -> [String] {
    [
      LocalTime.text(row.settledAt), row.verdict.rawValue, row.year.map(String.init) ?? "-",
      row.office?.shown(limit: 40) ?? "-", "\(row.errors)", "\(row.warnings)", text(row.outcomePath).shown(limit: 260),
    ]
  }

  // MARK: For programs

  struct Object: Encodable {
    var id: String
    /// ISO 8601, UTC.
    var settledAt: String
    var verdict: String
    var office: String?
    var year: Int?
    var title: String?
    var format: String?
    var bytes: Int
    /// Absent of a file that was refused for its size and not read.
    var sha256: String?
    var errors: Int
    var warnings: Int
    var rules: [String]
    /// Below the inbox, where it was handed in.
    var path: String
    /// Below the spool.
    var outcome: String
    var diagnostics: String?
    var durationUsec: Int

    init(_ row: SubmissionSummary) {
      id = row.id
      settledAt = CivilTime(secondsSince1970: row.settledAt).iso8601
      verdict = row.verdict.rawValue
      office = row.office
      year = row.year
      title = row.title
      format = row.format
      bytes = row.bytes
      sha256 = row.sha256
      errors = row.errors
      warnings = row.warnings
      rules = row.rules
      path = text(row.path)
      outcome = text(row.outcomePath)
      diagnostics = row.diagnosticsPath.map(text)
      durationUsec = row.durationMicroseconds
    }
  }

  /// One object a line.
  func json() throws -> String {
    try rows.map { try Self.encoded(Object($0)) + "\n" }.joined()
  }

  static func encoded(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self).withoutUnseenInJSON
  }

  /// RFC 4180, UTF-8. What cannot be seen is shown as on the page; names as they are stand in the JSON.
  var csv: String {
    let heading = [
      "settled_at", "verdict", "year", "office", "title", "errors", "warnings", "rules", "path", "outcome",
      "diagnostics",
      "format", "bytes", "sha256", "duration_usec", "id",
    ]
    let lines = rows.map { row in
      let object = Object(row)
      return [
        object.settledAt, object.verdict, object.year.map(String.init) ?? "", object.office ?? "", object.title ?? "",
        "\(object.errors)", "\(object.warnings)", object.rules.joined(separator: " "), object.path, object.outcome,
        object.diagnostics ?? "", object.format ?? "", "\(object.bytes)", object.sha256 ?? "", "\(object.durationUsec)",
        object.id,
      ]
    }
    return ([heading] + lines).map { $0.map(CSVField.text).joined(separator: ",") + "\r\n" }.joined()
  }
}

/// Names are bytes; what is no UTF-8 is shown with replacement characters.
private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

extension String {
  fileprivate var trimmingSuffix: String {
    String(reversed().drop { $0 == " " }.reversed())
  }
}

/// Moments in the machine's own time zone.
enum LocalTime {
  /// `2027-01-12 16:30:00`
  static func text(_ secondsSince1970: Int) -> String {
    let date = Date(timeIntervalSince1970: TimeInterval(secondsSince1970))
    let offset = TimeZone.current.secondsFromGMT(for: date)
    return String(CivilTime(secondsSince1970: secondsSince1970, offset: offset).iso8601.dropLast())
      .replacing("T", with: " ")
  }
}
