import TestFixtures

/// A docx made for a test: the markup of its parts, put into a package.
struct DocxBuilder {
  var body: String
  /// What stands in the part of numbers and that of styles; the parts are left out for `nil`.
  var numbering: String?
  var styles: String?
  /// Other parts of the document, by name, each with the kind of relationship that leads to it.
  var parts: [(name: String, kind: String, text: String)] = []
  var mainPart = "word/document.xml"
  var contentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
  var namespace = transitional
  var relationshipFamily = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  /// Parts that are not put into the package in spite of all that leads to them.
  var missing: Set<String> = []

  static let transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  static let strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"

  init(_ body: String, numbering: String? = nil, styles: String? = nil) {
    self.body = body
    self.numbering = numbering
    self.styles = styles
  }

  var bytes: [UInt8] {
    StoredZip.bytes(texts.filter { !missing.contains($0.name) }.map { ($0.name, Array($0.text.utf8)) })
  }

  /// The same document in one file of XML, some of its parts in base64 instead of markup.
  func flat(inBase64: Set<String> = []) -> FlatPackage {
    let parts = texts.filter { $0.name != "[Content_Types].xml" && !missing.contains($0.name) }
    return FlatPackage(
      parts.map { part in
        let type = part.name == mainPart ? contentType : "application/xml"
        return .init(part.name, type: type, part.text.utf8, isBinary: inBase64.contains(part.name))
      })
  }

  private var texts: [(name: String, text: String)] {
    let folder = mainPart.split(separator: "/").dropLast().joined(separator: "/")
    let file = mainPart.split(separator: "/").last ?? ""
    var all: [(name: String, text: String)] = [
      ("[Content_Types].xml", contentTypes),
      (
        "_rels/.rels", Self.relationships([("\(relationshipFamily)/officeDocument", "/" + mainPart)] + packageRelations)
      ),
      (mainPart, root("document", "<w:body>\(body)</w:body>")),
    ]
    var relations: [(type: String, target: String)] = []
    if let numbering {
      relations.append(("\(relationshipFamily)/numbering", "numbering.xml"))
      all.append(("\(folder)/numbering.xml", root("numbering", numbering)))
    }
    if let styles {
      relations.append(("\(relationshipFamily)/styles", "styles.xml"))
      all.append(("\(folder)/styles.xml", root("styles", styles)))
    }
    for part in parts where part.kind != "core-properties" {
      relations.append(("\(relationshipFamily)/\(part.kind)", "/" + part.name))
      all.append((part.name, part.text))
    }
    all += parts.filter { $0.kind == "core-properties" }.map { ($0.name, $0.text) }
    all.append(("\(folder)/_rels/\(file).rels", Self.relationships(relations)))
    return all
  }

  private var packageRelations: [(type: String, target: String)] {
    let family = "http://schemas.openxmlformats.org/package/2006/relationships/metadata"
    return parts.filter { $0.kind == "core-properties" }.map { ("\(family)/core-properties", $0.name) }
  }

  private var contentTypes: String {
    """
    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
    <Default Extension="xml" ContentType="application/xml"/>\
    <Override PartName="/\(mainPart)" ContentType="\(contentType)"/></Types>
    """
  }

  /// Relationships called r1, r2 and so on.
  private static func relationships(_ relations: [(type: String, target: String)]) -> String {
    let list = relations.enumerated().map { index, relation in
      #"<Relationship Id="r\#(index + 1)" Type="\#(relation.type)" Target="\#(relation.target)"/>"#
    }
    return """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\(list.joined())\
      </Relationships>
      """
  }

  /// The root of a part, with the prefixes that Word uses.
  func root(_ name: String, _ content: String) -> String {
    """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <w:\(name) xmlns:w="\(namespace)" \
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" \
    xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
    xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" \
    xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" \
    xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" \
    xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" \
    xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" \
    xmlns:v="urn:schemas-microsoft-com:vml">\(content)</w:\(name)>
    """
  }
}

/// Short words for the markup of Word.
enum Word {
  static func p(_ content: String, properties: String = "") -> String {
    "<w:p>\(properties.isEmpty ? "" : "<w:pPr>\(properties)</w:pPr>")\(content)</w:p>"
  }

  static func run(_ text: String, properties: String = "") -> String {
    let properties = properties.isEmpty ? "" : "<w:rPr>\(properties)</w:rPr>"
    return "<w:r>\(properties)<w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
  }

  static func text(_ text: String) -> String { p(run(text)) }

  static func table(_ rows: String...) -> String { "<w:tbl>\(rows.joined())</w:tbl>" }

  static func row(_ cells: String..., properties: String = "") -> String {
    "<w:tr>\(properties.isEmpty ? "" : "<w:trPr>\(properties)</w:trPr>")\(cells.joined())</w:tr>"
  }

  static func cell(_ text: String, _ properties: String = "") -> String {
    "<w:tc><w:tcPr>\(properties)</w:tcPr>\(p(text.isEmpty ? "" : run(text)))</w:tc>"
  }

  /// A cell of any blocks.
  static func cell(blocks: String) -> String { "<w:tc>\(blocks)</w:tc>" }
}
