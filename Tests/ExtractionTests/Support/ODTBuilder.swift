/// An odt made for a test: the markup of its parts, put into a package.
struct ODTBuilder {
  var body: String
  /// The automatic styles of the content, and the common ones.
  var styles: String
  var common = ""
  /// What stands in the master styles.
  var masters = ""
  var properties = ""
  var mimetype: String? = "application/vnd.oasis.opendocument.text"
  /// What stands in the manifest behind the entry of the package.
  var manifest = ""

  init(_ body: String, styles: String = "") {
    self.body = body
    self.styles = styles
  }

  var bytes: [UInt8] {
    var parts: [(name: String, bytes: [UInt8])] = mimetype.map { [("mimetype", Array($0.utf8))] } ?? []
    let styleParts = """
      <office:styles>\(common)</office:styles><office:automatic-styles>\(styles)</office:automatic-styles>\
      <office:master-styles>\(masters)</office:master-styles>
      """
    parts += [
      (
        "content.xml",
        Self.root(
          "content",
          """
          <office:automatic-styles>\(styles)</office:automatic-styles>\
          <office:body><office:text>\(body)</office:text></office:body>
          """)
      ), ("styles.xml", Self.root("styles", styleParts)),
      ("meta.xml", Self.root("meta", "<office:meta>\(properties)</office:meta>")),
      (
        "META-INF/manifest.xml",
        Array(
          """
          <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry \
          manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>\(manifest)\
          </manifest:manifest>
          """.utf8)
      ),
    ]
    return StoredZip.bytes(parts)
  }

  private static func root(_ kind: String, _ content: String) -> [UInt8] {
    let family = "urn:oasis:names:tc:opendocument:xmlns"
    return Array(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <office:document-\(kind) xmlns:office="\(family):office:1.0" xmlns:text="\(family):text:1.0" \
      xmlns:table="\(family):table:1.0" xmlns:draw="\(family):drawing:1.0" xmlns:style="\(family):style:1.0" \
      xmlns:form="\(family):form:1.0" xmlns:field="urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0" \
      xmlns:meta="\(family):meta:1.0" xmlns:fo="\(family):xsl-fo-compatible:1.0" \
      xmlns:dc="http://purl.org/dc/elements/1.1/" \
      xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0">\(content)\
      </office:document-\(kind)>
      """.utf8)
  }
}

extension FlowReading {
  /// The texts of an odt with such a body, a table as its rows.
  static func openLines(_ body: String, styles: String = "") throws -> [String] {
    try document(ODTBuilder(body, styles: styles).bytes).lines
  }
}
