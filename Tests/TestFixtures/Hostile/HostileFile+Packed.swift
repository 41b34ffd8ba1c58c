import Foundation

/// Zip files, and the XML in them.
extension HostileFile {
  static let bombs = [
    HostileFile(
      "600 MB in a document part", "bomb.docx", .refused(["unreadable"]),
      docx(.init("word/document.xml", inflatingTo: 600 << 20, head: documentHead, filler: 0x20)).bytes),
    HostileFile(
      "600 MB in the text of an odt", "bomb.odt", .refused(["unreadable"]),
      odt(.init("content.xml", inflatingTo: 600 << 20, head: contentHead, filler: 0x20)).bytes),
    HostileFile(
      "600 MB in a page of an ofd", "bomb.ofd", .refused(["unreadable"]),
      ofd(.init("Doc_0/Pages/Page_0/Content.xml", inflatingTo: 600 << 20, head: pageHead, filler: 0x20)).bytes),
    HostileFile(
      "600 MB of markup in a document part", "tags.docx", .refused(["unreadable"]),
      docx(.init("word/document.xml", inflatingTo: 600 << 20, head: documentHead, filler: 0x3C)).bytes),
    HostileFile(
      "archives in archives", "nested.docx", .refused(["unsupported-format"]),
      (0..<3).reduce(PackedFile([.init("0", inflatingTo: 20 << 20, head: "", filler: 0)]).bytes) { inner, _ in
        PackedFile((0..<4).map { PackedFile.Part("\($0).zip", inner) }).bytes
      }),
    HostileFile(
      "sizes that are lies", "lies.docx", .refused(["unreadable", "not-a-report"]),
      {
        var part = PackedFile.Part("word/document.xml", document("谎").utf8)
        part.unpackedSize = .max
        return docx(part).bytes
      }()),
    HostileFile(
      "twenty thousand parts", "parts.docx", .refused(["unreadable"]),
      PackedFile(
        docx(.init("word/document.xml", document("多").utf8)).parts
          + (0..<20_000).map { PackedFile.Part("word/media/\($0).png", []) }
      ).bytes),
  ]

  /// Entities within entities, and such as lie in other files (XML 1.0, 4.2).
  static let entities = [("docx", documentOf), ("odt", contentOf), ("ofd", pageOf)].flatMap { ending, file in
    [
      HostileFile(
        "a billion laughs in \(ending)", "laughs.\(ending)", .refused(["unreadable"]), file(laughs, "&l9;").bytes),
      HostileFile(
        "a file of the machine in \(ending)", "passwd.\(ending)", .refused(["unreadable"]),
        file(#"<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>"#, "&x;").bytes),
      HostileFile(
        "a page of the network in \(ending)", "network.\(ending)", .refused(["unreadable"]),
        file(#"<!DOCTYPE d [<!ENTITY x SYSTEM "http://127.0.0.1:9/x">]>"#, "&x;").bytes),
      HostileFile(
        "a definition of the network in \(ending)", "definition.\(ending)", .refused(["unreadable"]),
        file(##"<!DOCTYPE d [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x.dtd"> %x;]>"##, "x").bytes),
    ]
  }

  static let nestings = [
    HostileFile(
      "100,000 elements in each other in docx", "deep.docx", .refused(["unreadable"]),
      documentOf("", "", around: nested("w:sdt", "<w:r><w:t>深</w:t></w:r>")).bytes),
    HostileFile(
      "100,000 elements in each other in odt", "deep.odt", .refused(["unreadable"]),
      contentOf("", nested("text:span", "深")).bytes),
    HostileFile(
      "100,000 elements in each other in ofd", "deep.ofd", .refused(["unreadable"]),
      ofd(.init("Doc_0/Pages/Page_0/Content.xml", page("", nested("ofd:PageBlock", "")).utf8)).bytes),
    HostileFile(
      "100,000 tables in each other in docx", "tables.docx", .refused(["unreadable"]),
      documentOf("", "", around: "<w:tbl><w:tr><w:tc>".times(100_000) + "</w:tc></w:tr></w:tbl>".times(100_000)).bytes),
    HostileFile(
      "100,000 elements that are not closed", "open.docx", .refused(["unreadable"]),
      docx(.init("word/document.xml", (documentHead + "<w:p>".times(100_000)).utf8)).bytes),
  ]

  static let packages = [
    HostileFile(
      "names that lead out of the folder", "out.docx", .accepted,
      try PackedFile(reading: Corpus.bytes("qinghe-2024.docx")).adding(
        .init("../../../../../tmp/nianbaod-was-here", "x".utf8), .init("/tmp/nianbaod-was-here", "x".utf8),
        .init("..\\..\\tmp\\nianbaod-was-here", "x".utf8)
      ).bytes),
    HostileFile(
      "the same part twice", "twice.docx", .refused(["unreadable", "not-a-report"]),
      docx(.init("word/document.xml", document("甲").utf8))
        .adding(.init("word/document.xml", document("乙").utf8)).bytes),
    HostileFile(
      "a billion repeated rows", "rows.odt", .refused(["unreadable", "not-a-report"]),
      contentOf(
        "",
        """
        </text:p><table:table><table:table-column table:number-columns-repeated="1000000000"/>\
        <table:table-row table:number-rows-repeated="1000000000"><table:table-cell \
        table:number-columns-repeated="1000000000"><text:p>1</text:p></table:table-cell></table:table-row></table:table>\
        <text:p><text:s text:c="2000000000"/>
        """
      ).bytes),
    HostileFile(
      "a cell over a billion columns", "wide.docx", .refused(["unreadable", "not-a-report"]),
      documentOf(
        "", "",
        around: """
          <w:tbl><w:tr><w:trPr><w:gridBefore w:val="2000000000"/></w:trPr><w:tc><w:tcPr>\
          <w:gridSpan w:val="1000000000"/></w:tcPr><w:p/></w:tc><w:tc><w:tcPr>\
          <w:gridSpan w:val="99999999999999999999"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>
          """.times(100)
      ).bytes),
    HostileFile(
      "a character repeated a billion times", "glyphs.ofd", .refused(["unreadable", "not-a-report", "no-text-layer"]),
      pageOf(
        "",
        """
        1</ofd:TextCode></ofd:TextObject><ofd:TextObject ID="9" Boundary="0 0 1e308 nan" Font="1" Size="1e308">\
        <ofd:TextCode X="inf" Y="-1e308" DeltaX="g 2000000000 1e308 g -5 1">2
        """
      ).bytes),
    HostileFile(
      "pages that are each other's templates", "templates.ofd",
      .refused(["unreadable", "not-a-report", "no-text-layer"]),
      ofd(
        .init(
          "Doc_0/Pages/Page_0/Content.xml",
          page("", "x").replacingOccurrences(
            of: "<ofd:Content>", with: #"<ofd:Template TemplateID="2"/><ofd:Content>"#
          ).utf8)
      ).bytes),
  ]

  private static var laughs: String {
    let levels = (1...9).map { #"<!ENTITY l\#($0) "\#("&l\($0 - 1);".times(10))">"# }
    return #"<!DOCTYPE d [<!ENTITY l0 "哈哈">"# + levels.joined() + "]>"
  }

  private static func nested(_ element: String, _ inner: String) -> String {
    "<\(element)>".times(100_000) + inner + "</\(element)>".times(100_000)
  }
}
