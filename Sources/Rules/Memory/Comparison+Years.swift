import Findings
import ReportModel

extension Comparison {
  /// Figures of an earlier report beside those of the report in hand.
  init(with last: AcceptedReport, rows: [Row]) {
    self.init(columns: [Self.report(of: last.year), Self.thisReport], rows: rows)
  }
}

extension Comparison.Row {
  /// A figure of the earlier report and one of the report in hand, as far as there are such.
  init(_ label: String, before: Figure? = nil, now: Figure?) {
    self.init(label, [before?.description ?? "", now?.description ?? ""])
  }
}
