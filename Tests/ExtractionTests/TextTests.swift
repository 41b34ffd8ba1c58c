import DocumentModel
import Extraction
import Foundation
import TestFixtures
import Testing

@Suite struct TextTests {
  /// The same text in every encoding in which offices save it.
  static let encodings: [(name: String, bytes: @Sendable (String) -> [UInt8])] = [
    ("UTF-8", { Array($0.utf8) }),
    ("UTF-8 with BOM", { [0xEF, 0xBB, 0xBF] + Array($0.utf8) }),
    ("UTF-16LE with BOM", { [0xFF, 0xFE] + utf16($0, bigEndian: false) }),
    ("UTF-16BE with BOM", { [0xFE, 0xFF] + utf16($0, bigEndian: true) }),
    ("UTF-16LE without BOM", { utf16($0, bigEndian: false) }),
    ("GB18030", { [UInt8]($0.data(using: .init(rawValue: 0x8000_0632)) ?? Data()) }),
  ]

  private static func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let bytes = [UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8)]
      return bigEndian ? bytes.reversed() : bytes
    }
  }

  @Test(arguments: encodings.map(\.name), ["\n", "\r\n", "\r"])
  func `a text reads the same in every encoding and with every line end`(_ name: String, _ lineEnd: String) throws {
    let encode = try #require(Self.encodings.first { $0.name == name }).bytes
    let text = try Corpus.text()
    let bytes = encode(text.replacingOccurrences(of: "\n", with: lineEnd))
    let paragraphs = try paragraphs(bytes)
    let expected = text.components(separatedBy: "\n").enumerated().compactMap { index, line in
      line.trimmingCharacters(in: .whitespaces).isEmpty
        ? nil : Paragraph(text: line, place: Place(line: index + 1))
    }
    #expect(paragraphs == expected)
  }

  @Test func `lines are counted as an editor counts them, and form feeds begin pages`() throws {
    let paragraphs = try paragraphs(Array("一\n\n二\r\n\u{0C}三\n四\u{0C}五".utf8))
    #expect(
      paragraphs == [
        Paragraph(text: "一", place: Place(page: 1, line: 1)), Paragraph(text: "二", place: Place(page: 1, line: 3)),
        Paragraph(text: "三", place: Place(page: 2, line: 4)), Paragraph(text: "四", place: Place(page: 2, line: 5)),
        Paragraph(text: "五", place: Place(page: 3, line: 5)),
      ])
  }

  @Test func `line ends of Unicode are line ends, and lines of what nobody sees are none`() throws {
    let paragraphs = try paragraphs(Array("一\u{85}二\u{2028}三\u{2029}\u{200B}\u{FEFF}\n \u{3000}\t\n四\u{200B}五".utf8))
    #expect(paragraphs.map(\.text) == ["一", "二", "三", "四五"])
    #expect(paragraphs.map(\.place.line) == [1, 2, 3, 6])
  }

  @Test func `ideographs beyond GBK are read from four bytes`() throws {
    // U+3447 and U+20087, as GB18030-2005 writes them.
    let paragraphs = try paragraphs([0xFE, 0x56, 0x95, 0x32, 0x90, 0x31, 0xB5, 0xC4])
    #expect(paragraphs.first?.text == "\u{3447}\u{20087}的")
  }

  @Test(arguments: 1...40)
  func `a file cut anywhere is read up to the cut`(_ cut: Int) throws {
    let bytes = try Corpus.bytes("xiaodian-2024.gbk.txt")
    let whole = try paragraphs(bytes).map(\.text)
    let part = try paragraphs(Array(bytes.prefix(bytes.count * cut / 41))).map(\.text)
    #expect(part.dropLast().elementsEqual(whole.prefix(part.count - 1)))
  }

  @Test func `one lost byte damages its neighbourhood only`() throws {
    var bytes = try Corpus.bytes("qinghe-2024.gbk.txt")
    let whole = try paragraphs(bytes).map(\.text)
    bytes[bytes.count / 2] = 0xFF
    let damaged = try paragraphs(bytes).map(\.text)
    #expect(zip(whole, damaged).count { $0 != $1 } == 1)
  }

  @Test(arguments: ["Rar!\u{1A}\u{7}", "GIF89a", "7z\u{BC}\u{AF}'\u{1C}", "\u{7F}ELF", "MZ\u{90}\0\u{3}\0\0\0"])
  func `known formats without a reader are named, whatever the file is called`(_ start: String) throws {
    let bytes = (start.unicodeScalars + "公开".utf16.map { Unicode.Scalar(UInt8(truncatingIfNeeded: $0)) })
      .map { UInt8(truncatingIfNeeded: $0.value) }
    guard case .obstacle(.unsupportedFormat(let found)) = try Extractor().extract(bytes) else {
      Issue.record("not refused")
      return
    }
    #expect(found != nil)
  }

  @Test(arguments: [("%PDF-1.7\n", "pdf"), ("PK\u{3}\u{4}", "archive"), ("<html>", "page")])
  func `known formats that are broken or hold nothing are no text`(_ start: String, _ kind: String) throws {
    switch try Extractor().extract(Array((start + "\u{1}").utf8)) {
    case .obstacle(.unreadable), .obstacle(.empty): break
    case let extract: Issue.record("\(kind): \(extract)")
    }
  }

  @Test func `a text that begins like a signature is still a text`() throws {
    #expect(try paragraphs(Array("BM 是部门编码\n".utf8)).count == 1)
    #expect(try paragraphs(Array("MZ镇2024年政府信息公开工作年度报告\n".utf8)).count == 1)
  }

  private func paragraphs(_ bytes: [UInt8]) throws -> [Paragraph] {
    guard case .document(let document) = try Extractor().extract(bytes) else { return [] }
    return document.blocks.compactMap { block in
      if case .paragraph(let paragraph) = block { paragraph } else { nil }
    }
  }
}
