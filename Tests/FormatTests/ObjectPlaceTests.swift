import Archive
import DocumentModel
import Findings
import Foundation
import TestFixtures
import Testing

/// Pictures and objects in an office suite's document: told where a figure or a table is missed for them.
@Suite(.enabled(if: OfficeSuite.isInstalled, Comment(rawValue: OfficeSuite.missing))) struct ObjectPlaceTests {
  private static let picture = """
    <w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">\
    <a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/></wp:inline></w:drawing></w:r>
    """
  private static let sheet = """
    <w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" ProgID="Excel.Sheet.12"/></w:object></w:r>
    """

  @Test func `a picture in the place of a figure is told beside the blank cell`() async throws {
    let judged = try await changed { $0.replacing("<w:t>420</w:t></w:r>", with: "</w:r>\(Self.picture)") }
    #expect(judged.rules.sorted() == ["blank-cell", "unread-part"], "\(judged.summary)")
    let told = try #require(judged.findings.first { $0.rule == "unread-part" })
    #expect(told.place.source.row != nil && told.place.source.column != nil)
    #expect(told.message.contains("图片") && told.advice.contains("打成文字"))
  }

  @Test func `pictures and objects where nothing is missed are not told`() async throws {
    let more = """
      <w:p>\(Self.picture)</w:p><w:p>\(Self.sheet)</w:p><w:tbl><w:tr><w:tc><w:p>\(Self.picture)</w:p></w:tc></w:tr></w:tbl>
      """
    let judged = try await changed { $0.replacing("<w:sectPr", with: more + "<w:sectPr", maxReplacements: 1) }
    #expect(judged.summary == "")
  }

  @Test func `a sheet in the place of a table is told beside the missing table`() async throws {
    let judged = try await changed { xml in
      let start = try #require(xml.range(of: "<w:tbl>", options: .backwards))
      let end = try #require(xml.range(of: "</w:tbl>", range: start.upperBound..<xml.endIndex))
      return xml.replacingCharacters(in: start.lowerBound..<end.upperBound, with: "<w:p>\(Self.sheet)</w:p>")
    }
    #expect(judged.rules.contains("missing-table"), "\(judged.summary)")
    let told = try #require(judged.findings.first { $0.rule == "unread-part" })
    #expect(told.message.contains("Excel.Sheet.12"))
  }

  private func changed(_ change: (String) throws -> String) async throws -> Judged {
    let report = try #require(OfficeReport.all.first)
    let bytes = try await OfficeFile(report: report, format: .docx).bytes()
    let archive = try ZipArchive(bytes, limits: ArchiveLimits(unpacked: 16 << 20, entries: 100))
    let xml = String(decoding: try archive.contents(of: "word/document.xml"), as: UTF8.self)
    return try Judged(PackedFile(reading: bytes).replacing("word/document.xml", with: try change(xml).utf8).bytes)
  }
}
