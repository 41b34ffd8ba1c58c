import DocumentModel
import Findings
import TestFixtures
import Testing

/// Files of a kind that is not read.
@Suite struct UnsupportedFormatTests {
  /// What begins as these bytes do.
  private static let others: [(name: String, bytes: [UInt8])] = [
    ("a program", [0x4D, 0x5A, 0x90, 0, 3, 0, 0, 0]),
    ("a png picture", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]),
    ("a jpeg picture", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 0x4A, 0x46, 0x49, 0x46]),
    ("a rar archive", Array("Rar!\u{1A}\u{7}".utf8)),
    ("a workbook", PackedFile(["[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>"]).bytes),
    ("slides", PackedFile(["[Content_Types].xml": "<Types/>", "ppt/presentation.xml": "<p/>"]).bytes),
    ("an archive", PackedFile(["report.docx": "not looked into"]).bytes),
  ]

  @Test(arguments: others.map(\.name))
  func `a file of another kind is refused, and told what is read`(_ name: String) throws {
    let file = try #require(Self.others.first { $0.name == name })
    let judged = try Judged(file.bytes)
    #expect(judged.rules == ["unsupported-format"])
    let finding = try #require(judged.findings.first)
    #expect(finding.found?.isEmpty == false)
    let words = finding.advice + (finding.expected ?? "")
    for format in DocumentFormat.allCases {
      #expect(words.lowercased().contains(format.rawValue), "\(format)")
    }
    #expect(finding.advice.contains("另存为"))
  }
}
