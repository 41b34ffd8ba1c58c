import DocumentModel
import Testing

/// What a zip file is said to be.
@Suite struct PackedFormatTests {
  static let formats: [(parts: [String], name: String)] = [
    (["xl/workbook.xml"], "xlsx 表格"), (["ppt/presentation.xml"], "pptx 演示文稿"),
    (["META-INF/container.xml", "content.opf"], "epub 电子书"), (["META-INF/MANIFEST.MF", "a/B.class"], "jar 程序包"),
    (["META-INF/MANIFEST.MF", "AndroidManifest.xml"], "安卓程序包"), (["青禾镇/报告.docx", "说明.txt"], "zip 压缩包"),
    (["document.xml"], "zip 压缩包"), ([], "zip 压缩包"),
  ]

  @Test(arguments: formats.indices)
  func `a package without a reader is called by its name`(_ index: Int) throws {
    let (parts, name) = Self.formats[index]
    let bytes = StoredZip.bytes(parts.map { ($0, Array("x".utf8)) })
    #expect(try FlowReading.obstacle(bytes) == .unsupportedFormat(found: name))
  }

  @Test(arguments: [
    ("application/vnd.oasis.opendocument.spreadsheet", "ods 表格"), ("application/epub+zip\n", "epub 电子书"),
    ("application/vnd.oasis.opendocument.presentation", "odp 演示文稿"),
    ("application/vnd.oasis.opendocument.text-template", "ott 模板"),
    ("application/vnd.sun.xml.writer", "OpenOffice 1.x 文档"),
  ])
  func `OpenDocument and EPUB say themselves what they are`(_ type: String, _ name: String) throws {
    var odt = ODTBuilder("<text:p>正文</text:p>")
    odt.mimetype = type
    #expect(try FlowReading.obstacle(odt.bytes) == .unsupportedFormat(found: name))
  }

  @Test(arguments: ["application/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.text-web", nil])
  func `a text is a text, with or without its type`(_ type: String?) throws {
    var odt = ODTBuilder("<text:p>正文</text:p>")
    odt.mimetype = type
    #expect(try FlowReading.document(odt.bytes).format == .odt)
  }

  @Test(arguments: [
    ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "xlsx 表格"),
    ("application/vnd.ms-excel.sheet.macroEnabled.main+xml", "xlsx 表格"),
    ("application/vnd.openxmlformats-officedocument.presentationml.slideshow.main+xml", "pptx 演示文稿"),
  ])
  func `a package is what its main part is, whatever the part is called`(_ type: String, _ name: String) throws {
    var package = DocxBuilder(Word.text("正文"))
    package.contentType = type
    #expect(try FlowReading.obstacle(package.bytes) == .unsupportedFormat(found: name))
  }
}
