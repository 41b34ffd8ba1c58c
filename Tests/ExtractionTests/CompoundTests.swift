import DocumentModel
import Extraction
import Testing

/// What a compound file is said to be ([MS-CFB]).
@Suite struct CompoundTests {
  /// The beginning of a document of Word, with such flags ([MS-DOC], 2.5.2).
  private static func word(flags: UInt16 = 0, size: Int = 4096, identifier: [UInt8] = [0xEC, 0xA5]) -> [UInt8] {
    var bytes = identifier + [UInt8](repeating: 0, count: 8) + [UInt8(flags & 0xFF), UInt8(flags >> 8)]
    bytes += [UInt8](repeating: 0, count: max(0, size - bytes.count))
    return bytes
  }

  private static let table: (name: String, bytes: [UInt8]) = ("1Table", [UInt8](repeating: 7, count: 100))

  @Test(arguments: [4096, 5000, 512, 64])
  func `a document of Word is converted, however long its stream`(_ size: Int) throws {
    let file = CompoundBuilder(Self.table, ("WordDocument", Self.word(flags: 0x1200, size: size)))
    #expect(try Extractor().extract(file.bytes) == .needsConversion(from: .doc))
    let old = CompoundBuilder(("WordDocument", Self.word(size: size, identifier: [0xDC, 0xA5])))
    #expect(try Extractor().extract(old.bytes) == .needsConversion(from: .doc))
  }

  @Test(arguments: [4096, 512])
  func `a protected document of Word is told by its flag`(_ size: Int) throws {
    let file = CompoundBuilder(Self.table, ("WordDocument", Self.word(flags: 0x1300, size: size)))
    #expect(try FlowReading.obstacle(file.bytes) == .encrypted)
  }

  @Test func `a docx with a password stands in a compound file`() throws {
    let file = CompoundBuilder(
      ("EncryptionInfo", [4, 0, 4, 0]), ("EncryptedPackage", [UInt8](repeating: 1, count: 5000)))
    #expect(try FlowReading.obstacle(file.bytes) == .encrypted)
  }

  @Test(arguments: [
    ("Workbook", "xls 表格"), ("Book", "xls 表格"), ("PowerPoint Document", "ppt 演示文稿"), ("MatOST", "Works 文档"),
    ("CONTENTS", "Works 文档"), ("VisioDocument", "visio 图"), ("__properties_version1.0", "OLE2 文件"),
  ])
  func `files of other programs are called by their names`(_ stream: String, _ name: String) throws {
    let file = CompoundBuilder(("\u{5}SummaryInformation", [1]), (stream, [1, 2, 3]))
    #expect(try FlowReading.obstacle(file.bytes) == .unsupportedFormat(found: name))
  }

  @Test func `siblings that lead round end somewhere`() throws {
    var file = CompoundBuilder(("a", [1]), ("b", [2]), ("c", [3]))
    file.leftSibling = [1: 3, 2: 2]
    #expect(try FlowReading.obstacle(file.bytes) == .unsupportedFormat(found: "OLE2 文件"))
    file.leftSibling = [3: 0xFFFF_FFF0]
    #expect(try FlowReading.obstacle(file.bytes) == .unsupportedFormat(found: "OLE2 文件"))
  }

  @Test func `chains of sectors that lead round end somewhere`() throws {
    var bytes = CompoundBuilder(("a", [1]), ("b", [2]), ("c", [3]), ("d", [4])).bytes
    // The entry of the directory's first sector leads back to it.
    bytes.replaceSubrange(516..<520, with: [1, 0, 0, 0])
    #expect(try FlowReading.obstacle(bytes) != nil)
  }

  @Test func `a file cut or changed anywhere never stops the reader`() throws {
    let whole = CompoundBuilder(Self.table, ("WordDocument", Self.word(size: 4096))).bytes
    let extractor = try Extractor()
    for cut in 8..<whole.count where cut < 3000 || cut % 97 == 0 {
      _ = extractor.extract(Array(whole.prefix(cut)))
    }
    var converted = 0
    for place in 8..<3000 {
      var bytes = whole
      for value in [0, 0x7F, 0xFF] as [UInt8] {
        bytes[place] = value
        if extractor.extract(bytes) == .needsConversion(from: .doc) { converted += 1 }
      }
    }
    #expect((1..<8976).contains(converted))
    guard case .unreadable = try FlowReading.obstacle(Array(whole.prefix(600))) else {
      Issue.record("read without its directory")
      return
    }
  }
}
