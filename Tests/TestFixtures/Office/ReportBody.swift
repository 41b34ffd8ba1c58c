import Foundation

/// A report's part of a flat OpenDocument text.
struct ReportBody {
  let report: ReportSource
  /// How many reports stand before it in the document.
  let number: Int

  static func tableName(_ report: Int, _ table: Int) -> String { "table\(report)-\(table)" }

  var text: String {
    var tables = 0
    var pieces = number > 0 ? [paragraph("", style: "break")] : []
    for block in report.printedBlocks {
      switch block {
      case .title(let lines):
        // Line breaks, as an author sets them in a long title.
        pieces.append(paragraph(lines.joined(separator: "\n"), style: "title"))
      case .heading(let words, let index): pieces.append(heading(words, index))
      case .text(let words): pieces.append(paragraph(words))
      case .caption(let words): pieces.append(paragraph(words, style: "title"))
      case .table(let printed):
        pieces.append(table(printed, name: Self.tableName(number, tables)))
        tables += 1
      }
    }
    return pieces.joined(separator: "\n")
  }

  private func heading(_ words: String, _ index: Int) -> String {
    switch report.headings {
    case .typed:
      return paragraph(PrintedBlock.typed(words, index), style: "heading")
    case .automatic:
      let first = index == 0 ? #" xml:id="headings\#(number)""# : #" text:continue-list="headings\#(number)""#
      return """
        <text:list text:style-name="headings"\(first)><text:list-item>\(paragraph(words, style: "heading"))\
        </text:list-item></text:list>
        """
    }
  }

  private func paragraph(_ words: String, style: String = "body") -> String {
    paragraph(StyledText(words), style: style)
  }

  private func paragraph(_ words: StyledText, style: String) -> String {
    let runs = words.runs.map { run in
      let text = written(run.text)
      guard let look = run.look else { return text }
      let means = OpenLooks.markup(look.effect)[look.means]
      return means.before + text + means.after
    }
    return #"<text:p text:style-name="\#(style)">\#(runs.joined())</text:p>"#
  }

  private func table(_ table: PrintedTable, name: String) -> String {
    let columns = table.widths.indices.map { #"<table:table-column table:style-name="\#(name).\#($0)"/>"# }
    let rows = table.grid.map { "<table:table-row>\($0.map(cell).joined())</table:table-row>\n" }
    let headCount = report.layout.repeatsHeader ? table.head.count : 0
    let head = headCount > 0 ? "<table:table-header-rows>\(rows[..<headCount].joined())</table:table-header-rows>" : ""
    return """
      <table:table table:name="\(name)" table:style-name="\(name)">\(columns.joined())\(head)\
      \(rows[headCount...].joined())</table:table>
      """
  }

  private func cell(_ cell: PrintedTable.Cell?) -> String {
    guard let cell else { return "<table:covered-table-cell/>" }
    let style = cell.kind == .vertical ? "vertical" : "cell"
    let spans =
      (cell.columns > 1 ? #" table:number-columns-spanned="\#(cell.columns)""# : "")
      + (cell.rows > 1 ? #" table:number-rows-spanned="\#(cell.rows)""# : "")
    return """
      <table:table-cell table:style-name="\(style)" office:value-type="string"\(spans)>\
      \(paragraph(cell.content, style: cell.kind == .figure ? "figure" : "label"))</table:table-cell>
      """
  }

  private func written(_ words: String) -> String {
    report.spelling(words).replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;")
      .replacingOccurrences(of: "\n", with: "<text:line-break/>")
  }
}
