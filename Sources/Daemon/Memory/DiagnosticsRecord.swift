import Findings
import Foundation
import Ledger

/// The object `nianbaod/diagnostics/1`, as far as the ledger keeps it.
struct DiagnosticsRecord: Decodable {
  struct File: Decodable {
    var format: String?
    var bytes: Int
    var sha256: String?
  }

  struct Report: Decodable {
    var title: String?
    var office: String?
    var year: Int?
    var form: String?
    var figures: [String: Decimal]
  }

  struct Finding: Decodable {
    var rule: String
    var severity: String
    var message: String
    var place: Place?
    /// All of them, where there are several.
    var places: [Place]?
    var found: String?

    var row: FindingRow {
      FindingRow(
        rule: rule, severity: FindingRow.Severity(rawValue: severity) ?? .info, message: message,
        places: (places ?? [place].compactMap { $0 }).compactMap { $0.inForm.id }, found: found)
    }
  }

  struct Place: Decodable {
    var section: Int?
    var table: String?
    var row: String?
    var column: String?

    var inForm: FindingPlace { FindingPlace(section: section, table: table, row: row, column: column) }
  }

  struct Checked: Decodable {
    var at: String
  }

  var schema: String
  var verdict: SubmissionRow.Verdict
  var file: File
  var report: Report?
  var findings: [Finding]
  var checked: Checked

  var isSupported: Bool { schema == "nianbaod/diagnostics/1" }

  /// In seconds since 1970.
  var checkedAt: Int? {
    (try? Date(checked.at, strategy: .iso8601)).map { Int($0.timeIntervalSince1970) }
  }

  /// By their ids, which keep no order here.
  var figures: [FigureRow] {
    (report?.figures ?? [:]).sorted { $0.key < $1.key }.compactMap { id, value in
      let decimals = max(0, -value.exponent)
      guard decimals <= 18, let significand = Int(exactly: NSDecimalNumber(decimal: value * pow(10, decimals)))
      else { return nil }
      return FigureRow(id: id, significand: significand, decimals: decimals)
    }
  }
}
