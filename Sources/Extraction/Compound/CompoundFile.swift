import DocumentModel

/// An OLE2 compound file: what Word and WPS wrote before docx, and what holds an encrypted docx.
enum CompoundFile {
  /// Tells by the streams that stand at the top of the file: a document may hold a table of another program deeper
  /// down.
  static func extract(_ bytes: [UInt8]) throws(Obstacle) -> Extract {
    guard let sectors = CompoundSectors(bytes), let directory = CompoundDirectory(sectors) else {
      throw .unreadable(detail: "the compound file is broken")
    }
    let top = directory.top
    // A document protected by a password or by rights is put whole into one stream (MS-OFFCRYPTO, 2.3.4.4).
    if top["EncryptedPackage"] != nil { throw .encrypted }
    if let text = top["WordDocument"] {
      guard let base = directory.beginning(of: text, count: WordFileBase.size), let base = WordFileBase(base) else {
        throw .unreadable(detail: "the stream WordDocument is broken")
      }
      if base.isEncrypted { throw .encrypted }
      // WPS writes the same streams, whether it calls the file .doc or .wps.
      return .needsConversion(from: .doc)
    }
    throw .unsupportedFormat(found: kinds.first { top[$0.stream] != nil }?.name ?? "OLE2 文件")
  }

  private static let kinds: [(stream: String, name: String)] = [
    ("Workbook", "xls 表格"), ("Book", "xls 表格"), ("PowerPoint Document", "ppt 演示文稿"),
    ("VisioDocument", "visio 图"), ("MatOST", "Works 文档"), ("CONTENTS", "Works 文档"),
  ]
}

/// The first bytes of a document of Word ([MS-DOC], 2.5.2 FibBase).
private struct WordFileBase {
  static let size = 12

  private let flags: UInt16

  /// `nil` when the bytes begin no document of Word: neither of 97 and later nor of 6 and 95.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard let identifier = bytes.number16(at: 0), [0xA5EC, 0xA5DC].contains(identifier),
      let flags = bytes.number16(at: 10)
    else { return nil }
    self.flags = flags
  }

  /// Encrypted or obfuscated: fEncrypted.
  var isEncrypted: Bool { flags & 0x0100 != 0 }
}
