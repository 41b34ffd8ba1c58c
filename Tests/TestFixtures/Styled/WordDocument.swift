import Foundation

/// A report as Word saves it (ECMA-376), written by hand.
package struct WordDocument: Sendable {
  package var report: ReportSource

  package init(_ report: ReportSource) {
    self.report = report
  }

  package static func means(_ effect: Look.Effect) -> [String] { markup(effect).map(\.name) }

  /// Properties of a run, or the name of a kind of run.
  static func markup(_ effect: Look.Effect) -> [LookMarkup] {
    switch effect {
    case .raised:
      [
        LookMarkup("vertAlign", #"<w:vertAlign w:val="superscript"/>"#),
        LookMarkup("position", #"<w:position w:val="8"/><w:sz w:val="12"/>"#),
        LookMarkup("a style of its kind", #"<w:rStyle w:val="Mark"/>"#),
        LookMarkup("a style upon another", #"<w:rStyle w:val="MarkUpon"/>"#),
      ]
    case .struck:
      [
        LookMarkup("strike", "<w:strike/>"), LookMarkup("dstrike", "<w:dstrike/>"),
        LookMarkup("strike by a style", #"<w:rStyle w:val="Old"/>"#),
        LookMarkup("a style upon another", #"<w:rStyle w:val="OldUpon"/>"#),
      ]
    case .unseen:
      [
        LookMarkup("vanish", "<w:vanish/>"),
        LookMarkup("white", #"<w:color w:val="FFFFFF"/>"#),
        LookMarkup("nearly white", #"<w:color w:val="FEFEFE"/>"#),
        LookMarkup("the theme's ground", #"<w:color w:val="FFFFFF" w:themeColor="background1"/>"#),
        LookMarkup(
          "its ground's colour", #"<w:color w:val="CCDDEE"/><w:shd w:val="clear" w:color="auto" w:fill="CCDDEE"/>"#),
        LookMarkup("vanish by a style", #"<w:rStyle w:val="Gone"/>"#),
        LookMarkup("a style upon another", #"<w:rStyle w:val="GoneUpon"/>"#),
        LookMarkup("white by a style", #"<w:rStyle w:val="White"/>"#),
        LookMarkup("no ink", "<w14:textFill><w14:noFill/></w14:textFill>"),
        LookMarkup("a deletion that is tracked", "DELETED"),
        LookMarkup("a move that is tracked", "MOVED"),
        LookMarkup("the code of a field", "CODE"),
      ]
    }
  }

  private static let styles = """
    <w:style w:type="character" w:styleId="Mark"><w:name w:val="footnote reference"/><w:rPr>\
    <w:vertAlign w:val="superscript"/></w:rPr></w:style>\
    <w:style w:type="character" w:styleId="MarkUpon"><w:name w:val="mark upon"/><w:basedOn w:val="Mark"/></w:style>\
    <w:style w:type="character" w:styleId="Old"><w:name w:val="old"/><w:rPr><w:strike/></w:rPr></w:style>\
    <w:style w:type="character" w:styleId="OldUpon"><w:name w:val="old upon"/><w:basedOn w:val="Old"/></w:style>\
    <w:style w:type="character" w:styleId="Gone"><w:name w:val="gone"/><w:rPr><w:vanish/></w:rPr></w:style>\
    <w:style w:type="character" w:styleId="GoneUpon"><w:name w:val="gone upon"/><w:basedOn w:val="Gone"/></w:style>\
    <w:style w:type="character" w:styleId="White"><w:name w:val="white"/><w:rPr><w:color w:val="FFFFFF"/></w:rPr>\
    </w:style>
    """

  package var bytes: [UInt8] {
    PackedFile([
      "[Content_Types].xml": """
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
      <Default Extension="xml" ContentType="application/xml"/>\
      <Override PartName="/word/document.xml" ContentType="\(Self.type).document.main+xml"/>\
      <Override PartName="/word/styles.xml" ContentType="\(Self.type).styles+xml"/></Types>
      """,
      "_rels/.rels": Self.relationships("officeDocument", "word/document.xml"),
      "word/_rels/document.xml.rels": Self.relationships("styles", "styles.xml"),
      "word/styles.xml": Self.part("styles", Self.styles),
      "word/document.xml": Self.part(
        "document", "<w:body>\(report.printedBlocks.map(markup).joined(separator: "\n"))</w:body>"),
    ]).bytes
  }

  private static let type = "application/vnd.openxmlformats-officedocument.wordprocessingml"

  private static func relationships(_ kind: String, _ target: String) -> String {
    """
    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" \
    Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/\(kind)" Target="\(target)"/>\
    </Relationships>
    """
  }

  private static func part(_ name: String, _ content: String) -> String {
    """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <w:\(name) xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
    xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">\(content)</w:\(name)>
    """
  }

  private func markup(_ block: PrintedBlock) -> String {
    switch block {
    case .title(let lines): Self.paragraph(run(lines.joined(separator: "\n"), size: 16), #"<w:jc w:val="center"/>"#)
    case .heading(let text, let index): Self.paragraph(run(PrintedBlock.typed(text, index), size: 13))
    case .text(let text), .caption(let text): Self.paragraph(run(text, size: 11))
    case .table(let table): markup(table)
    }
  }

  private func markup(_ table: PrintedTable) -> String {
    // 180 mm, in twentieths of a point.
    let all = table.widths.reduce(0, +)
    let widths = table.widths.map { $0 * 10_200 / all }
    let line = report.layout.hasBorders ? #"w:val="single" w:sz="4""# : #"w:val="none""#
    let borders = ["top", "left", "bottom", "right", "insideH", "insideV"].map { "<w:\($0) \(line)/>" }.joined()
    let grid = widths.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined()
    var above: [Int: PrintedTable.Cell] = [:]
    let rows = table.grid.map { row in
      var cells = ""
      var column = 0
      while column < row.count {
        let cell = row[column]
        if let cell { above[column] = cell }
        // A cell that is covered by one above goes on with it; one that is covered from the left does not come up here.
        let shown = cell ?? above[column] ?? PrintedTable.Cell(text: "")
        let merge =
          shown.rows == 1 ? "" : cell == nil ? "<w:vMerge/>" : #"<w:vMerge w:val="restart"/>"#
        let width = widths[column..<min(column + shown.columns, widths.count)].reduce(0, +)
        cells += """
          <w:tc><w:tcPr><w:tcW w:w="\(width)" w:type="dxa"/><w:gridSpan w:val="\(shown.columns)"/>\(merge)</w:tcPr>\
          \(Self.paragraph(cell == nil ? "" : runs(shown)))</w:tc>
          """
        column += shown.columns
      }
      return "<w:tr>\(cells)</w:tr>"
    }
    return """
      <w:tbl><w:tblPr><w:tblW w:w="10200" w:type="dxa"/><w:tblBorders>\(borders)</w:tblBorders>\
      <w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>\(grid)</w:tblGrid>\(rows.joined(separator: "\n"))</w:tbl>
      """
  }

  private func runs(_ cell: PrintedTable.Cell) -> String {
    cell.content.runs.map { run($0.text, look: $0.look, size: report.layout.fontSize) }.joined()
  }

  private func run(_ text: String, look: Look? = nil, size: Int) -> String {
    let means = look.map { Self.markup($0.effect)[$0.means].before } ?? ""
    let text = Self.escaped(report.spelling(text))
    func run(_ properties: String, _ element: String) -> String {
      let lines = text.components(separatedBy: "\n").map {
        "<w:\(element) xml:space=\"preserve\">\($0)</w:\(element)>"
      }
      return """
        <w:r><w:rPr>\(properties)\(properties.contains("w:sz ") ? "" : #"<w:sz w:val="\#(size * 2)"/>"#)</w:rPr>\
        \(lines.joined(separator: "<w:br/>"))</w:r>
        """
    }
    switch means {
    case "DELETED": return #"<w:del w:id="1" w:author="a">\#(run("", "delText"))</w:del>"#
    case "MOVED": return #"<w:moveFrom w:id="2" w:author="a">\#(run("", "t"))</w:moveFrom>"#
    case "CODE":
      return """
        <w:r><w:fldChar w:fldCharType="begin"/></w:r>\(run("", "instrText"))<w:r><w:fldChar w:fldCharType="end"/></w:r>
        """
    default: return run(means, "t")
    }
  }

  private static func paragraph(_ content: String, _ properties: String = "") -> String {
    "<w:p><w:pPr>\(properties)</w:pPr>\(content)</w:p>"
  }

  private static func escaped(_ words: String) -> String {
    words.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;")
  }
}
