import Findings

/// Writes quotes and comparisons as rows of a finding's table.
enum EvidenceRows {
  static func write(_ evidence: ShownEvidence, to html: inout HTMLWriter) {
    var last = ""
    for item in evidence.items {
      let name = name(of: item)
      html.element("tr") { html in
        // Several of a kind are named once.
        html.element("th", .class("evidence"), text: name == last ? "" : name)
        html.element("td", .class("evidence")) { html in
          switch item {
          case .quote(let quote): write(quote, to: &html)
          case .comparison(let comparison): write(comparison, to: &html)
          }
        }
      }
      last = name
    }
    guard let remainder = evidence.remainder else { return }
    html.element("tr") { html in
      html.element("th", text: "")
      html.element("td", .class("evidence")) { $0.element("p", .class("source"), text: remainder) }
    }
  }

  private static func name(of item: ShownEvidence.Item) -> String {
    switch item {
    case .quote: "原文"
    case .comparison: "对照"
    }
  }

  private static func write(_ quote: ShownQuote, to html: inout HTMLWriter) {
    html.element("blockquote") { html in
      for run in quote.runs {
        if run.isMarked {
          html.element("mark", text: run.text)
        } else {
          html.text(run.text)
        }
      }
    }
    guard !quote.source.isEmpty else { return }
    html.element("p", .class("source"), text: quote.source)
  }

  private static func write(_ comparison: ShownComparison, to html: inout HTMLWriter) {
    html.element("table", .class("comparison columns-\(comparison.columns.count)")) { html in
      html.element("thead") { html in
        html.element("tr") { html in
          html.element("th", .class("label"), text: "")
          for column in comparison.columns { html.element("th", text: column) }
        }
      }
      html.element("tbody") { html in
        for row in comparison.rows {
          html.element("tr") { html in
            html.element("th", .class("label"), text: row.label)
            for value in row.values { html.element("td", text: value) }
          }
        }
      }
    }
    guard let remainder = comparison.remainder else { return }
    html.element("p", .class("source"), text: remainder)
  }
}
