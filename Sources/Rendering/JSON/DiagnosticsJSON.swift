import DocumentModel
import Findings
package import ReportModel

/// The diagnostics for programs: the object `nianbaod/diagnostics/1`.
package enum DiagnosticsJSON {
  /// One JSON object in UTF-8 on one line, without a newline at its end. Members keep the contract's order; what is not
  /// known is absent, but for `report`, which is `null` when no report could be read.
  package static func render(_ judged: JudgedReport) -> [UInt8] {
    JSONObject.bytes { json in
      json.add("schema", "nianbaod/diagnostics/1")
      json.add("verdict", judged.verdict.rawValue)
      json.add("file") { add(judged.file, to: &$0) }
      if let report = judged.report {
        json.add("report") { add(report, to: &$0) }
      } else {
        json.addNull("report")
      }
      json.add("findings", array: judged.findings) { add($1, to: &$0) }
      json.add("checked") { checked in
        checked.add("at", CivilTime(secondsSince1970: judged.checkedAt).iso8601)
        checked.add("version", judged.version)
      }
      guard judged.verdict == .held else { return }
      json.add("held") { $0.add("reason", judged.heldBecause) }
    }
  }

  private static func add(_ file: FileFacts, to json: inout JSONObject) {
    json.add("name", file.name)
    json.add("format", file.format)
    json.add("bytes", file.bytes)
    json.add("sha256", file.sha256)
  }

  private static func add(_ report: AnnualReport, to json: inout JSONObject) {
    json.add("title", report.title?.text)
    json.add("office", report.office)
    json.add("year", report.year)
    json.add("form", report.form.id)
    json.add("figures") { json in
      for (id, figure) in report.figures { json.add(id, decimal: figure.description) }
    }
  }

  private static func add(_ place: FindingPlace, to json: inout JSONObject) {
    json.add("section", place.section)
    json.add("table", place.table)
    json.add("row", place.row)
    json.add("column", place.column)
    json.add("page", place.source.page)
    json.add("line", place.source.line)
  }

  private static func add(_ finding: Finding, to json: inout JSONObject) {
    json.add("rule", finding.rule.rawValue)
    json.add("severity", finding.severity.rawValue)
    json.add("message", finding.message)
    json.add("advice", finding.advice)
    json.add("place") { add(finding.place, to: &$0) }
    if !finding.otherPlaces.isEmpty { json.add("places", array: finding.places) { add($1, to: &$0) } }
    json.add("found", finding.found)
    json.add("expected", finding.expected)
    EvidenceJSON.add(finding, to: &json)
  }
}
