/// A flat OpenDocument text (OpenDocument 1.3, part 3), for an office suite to convert.
package struct OpenDocument: Sendable {
  package var reports: [ReportSource]

  package init(_ reports: ReportSource...) {
    self.reports = reports
  }

  /// The file.
  package var text: String {
    let layout = reports.first?.layout ?? TableLayout()
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
      xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" \
      xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
      xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
      xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" \
      office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
      <office:styles>\(Self.listStyle)\(OpenLooks.common)</office:styles>
      <office:automatic-styles>\(styles(layout))\(tableStyles)\
      \(OpenLooks.automatic)</office:automatic-styles>
      <office:master-styles><style:master-page style:name="Standard" style:page-layout-name="page">\
      <style:footer><text:p text:style-name="title">— <text:page-number/> —</text:p></style:footer>\
      </style:master-page></office:master-styles>
      <office:body><office:text>\(body)</office:text></office:body>
      </office:document>
      """
  }

  private var body: String {
    reports.enumerated().map { number, report in
      ReportBody(report: report, number: number).text
    }.joined()
  }

  private static let listStyle = """
    <text:list-style style:name="headings"><text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." \
    style:num-suffix="、"><style:list-level-properties text:list-level-position-and-space-mode="label-alignment">\
    <style:list-level-label-alignment text:label-followed-by="nothing"/></style:list-level-properties>\
    </text:list-level-style-number></text:list-style>
    """

  private func styles(_ layout: TableLayout) -> String {
    let border = layout.hasBorders ? "0.5pt solid #000000" : "none"
    return """
      <style:page-layout style:name="page"><style:page-layout-properties fo:page-width="\(layout.page.width)mm" \
      fo:page-height="\(layout.page.height)mm" fo:margin="15mm"/><style:footer-style/></style:page-layout>\
      \(paragraph("title", "center", 16))\(paragraph("body", "start", 11))\(paragraph("heading", "start", 13))\
      \(paragraph("label", "start", layout.fontSize))\
      \(paragraph("figure", layout.alignment.rawValue, layout.fontSize))\
      \(paragraph("break", "start", 11, #" fo:break-before="page""#))\
      \(cell("cell", border))\(cell("vertical", border, #" style:writing-mode="tb-rl""#))
      """
  }

  private func paragraph(_ name: String, _ alignment: String, _ size: Int, _ more: String = "") -> String {
    """
    <style:style style:name="\(name)" style:family="paragraph"><style:paragraph-properties \
    fo:text-align="\(alignment)"\(more)/><style:text-properties fo:font-size="\(size)pt" \
    style:font-size-asian="\(size)pt" fo:font-family="Noto Serif CJK SC" \
    style:font-family-asian="Noto Serif CJK SC"/></style:style>
    """
  }

  private func cell(_ name: String, _ border: String, _ more: String = "") -> String {
    """
    <style:style style:name="\(name)" style:family="table-cell"><style:table-cell-properties fo:border="\(border)" \
    fo:padding="0.5mm" style:vertical-align="middle"\(more)/></style:style>
    """
  }

  private var tableStyles: String {
    reports.enumerated().flatMap { number, report in
      report.printedTables.enumerated().map { index, table in
        let name = ReportBody.tableName(number, index)
        // Between the margins of 15 mm on either side.
        let width = report.layout.page.width - 30
        let all = table.widths.reduce(0, +)
        let columns = table.widths.enumerated().map { column, part in
          """
          <style:style style:name="\(name).\(column)" style:family="table-column"><style:table-column-properties \
          style:column-width="\(Double(width * part * 100 / all) / 100)mm"/></style:style>
          """
        }
        return """
          <style:style style:name="\(name)" style:family="table"><style:table-properties style:width="\(width)mm" \
          table:align="left"/></style:style>\(columns.joined())
          """
      }
    }.joined()
  }
}
