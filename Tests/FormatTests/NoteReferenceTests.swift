import Archive
import Foundation
import TestFixtures
import Testing

/// Notes of an office suite's documents: a mark changes no figure, and is told where it stands beside one.
@Suite(.enabled(if: OfficeSuite.isInstalled, Comment(rawValue: OfficeSuite.missing))) struct NoteReferenceTests {
  private static let word = "<w:r><w:footnoteReference w:id=\"9\"/></w:r>"
  private static let open = """
    <text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>含上年转入的件\
    </text:p></text:note-body></text:note>
    """

  @Test func `a note beside a figure of a docx is told, and none of the figure`() async throws {
    let judged = try Judged(await changed(.docx, "word/document.xml", behind: "420</w:t></w:r>", Self.word))
    try check(judged)
  }

  @Test func `a note beside a figure of an odt is told, and none of the figure`() async throws {
    let judged = try Judged(await changed(.odt, "content.xml", behind: ">420", Self.open))
    try check(judged)
  }

  private func check(_ judged: Judged) throws {
    let report = try #require(OfficeReport.all.first)
    #expect(judged.differences(from: report.source.readable) == [])
    #expect(judged.rules == ["cell-remark"], "\(judged.summary)")
  }

  /// In the title, a heading, a label and the prose nobody minds a note.
  @Test func `a note behind any words changes nothing`() async throws {
    let report = try #require(OfficeReport.all.first)
    let bytes = try await OfficeFile(report: report, format: .docx).bytes()
    let xml = try Self.part("word/document.xml", of: bytes)
    let marked = xml.replacing(#/[^0-9０-９<>]</w:t></w:r>/#) { "\($0.output)\(Self.word)" }
    #expect(marked.count > xml.count + 100 * Self.word.count)
    let judged = try Judged(PackedFile(reading: bytes).replacing("word/document.xml", with: marked.utf8).bytes)
    #expect(judged.differences(from: report.source.readable) == [])
    #expect(judged.summary == "")
  }

  private func changed(
    _ format: OfficeReport.Format, _ part: String, behind text: String, _ markup: String
  ) async throws -> [UInt8] {
    let report = try #require(OfficeReport.all.first)
    let bytes = try await OfficeFile(report: report, format: format).bytes()
    let xml = try Self.part(part, of: bytes)
    #expect(xml.contains(text))
    let changed = xml.replacing(text, with: text + markup, maxReplacements: 1)
    return try PackedFile(reading: bytes).replacing(part, with: changed.utf8).bytes
  }

  private static func part(_ name: String, of bytes: [UInt8]) throws -> String {
    let archive = try ZipArchive(bytes, limits: ArchiveLimits(unpacked: 16 << 20, entries: 100))
    return String(decoding: try archive.contents(of: name), as: UTF8.self)
  }
}
