/// What a file is, by its first bytes.
enum FileSignature: Equatable {
  /// Nothing that is known not to be text.
  case text
  case compound, html, mhtml, pdf, rtf, zip
  /// A package of Office Open XML in one file of XML.
  case flatPackage
  /// What Word 2003 saved as XML, mostly under the name of a doc.
  case wordXML
  /// A known format without a reader, by the name a clerk knows it under.
  case other(String)

  /// Longer signatures before shorter ones that they begin with.
  private static let known: [(bytes: [UInt8], signature: FileSignature)] = [
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .compound),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .other("png 图片")),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .other("7z 压缩包")),
    (Array("%PDF-".utf8), .pdf),
    (Array("{\\rtf".utf8), .rtf),
    (Array("Rar!".utf8), .other("rar 压缩包")),
    (Array("GIF8".utf8), .other("gif 图片")),
    ([0x50, 0x4B, 0x03, 0x04], .zip),
    ([0x50, 0x4B, 0x05, 0x06], .zip),
    ([0x7F, 0x45, 0x4C, 0x46], .other("程序文件")),
    ([0xFF, 0xD8, 0xFF], .other("jpg 图片")),
    ([0x1F, 0x8B], .other("gzip 压缩包")),
    (Array("MZ".utf8), .other("程序文件")),
    (Array("BM".utf8), .other("bmp 图片")),
  ]

  init(of bytes: [UInt8]) {
    for (start, signature) in Self.known where bytes.starts(with: start) {
      // Two or three letters may begin a text as well: a program or picture has zero bytes soon after.
      if start.count < 3, !bytes.prefix(64).contains(0) { continue }
      self = signature
      return
    }
    if Self.pdfStart(in: bytes) != nil {
      self = .pdf
    } else if FlatSignature.begins(bytes) {
      self = .flatPackage
    } else {
      self = MarkupSignature.signature(of: bytes) ?? .text
    }
  }

  /// How far into a file viewers look for its header (Adobe's implementation note 13 to ISO 32000-1, 7.5.2).
  private static let pdfReach = 1_024

  /// Where a PDF begins; `nil` where there is none.
  static func pdfStart(in bytes: [UInt8]) -> Int? {
    let mark = Array("%PDF-".utf8)
    if bytes.starts(with: mark) { return 0 }
    let head = bytes.prefix(pdfReach)
    return head.indices.first { head[$0] == mark[0] && bytes[$0...].starts(with: mark) }
  }
}
