/// Portable documents (ISO 32000-1).
extension HostileFile {
  static let portable = [
    HostileFile(
      "a page tree that leads back to itself", "cycle.pdf", anyRefusal,
      pdf(pages: "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 /Parent 2 0 R >>")),
    HostileFile(
      "ten thousand pages", "pages.pdf", .refused(["unreadable"]),
      pdf(
        pages: "<< /Type /Pages /Kids [\((3..<10_003).map { "\($0) 0 R" }.joined(separator: " "))] /Count 10000 >>",
        objects: Array(repeating: "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>", count: 10_000), trailer: ""
      )
    ),
    HostileFile(
      "a page count of two billion", "count.pdf", anyRefusal,
      pdf(
        pages: "<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>")),
    HostileFile(
      "a page as large as a country", "huge.pdf", anyRefusal,
      pdf(contents: "BT /F1 12 Tf 72 720 Td (report) Tj ET", box: "0 0 1000000000 1000000000")),
    HostileFile(
      "a page without end", "infinite.pdf", anyRefusal,
      pdf(contents: "BT /F1 1e38 Tf 1e38 1e38 1e38 1e38 1e38 1e38 Tm (report) Tj ET", box: "-1e38 -1e38 1e38 1e38")),
    HostileFile(
      "100,000 arrays in each other", "arrays.pdf", anyRefusal,
      pdf(contents: "[".times(100_000) + "]".times(100_000) + " TJ", more: ["[".times(100_000)])),
    HostileFile(
      "100,000 dictionaries in each other", "dictionaries.pdf", anyRefusal,
      pdf(pages: "<< /Kids ".times(100_000) + ">>".times(100_000))),
    HostileFile(
      "a form that draws itself", "form.pdf", anyRefusal,
      pdf(contents: "/X Do", more: [stream("/X Do /X Do", form)])),
    HostileFile(
      "forms that draw each other, ever more of them", "forms.pdf", anyRefusal,
      pdf(
        contents: "/X Do",
        more: forms(6, ending: "BT /F1 9 Tf (x) Tj ET"))),
    HostileFile(
      "a million characters on each other", "characters.pdf", anyRefusal,
      pdf(contents: "BT /F1 12 Tf 72 720 Td " + "(0000000000) Tj ".times(100_000) + "ET")),
    HostileFile(
      "a million saved states", "states.pdf", anyRefusal, pdf(contents: "q ".times(1_000_000))),
    HostileFile(
      "a million lines", "strokes.pdf", anyRefusal,
      pdf(contents: "0 0 m 9 9 l S ".times(300_000) + "BT /F1 12 Tf (x) Tj ET")),
    HostileFile(
      "a stream that says to be longer than the file", "stream.pdf", anyRefusal,
      pdf(contents: "BT ET", length: "999999999999")),
    HostileFile(
      "a length that is itself", "length.pdf", anyRefusal, pdf(contents: "BT ET", length: "4 0 R")),
    HostileFile(
      "a filter two hundred times", "filters.pdf", anyRefusal,
      pdf(contents: "78", dictionary: "/Filter [\("/ASCIIHexDecode ".times(200))]")),
    HostileFile(
      "tables of objects that follow each other in a circle", "previous.pdf", anyRefusal,
      pdf(contents: "BT ET", trailer: "/Prev 9 /XRefStm 9")),
    HostileFile("the first line alone", "head.pdf", .refused(["unreadable"]), Array("%PDF-1.7\n".utf8)),
    HostileFile(
      "the first line and noise", "noise.pdf", .refused(["unreadable"]),
      Array("%PDF-1.7\n".utf8) + (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 7919 >> 3) }),
  ]

  /// Forms that draw each other so often that nobody lives to see the end; nothing in them is worth stopping for.
  package static let endless = HostileFile(
    "forms that draw each other until the end of time", "endless.pdf", .held,
    pdf(contents: "/X Do", more: forms(30, ending: "")))

  private static func forms(_ count: Int, ending: String) -> [String] {
    (0..<count).map { index in
      stream(
        "/X Do ".times(10),
        "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X \(7 + index) 0 R >> >>")
    } + [stream(ending, form)]
  }

  /// What such a page holds is too much, no text or no report; either may be said of it.
  private static let anyRefusal = Outcome.refused(["unreadable", "no-text-layer", "not-a-report"])
  private static let form = "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>"

  private static func stream(_ contents: String, _ dictionary: String, length: String? = nil) -> String {
    "<< /Length \(length ?? "\(contents.utf8.count)") \(dictionary) >>\nstream\n\(contents)\nendstream"
  }

  /// A single page with contents; further objects begin with number 6.
  private static func pdf(
    contents: String, box: String = "0 0 595 842", dictionary: String = "", length: String? = nil,
    more: [String] = [], trailer: String = ""
  ) -> [UInt8] {
    let resources = "<< /Font << /F1 5 0 R >> /XObject << /X 6 0 R >> >>"
    let page = "<< /Type /Page /Parent 2 0 R /MediaBox [\(box)] /Contents 4 0 R /Resources \(resources) >>"
    let objects = [
      page, stream(contents, dictionary, length: length), "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    return pdf(pages: "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", objects: objects + more, trailer: trailer)
  }

  private static func pdf(pages: String, _ objects: String...) -> [UInt8] {
    pdf(pages: pages, objects: objects, trailer: "")
  }

  private static func pdf(pages: String, objects: [String], trailer: String) -> [UInt8] {
    var file = Array("%PDF-1.7\n".utf8)
    var offsets: [String] = []
    let all = ["<< /Type /Catalog /Pages 2 0 R >>", pages] + objects
    for (index, object) in all.enumerated() {
      let offset = "\(file.count)"
      offsets.append("0".times(10 - offset.count) + offset + " 00000 n \n")
      file += Array("\(index + 1) 0 obj\n\(object)\nendobj\n".utf8)
    }
    let start = file.count
    let table = "xref\n0 \(all.count + 1)\n0000000000 65535 f \n" + offsets.joined()
    let end = "trailer << /Size \(all.count + 1) /Root 1 0 R \(trailer) >>\nstartxref\n\(start)\n%%EOF\n"
    return file + Array((table + end).utf8)
  }
}
