import Archive

/// What a zip file is, by its parts.
enum PackedFormat: Equatable {
  case docx, odt, ofd
  /// A format without a reader, by the name a clerk knows it under.
  case other(String)

  init(of archive: ZipArchive) {
    if archive.contains("word/document.xml") {
      self = .docx
    } else if archive.contains("OFD.xml") {
      self = .ofd
    } else if archive.contains("content.xml"), archive.contains("META-INF/manifest.xml") {
      self = .odt
    } else if archive.contains("xl/workbook.xml") {
      self = .other("xlsx 表格")
    } else if archive.contains("ppt/presentation.xml") {
      self = .other("pptx 演示文稿")
    } else {
      self = .other("zip 压缩包")
    }
  }
}
