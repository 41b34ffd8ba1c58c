/// Text and web pages.
extension HostileFile {
  static let texts = [
    HostileFile("nothing", "empty.docx", .refused(["unreadable"]), []),
    HostileFile(
      "30 MB on one line", "line.txt", .refused(["not-a-report"]), Array("年报统计".times((30 << 20) / 12).utf8)),
    HostileFile(
      "6 MB of figures on one line", "figures.txt", .refused(["not-a-report"]), Array("12 ".times(2 << 20).utf8)),
    HostileFile(
      "a report with 4 MB on one line in it", "long.txt", .accepted,
      Array(try Corpus.text().replacingOnly("（三）政府信息管理", with: "及时公开，".times((4 << 20) / 15) + "（三）政府信息管理").utf8)),
    HostileFile(
      "4 MB of line ends", "lines.txt", .refused(["unreadable"]), [UInt8](repeating: 10, count: 4 << 20)),
    HostileFile(
      "zero bytes", "zeros.txt", .refused(["unreadable"]), [UInt8](repeating: 0, count: 30 << 20)),
  ]

  static let markup = [
    HostileFile(
      "10 MB on one line of a page", "line.html", .refused(["not-a-report"]),
      page("<p>" + "统计".times((10 << 20) / 6) + "</p>")),
    HostileFile(
      "a million cells", "cells.html", .refused(["unreadable"]),
      page("<table>" + ("<tr>" + "<td>0".times(10)).times(100_000) + "</table>")),
    HostileFile(
      "a cell over a billion columns and rows", "span.html", .refused(["unreadable", "not-a-report"]),
      page(
        """
        <table><tr><td colspan=1000000000 rowspan=1000000000>1<td>2<td colspan=99999999999999999999>3</tr>\
        <tr><td rowspan=0 colspan=-5>4</table>
        """.times(1000))),
    HostileFile(
      "100,000 elements in each other in html", "deep.html", .refused(["unreadable", "not-a-report"]),
      page("<div>".times(100_000) + "深")),
    HostileFile(
      "100,000 tables in each other in html", "tables.html", .refused(["unreadable", "not-a-report"]),
      page("<table><tr><td>".times(100_000) + "深")),
    HostileFile(
      "100,000 letterings in each other in html", "letters.html", .refused(["unreadable", "not-a-report"]),
      page("<b><i>".times(50_000) + "<p>深")),
    HostileFile(
      "an element with 100,000 attributes", "attributes.html", .refused(["unreadable", "not-a-report"]),
      page("<p " + (0..<100_000).lazy.map { "a\($0)=1" }.joined(separator: " ") + ">甲")),
    HostileFile(
      "tags that are not closed", "open.html", .refused(["unreadable", "not-a-report"]),
      page("<p><table><tr><td><font><a>".times(200_000))),
    HostileFile(
      "entities without end", "entities.html", .refused(["unreadable", "not-a-report"]),
      page("&amp;&#x4e00;&#99999999999;&".times(500_000))),
    HostileFile(
      "a file of the machine in a page", "passwd.html", .refused(["not-a-report", "unreadable"]),
      Array(
        """
        <?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body>&x;\
        <iframe src="file:///etc/passwd"></iframe><object data="/etc/passwd"></object></body></html>
        """.utf8)),
    HostileFile(
      "a page of many parts", "parts.mht", .refused(["unreadable", "not-a-report"]),
      Array(
        ("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"x\"\r\n\r\n"
          + "--x\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n".times(100_000)).utf8)),
  ]

  private static func page(_ body: String) -> [UInt8] {
    Array("<!DOCTYPE html><html><head><meta charset=utf-8></head><body>\(body)</body></html>".utf8)
  }

  /// Files whose names say something else than their bytes.
  static let misnamed = [
    HostileFile(
      "a program called docx", "report.docx", .refused(["unsupported-format"]),
      [0x4D, 0x5A, 0x90, 0, 3, 0, 0, 0] + [UInt8](repeating: 0, count: 4096)),
    HostileFile("a docx called doc", "report.doc", .accepted, try Corpus.bytes("qinghe-2024.docx")),
    HostileFile("a web page called doc", "page.doc", .accepted, try Corpus.bytes("qinghe-2024.html")),
    HostileFile("a pdf called docx", "pdf.docx", .accepted, try Corpus.bytes("qinghe-2024.pdf")),
    HostileFile("a text called pdf", "text.pdf", .accepted, try Corpus.bytes("qinghe-2024.gbk.txt")),
    HostileFile("a docx without an ending", "report", .accepted, try Corpus.bytes("xiaodian-2024.wps-style.docx")),
    HostileFile(
      "a workbook", "report.xlsx", .refused(["unsupported-format"]),
      PackedFile(["[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>"]).bytes),
    HostileFile(
      "a picture", "report.png", .refused(["unsupported-format"]),
      [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]),
    HostileFile(
      "the first bytes of a document of old alone", "stub.doc", .refused(["unreadable", "unsupported-format"]),
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
    HostileFile(
      "a document of old full of zeros", "zeros.doc", .refused(["unreadable", "unsupported-format"]),
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 8192)),
    HostileFile(
      "a document of old full of ones", "ones.doc", .refused(["unreadable", "unsupported-format"]),
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0xFF, count: 8192)),
  ]

  static let encrypted = [
    HostileFile(
      "a docx with a password", "encrypted.docx", .refused(["unreadable"]), try Corpus.bytes("hostile/encrypted.docx")),
    HostileFile(
      "a pdf with a password", "encrypted.pdf", .refused(["unreadable"]), try Corpus.bytes("hostile/encrypted.pdf")),
    HostileFile(
      "a pdf with a password of old", "rc4.pdf", .refused(["unreadable"]), try Corpus.bytes("hostile/encrypted-rc4.pdf")
    ),
    HostileFile(
      "a pdf that anyone may open and nobody may copy", "restricted.pdf", .accepted,
      try Corpus.bytes("hostile/restricted.pdf")),
    HostileFile(
      "a docx with a part under a password", "part.docx", .refused(["unreadable"]),
      {
        var part = PackedFile.Part("word/document.xml", [UInt8](repeating: 0xA5, count: 2000))
        part.flags |= 1
        return docx(part).bytes
      }()),
  ]

  /// Every format, cut where a broken copy may end.
  static let truncated = ["txt", "docx", "wps-style.docx", "html", "pdf", "ofd", "odt"].flatMap { ending in
    (1...7).map { cut("qinghe-2024." + (ending == "txt" ? "raw.txt" : ending), eighths: $0) }
  }

  private static func cut(_ file: String, eighths: Int) -> HostileFile {
    HostileFile(
      "\(eighths) eighths of \(file)", "\(eighths)-\(file)", .rejected, try prefix(of: file, eighths: eighths))
  }

  private static func prefix(of file: String, eighths: Int) throws -> [UInt8] {
    let bytes = try Corpus.bytes(file)
    return Array(bytes.prefix(bytes.count * eighths / 8))
  }
}
