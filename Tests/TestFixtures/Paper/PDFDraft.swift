import Foundation

/// A PDF written by hand: as little as a reader needs, with what a test is about.
package struct PDFDraft {
  package struct Page {
    /// What is painted, in the language of PDF, from the lower left corner.
    package var content: String
    /// Entries of the page's dictionary, such as `/Rotate 90`.
    package var entries = ""
    /// In points.
    package var size = (width: 400, height: 600)

    package init(content: String, entries: String = "", size: (width: Int, height: Int) = (400, 600)) {
      self.content = content
      self.entries = entries
      self.size = size
    }
  }

  /// Chinese text in UTF-16, in a font that is not in the file.
  package static let songti = """
    << /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [ << /Type /Font \
    /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> \
    /DW 1000 >> ] >>
    """

  package var pages: [Page]
  /// The font called `/F`.
  package var font = songti
  /// Further objects: the first has the number 10.
  package var objects: [String] = []
  /// Entries of the resources, the trailer and the catalog.
  package var resources = ""
  package var trailer = ""
  package var catalog = ""
  /// Overrides the number of pages that the document claims to have.
  package var count: Int?

  package init(
    pages: [Page], font: String = songti, objects: [String] = [], resources: String = "", trailer: String = "",
    catalog: String = "", count: Int? = nil
  ) {
    self.pages = pages
    self.font = font
    self.objects = objects
    self.resources = resources
    self.trailer = trailer
    self.catalog = catalog
    self.count = count
  }

  package var bytes: [UInt8] {
    let firstPage = 10 + objects.count
    let kids = pages.indices.map { "\(firstPage + 2 * $0) 0 R" }.joined(separator: " ")
    var bodies: [(number: Int, body: String)] = [
      (1, "<< /Type /Catalog /Pages 2 0 R \(catalog) >>"),
      (2, "<< /Type /Pages /Kids [ \(kids) ] /Count \(count ?? pages.count) >>"),
      (3, font),
    ]
    for (index, object) in objects.enumerated() { bodies.append((10 + index, object)) }
    for (index, page) in pages.enumerated() {
      let number = firstPage + 2 * index
      bodies.append(
        (
          number,
          """
          << /Type /Page /Parent 2 0 R /MediaBox [0 0 \(page.size.width) \(page.size.height)] /Resources << /Font << /F 3 0 R >> \(resources) >> \
          /Contents \(number + 1) 0 R \(page.entries) >>
          """
        ))
      bodies.append((number + 1, Self.stream(page.content)))
    }
    return Self.file(bodies, trailer: trailer)
  }

  package static func stream(_ content: String, entries: String = "") -> String {
    "<< /Length \(content.utf8.count) \(entries) >>\nstream\n\(content)\nendstream"
  }

  /// A file of numbered objects with its table of where they are.
  package static func file(_ bodies: [(number: Int, body: String)], trailer: String = "") -> [UInt8] {
    var file = "%PDF-1.7\n"
    var entries = "0 1\n0000000000 65535 f \n"
    for (number, body) in bodies {
      let offset = String(repeating: "0", count: 10 - "\(file.utf8.count)".count) + "\(file.utf8.count)"
      entries += "\(number) 1\n\(offset) 00000 n \n"
      file += "\(number) 0 obj\n\(body)\nendobj\n"
    }
    let size = (bodies.map(\.number).max() ?? 0) + 1
    let start = file.utf8.count
    file += "xref\n\(entries)trailer\n<< /Size \(size) /Root 1 0 R \(trailer) >>\nstartxref\n\(start)\n%%EOF\n"
    return Array(file.utf8)
  }
}

/// Text at a place, from the lower left corner, 10 points large; `operators` come before it is shown.
package func painted(_ text: String, _ x: Int, _ y: Int, operators: String = "") -> String {
  "BT /F 10 Tf \(operators) \(x) \(y) Td <\(utf16(text))> Tj ET\n"
}

/// UTF-16, in hexadecimal digits.
package func utf16(_ text: String) -> String {
  text.utf16.map { String(format: "%04X", $0) }.joined()
}
