import Findings

/// What a finding shows, for programs.
///
/// The member `evidence` is absent when there is none. Its elements are of two kinds, and more may come:
///
///     { "kind": "quote", "source": "本报告第一部分", "text": "全年共收到申请 126 件。", "marked": [[5,10]] }
///     { "kind": "comparison", "columns": ["2023年报告", "本报告"],
///       "rows": [{ "label": "现行有效", "values": ["31", "38"] }] }
///
/// `marked` counts Unicode code points: where marked words begin, and where what follows them begins. A value is `""`
/// where there is none. What is too long to be read is cut as on the page, and ends in `…（共 10000 字）`; elements and
/// rows beyond what the page shows are left out.
enum EvidenceJSON {
  static func add(_ finding: Finding, to json: inout JSONObject) {
    let items = ShownEvidence(of: finding).items
    guard !items.isEmpty else { return }
    json.add("evidence", array: items) { json, item in
      switch item {
      case .quote(let quote): add(quote, to: &json)
      case .comparison(let comparison): add(comparison, to: &json)
      }
    }
  }

  private static func add(_ quote: ShownQuote, to json: inout JSONObject) {
    let (text, marked) = quote.marked
    json.add("kind", "quote")
    json.add("source", quote.source)
    json.add("text", text)
    json.add("marked", ranges: marked)
  }

  private static func add(_ comparison: ShownComparison, to json: inout JSONObject) {
    json.add("kind", "comparison")
    json.add("columns", strings: comparison.columns)
    json.add("rows", array: comparison.rows) { json, row in
      json.add("label", row.label)
      json.add("values", strings: row.values)
    }
  }
}
