import Archive
import DocumentModel
import Markup

/// What a zip file is, by its parts.
enum PackedFormat: Equatable {
  case docx, odt, ofd
  /// A format without a reader, by the name a clerk knows it under.
  case other(String)

  init(of archive: ZipArchive) {
    if let format = Self.ofDeclaredType(archive) ?? Self.ofOfficePackage(archive) {
      self = format
      return
    }
    // Damaged packages are known by the parts they have, for their reader to say what is wrong with them.
    let known: [(part: String, format: PackedFormat)] = [
      ("OFD.xml", .ofd),
      ("word/document.xml", .docx),
      ("xl/workbook.xml", .xlsx),
      ("xl/workbook.bin", .xlsx),
      ("ppt/presentation.xml", .pptx),
      ("FixedDocSeq.fdseq", .other("xps 文档")),
      ("FixedDocumentSequence.fdseq", .other("xps 文档")),
      ("META-INF/container.xml", .other("epub 电子书")),
      ("AndroidManifest.xml", .other("安卓程序包")),
      ("META-INF/MANIFEST.MF", .other("jar 程序包")),
      ("Index/Document.iwa", .other("苹果 iWork 文档")),
    ]
    self = known.first { archive.contains($0.part) }?.format ?? .other("zip 压缩包")
  }

  private static let xlsx = PackedFormat.other("xlsx 表格")
  private static let pptx = PackedFormat.other("pptx 演示文稿")

  /// OpenDocument and EPUB say what they are in a part called `mimetype` (OpenDocument 1.3 Part 2, 3.3); a package
  /// that lost it still says so in its manifest.
  private static func ofDeclaredType(_ archive: ZipArchive) -> PackedFormat? {
    if archive.contains("mimetype"), let bytes = try? archive.contents(of: "mimetype", atMost: 256) {
      let type = String(decoding: bytes, as: UTF8.self).prefix { !$0.isWhitespace && $0 != "\0" }
      if type == "application/epub+zip" { return .other("epub 电子书") }
      if let format = openDocument(String(type)) { return format }
    }
    guard archive.contains("META-INF/manifest.xml"), archive.contains("content.xml") else { return nil }
    guard let manifest = try? archive.markup("META-INF/manifest.xml", limits: DocumentLimits()) else { return .odt }
    let root = manifest.root.elements("file-entry").first { $0.attribute("full-path") == "/" }
    return root?.attribute("media-type").flatMap(openDocument) ?? .odt
  }

  /// - Returns: `nil` for a type that is none of OpenDocument.
  private static func openDocument(_ type: String) -> PackedFormat? {
    if type.hasPrefix("application/vnd.sun.xml.") { return .other("OpenOffice 1.x 文档") }
    let family = "application/vnd.oasis.opendocument."
    guard type.hasPrefix(family) else { return nil }
    return switch type.dropFirst(family.count) {
    // A page made for the web is kept like any text.
    case "text", "text-web": .odt
    case "text-template": .other("ott 模板")
    case "text-master": .other("odm 主控文档")
    case "spreadsheet", "spreadsheet-template": .other("ods 表格")
    case "presentation", "presentation-template": .other("odp 演示文稿")
    case "graphics", "graphics-template": .other("odg 绘图")
    default: .other("OpenDocument 文档")
    }
  }

  /// A package that does not say to be of another family.
  ///
  /// - Returns: `nil` also for one that is broken.
  static func officePackage(_ archive: ZipArchive, limits: DocumentLimits) -> OfficePackage? {
    guard archive.contains("[Content_Types].xml"), !archive.contains("mimetype"),
      !archive.contains("META-INF/manifest.xml")
    else { return nil }
    return try? OfficePackage(archive, limits: limits)
  }

  private static func ofOfficePackage(_ archive: ZipArchive) -> PackedFormat? {
    guard archive.contains("[Content_Types].xml") else { return nil }
    return (try? OfficePackage(archive, limits: DocumentLimits())).flatMap { PackedFormat(ofMainPartOf: $0) }
  }

  /// Office Open XML says what it is by the content type of its main part, whatever that part is called.
  ///
  /// - Returns: `nil` when it does not say.
  init?(ofMainPartOf package: OfficePackage) {
    guard let main = try? package.mainPart(), let type = package.contentType(of: main) else { return nil }
    // docm, dotx and dotm are read as well: `application/vnd.ms-word.document.macroEnabled.main+xml`.
    if type.contains("wordprocessingml") || type.contains("ms-word") {
      self = .docx
    } else if type.contains("spreadsheetml") || type.contains("ms-excel") {
      self = Self.xlsx
    } else if type.contains("presentationml") || type.contains("ms-powerpoint") {
      self = Self.pptx
    } else if type.contains("ms-visio") {
      self = .other("visio 图")
    } else {
      return nil
    }
  }
}
