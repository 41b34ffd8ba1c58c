import DocumentModel
import Extraction
import Foundation
import TestFixtures

/// Files that hold no report, and the one rule that says so.
enum Obstacles {
  struct Example: Sendable, CustomStringConvertible {
    var description: String
    var rule: String
    var extract: Extract

    init(_ description: String, _ rule: String, _ bytes: some Sequence<UInt8>) {
      self.description = description
      self.rule = rule
      extract = (try? Extractor().extract(Array(bytes))) ?? .obstacle(.unreadable(detail: "no extractor"))
    }

    init(_ description: String, _ rule: String, _ obstacle: Obstacle) {
      self.description = description
      self.rule = rule
      extract = .obstacle(obstacle)
    }
  }

  private static let text = (try? Corpus.text()) ?? ""
  /// Always the same noise.
  private static let noise = sequence(state: UInt32(7)) { state -> UInt8? in
    state = state &* 1_664_525 &+ 1_013_904_223
    return UInt8(truncatingIfNeeded: state >> 24)
  }.prefix(5000)

  static let all: [Example] = [
    Example("an empty file", "unreadable", [UInt8]()),
    Example("white space only", "unreadable", " \r\n\t\u{0C}\n".utf8),
    Example("noise", "unreadable", noise),
    Example("zero bytes", "unreadable", [UInt8](repeating: 0, count: 4096)),
    Example("a password", "unreadable", .encrypted),
    Example("a file beyond the limit", "unreadable", .tooLarge(limit: 32 << 20)),
    Example(
      "a million lines", "unreadable", [UInt8](repeating: UInt8(ascii: "1"), count: 1_000_000).flatMap { [$0, 10] }),
    Example("a program", "unsupported-format", [0x4D, 0x5A, 0x90, 0, 3, 0, 0, 0]),
    Example("a picture", "unsupported-format", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
    Example("a scan", "no-text-layer", .noTextLayer(pages: 4)),
    Example("UTF-8 read as GBK", "damaged-text", misread(text.utf8, as: 0x0632)),
    Example("GBK read as Latin-1", "damaged-text", misread(gbk(text), as: 0x0201)),
    Example("GBK read as UTF-8", "damaged-text", String(decoding: gbk(text), as: UTF8.self).utf8),
    Example(
      "question marks for ideographs", "damaged-text", text.unicodeScalars.map { $0.isASCII ? UInt8($0.value) : 0x3F }),
    Example(
      "characters of the file's own font", "damaged-text",
      String(String.UnicodeScalarView((0xE000..<0xE100).compactMap(Unicode.Scalar.init))).utf8),
    Example("a letter", "not-a-report", "关于召开会议的通知\n各科室：\n兹定于2024年3月5日召开会议。\n".utf8),
    Example(
      "a letter about reports", "not-a-report",
      "关于报送2024年政府信息公开工作年度报告的通知\n各镇人民政府：\n请于1月20日前报送。\n".utf8),
    Example(
      "one line of a million figures", "not-a-report",
      [UInt8](repeating: 0x31, count: 1_000_000).flatMap { [$0, 0x20] }),
    Example("one line of ten megabytes", "not-a-report", String(repeating: "年度报告", count: 900_000).utf8),
  ]

  private static func gbk(_ text: String) -> [UInt8] {
    [UInt8](text.data(using: encoding(0x0632)) ?? Data())
  }

  /// The text that comes of bytes read in the wrong encoding, in UTF-8. What is no character there is dropped.
  private static func misread(_ bytes: some Sequence<UInt8>, as wrong: UInt32) -> [UInt8] {
    let bytes = Array(bytes)
    var misread = ""
    var start = 0
    while start < bytes.count {
      let pair = [1, 2].lazy.compactMap { count -> (String, Int)? in
        guard start + count <= bytes.count else { return nil }
        let data = Data(bytes[start..<(start + count)])
        return String(data: data, encoding: encoding(wrong)).map { ($0, count) }
      }.first
      misread += pair?.0 ?? ""
      start += pair?.1 ?? 1
    }
    return Array(misread.utf8)
  }

  private static func encoding(_ coreFoundation: UInt32) -> String.Encoding {
    coreFoundation == 0x0201 ? .isoLatin1 : String.Encoding(rawValue: UInt(0x8000_0000 | coreFoundation))
  }
}
