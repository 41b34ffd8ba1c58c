import Foundation

/// A report as a page of the web, written by hand.
package struct WebPage: Sendable {
  package var report: ReportSource

  package init(_ report: ReportSource) {
    self.report = report
  }

  package static func means(_ effect: Look.Effect) -> [String] { markup(effect).map(\.name) }

  static func markup(_ effect: Look.Effect) -> [LookMarkup] {
    switch effect {
    case .raised:
      [
        LookMarkup("sup", "<sup>", "</sup>"),
        LookMarkup("vertical-align: super", #"<span style="vertical-align:super;font-size:60%">"#, "</span>"),
        LookMarkup("a class", #"<span class="mark">"#, "</span>"),
        LookMarkup("a link in sup", "<sup><a href=\"#n\">", "</a></sup>"),
      ]
    case .struck:
      [
        LookMarkup("s", "<s>", "</s>"), LookMarkup("del", "<del>", "</del>"),
        LookMarkup("strike", "<strike>", "</strike>"),
        LookMarkup("line-through", #"<span style="text-decoration:line-through">"#, "</span>"),
        LookMarkup("a class", #"<span class="old">"#, "</span>"),
        LookMarkup("the long form", #"<b style="text-decoration-line: line-through">"#, "</b>"),
      ]
    case .unseen:
      [
        LookMarkup("display: none", #"<span style="display:none">"#, "</span>"),
        LookMarkup("visibility: hidden", #"<span style="visibility: hidden">"#, "</span>"),
        LookMarkup("white", ##"<span style="color:#fff">"##, "</span>"),
        LookMarkup("the old colour", #"<font color="white">"#, "</font>"),
        LookMarkup("its ground's colour", ##"<span style="color:#cde;background:#cde">"##, "</span>"),
        LookMarkup("no size", #"<span style="font-size:0">"#, "</span>"),
        LookMarkup("transparent", #"<span style="opacity:0">"#, "</span>"),
        LookMarkup("a transparent colour", #"<span style="color:transparent">"#, "</span>"),
        LookMarkup("a class", #"<span class="gone">"#, "</span>"),
        LookMarkup("an element in a class", #"<span class="box"><i>"#, "</i></span>"),
        LookMarkup("the attribute", "<span hidden>", "</span>"),
        LookMarkup("off the page", #"<span style="position:absolute;left:-9999px">"#, "</span>"),
        LookMarkup("a rule for paper", #"<span class="screen-only">"#, "</span>"),
      ]
    }
  }

  private static let style = """
    body{font-family:"Noto Serif CJK SC",serif} table{border-collapse:collapse} td{border:1px solid #000;padding:2px}
    .mark{vertical-align:super;font-size:60%} .old{text-decoration:line-through} .gone{display:none}
    .box i{visibility:hidden} @media all{.screen-only{display:none}}
    """

  package var text: String {
    let size = report.layout.fontSize
    return """
      <!DOCTYPE html><html><head><meta charset="utf-8"><title>\(Self.escaped(report.spelling(report.titleText)))</title>
      <style>\(Self.style) td{font-size:\(size)pt} \(report.layout.hasBorders ? "" : "td{border:none}")</style></head>
      <body>
      \(report.printedBlocks.map(markup).joined(separator: "\n"))
      </body></html>
      """
  }

  private func markup(_ block: PrintedBlock) -> String {
    switch block {
    case .title(let lines): "<h1>\(lines.map(words).joined(separator: "<br>"))</h1>"
    case .heading(let text, let index): "<h2>\(words(PrintedBlock.typed(text, index)))</h2>"
    case .text(let text), .caption(let text): "<p>\(words(text))</p>"
    case .table(let table):
      "<table>\(table.rows.map { "<tr>\($0.map(cell).joined())</tr>" }.joined(separator: "\n"))</table>"
    }
  }

  private func cell(_ cell: PrintedTable.Cell) -> String {
    let spans =
      (cell.columns > 1 ? #" colspan="\#(cell.columns)""# : "") + (cell.rows > 1 ? #" rowspan="\#(cell.rows)""# : "")
    let runs = cell.content.runs.map { run in
      guard let look = run.look else { return words(run.text) }
      let means = Self.markup(look.effect)[look.means]
      return means.before + words(run.text) + means.after
    }
    return "<td\(spans)>\(runs.joined())</td>"
  }

  private func words(_ text: String) -> String {
    Self.escaped(report.spelling(text)).replacingOccurrences(of: "\n", with: "<br>")
  }

  private static func escaped(_ words: String) -> String {
    words.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;")
  }
}
