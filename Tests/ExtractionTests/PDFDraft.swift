import Foundation

/// A PDF written by hand: as little as a reader needs, with what a test is about.
struct PDFDraft {
  struct Page {
    /// What is painted, in the language of PDF, from the lower left corner.
    var content: String
    /// Entries of the page's dictionary, such as `/Rotate 90`.
    var entries = ""
  }

  /// Chinese text in UTF-16, in a font that is not in the file.
  static let songti = """
    << /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [ << /Type /Font \
    /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> \
    /DW 1000 >> ] >>
    """

  var pages: [Page]
  /// The font called `/F`.
  var font = songti
  /// Further objects: the first has the number 10.
  var objects: [String] = []
  /// Entries of the resources, the trailer and the catalog.
  var resources = ""
  var trailer = ""
  var catalog = ""
  /// Overrides the number of pages that the document claims to have.
  var count: Int?

  var bytes: [UInt8] {
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
          << /Type /Page /Parent 2 0 R /MediaBox [0 0 400 600] /Resources << /Font << /F 3 0 R >> \(resources) >> \
          /Contents \(number + 1) 0 R \(page.entries) >>
          """
        ))
      bodies.append((number + 1, Self.stream(page.content)))
    }
    return Self.file(bodies, trailer: trailer)
  }

  static func stream(_ content: String, entries: String = "") -> String {
    "<< /Length \(content.utf8.count) \(entries) >>\nstream\n\(content)\nendstream"
  }

  /// A file of numbered objects with its table of where they are.
  static func file(_ bodies: [(number: Int, body: String)], trailer: String = "") -> [UInt8] {
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
func painted(_ text: String, _ x: Int, _ y: Int, operators: String = "") -> String {
  "BT /F 10 Tf \(operators) \(x) \(y) Td <\(utf16(text))> Tj ET\n"
}

/// UTF-16, in hexadecimal digits.
func utf16(_ text: String) -> String {
  text.utf16.map { String(format: "%04X", $0) }.joined()
}
