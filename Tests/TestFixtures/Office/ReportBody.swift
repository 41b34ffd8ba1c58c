import Foundation

/// A report's part of a flat OpenDocument text.
struct ReportBody {
  let report: ReportSource
  /// How many reports stand before it in the document.
  let number: Int

  static func tableName(_ report: Int, _ table: Int) -> String { "table\(report)-\(table)" }

  var text: String {
    let title = report.title ?? [report.titleText]
    var pieces = number > 0 ? [paragraph("", style: "break")] : []
    pieces += report.preamble.map { paragraph($0) }
    // Line breaks, as an author sets them in a long title.
    pieces.append(
      #"<text:p text:style-name="title">\#(title.map(Self.escaped).joined(separator: "<text:line-break/>"))</text:p>"#)
    pieces.append(paragraph(report.introduction))
    let tables = report.printedTables
    for (index, words) in report.sections.enumerated() {
      pieces.append(heading(words, index))
      pieces += report.prose(index + 1).map { paragraph($0) }
      guard (1...3).contains(index) else { continue }
      pieces += [report.caption(index + 1)].compactMap { $0.map { paragraph($0, style: "title") } }
      pieces.append(table(tables[index - 1], name: Self.tableName(number, index - 1)))
    }
    return pieces.joined(separator: "\n")
  }

  private func heading(_ words: String, _ index: Int) -> String {
    let ordinal = ["一", "二", "三", "四", "五", "六"][index]
    switch report.headings {
    case .typed:
      return paragraph("\(ordinal)、\(words)", style: "heading")
    case .automatic:
      let first = index == 0 ? #" xml:id="headings\#(number)""# : #" text:continue-list="headings\#(number)""#
      return """
        <text:list text:style-name="headings"\(first)><text:list-item>\(paragraph(words, style: "heading"))\
        </text:list-item></text:list>
        """
    }
  }

  private func paragraph(_ words: String, style: String = "body") -> String {
    #"<text:p text:style-name="\#(style)">\#(Self.escaped(words))</text:p>"#
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
      \(paragraph(cell.text, style: cell.kind == .figure ? "figure" : "label"))</table:table-cell>
      """
  }

  private static func escaped(_ words: String) -> String {
    words.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;")
  }
}
