import Archive
import Foundation
import TestFixtures
import Testing

/// What authors and reviewers leave in a Word document: revisions, hidden text, pieces of runs (ECMA-376 part 1, 17.13
/// and 17.3.2.41). The file is an office suite's; its document part is changed by hand.
@Suite(.enabled(if: OfficeSuite.isInstalled, Comment(rawValue: OfficeSuite.missing))) struct WordMarkupTests {
  struct Change: Sendable, CustomStringConvertible {
    var description: String
    /// The run that holds （七）总计 · 总计, and what stands in its place.
    var run: @Sendable (_ run: String) -> String
  }

  static let changes = [
    Change(description: "a deletion and an insertion") { run in
      """
      <w:del w:id="901" w:author="a" w:date="2025-01-01T00:00:00Z"><w:r><w:delText>421</w:delText></w:r></w:del>\
      <w:ins w:id="902" w:author="a" w:date="2025-01-01T00:00:00Z">\(run)</w:ins>
      """
    },
    Change(description: "text that was moved away and here") { run in
      """
      <w:moveFrom w:id="903" w:author="a"><w:r><w:t>99</w:t></w:r></w:moveFrom>\
      <w:moveTo w:id="904" w:author="a">\(run)</w:moveTo>
      """
    },
    Change(description: "hidden text") { "<w:r><w:rPr><w:vanish/></w:rPr><w:t>7</w:t></w:r>\($0)" },
    Change(description: "text that is hidden on the web only") {
      $0.replacingOccurrences(of: "<w:rPr>", with: "<w:rPr><w:webHidden/>")
    },
    Change(description: "text whose hiding is switched off") {
      $0.replacingOccurrences(of: "<w:rPr>", with: #"<w:rPr><w:vanish w:val="false"/>"#)
    },
    Change(description: "digits in runs of their own") { _ in
      #"<w:r><w:t>4</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t>2</w:t></w:r><w:r><w:t>0</w:t></w:r>"#
    },
    Change(description: "a bookmark and a smart tag") { run in
      """
      <w:bookmarkStart w:id="905" w:name="x"/><w:smartTag w:element="n">\(run)</w:smartTag><w:bookmarkEnd w:id="905"/>
      """
    },
    Change(description: "a content control") { "<w:sdt><w:sdtPr/><w:sdtContent>\($0)</w:sdtContent></w:sdt>" },
    Change(description: "a field with its instruction") { run in
      """
      <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>=SUM(LEFT) 421</w:instrText></w:r>\
      <w:r><w:fldChar w:fldCharType="separate"/></w:r>\(run)<w:r><w:fldChar w:fldCharType="end"/></w:r>
      """
    },
    Change(description: "a simple field") { #"<w:fldSimple w:instr="=SUM(LEFT)">\#($0)</w:fldSimple>"# },
    Change(description: "a comment") { run in
      #"<w:commentRangeStart w:id="1"/>\#(run)<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>"#
    },
    Change(description: "a choice and its fallback") { run in
      """
      <mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">\
      <mc:Choice Requires="wps">\(run)</mc:Choice><mc:Fallback>\(run)</mc:Fallback></mc:AlternateContent>
      """
    },
  ]

  @Test(arguments: changes)
  func `what is not printed is not read, and what is printed is`(_ change: Change) async throws {
    let judged = try Judged(await document { xml in try xml.replacingRun(of: "420", with: change.run) })
    #expect(try judged.differences(from: source.readable) == [])
    #expect(judged.summary == "")
  }

  @Test func `a row that was deleted is not read`() async throws {
    let judged = try Judged(
      await document { xml in
        let row = try xml.row(of: "420")
        let deleted = row.replacingOccurrences(of: "<w:t>", with: "<w:delText>")
          .replacingOccurrences(of: "</w:t>", with: "</w:delText>")
          .replacingOccurrences(of: "<w:trPr>", with: #"<w:trPr><w:del w:id="906" w:author="a"/>"#)
          .replacingOccurrences(of: "<w:r>", with: #"<w:del w:id="907" w:author="a"><w:r>"#)
          .replacingOccurrences(of: "</w:r>", with: "</w:r></w:del>")
        return try xml.replacingOnly(row, with: deleted + row)
      })
    #expect(try judged.differences(from: source.readable) == [])
    #expect(judged.summary == "")
  }

  @Test func `a deleted figure leaves a blank cell`() async throws {
    let judged = try Judged(
      await document { xml in
        try xml.replacingRun(of: "420") { _ in
          #"<w:del w:id="908" w:author="a"><w:r><w:delText>420</w:delText></w:r></w:del>"#
        }
      })
    #expect(judged.rules == ["blank-cell"], "\(judged.summary)")
    #expect(judged.figures.count == 199)
  }

  private var source: ReportSource {
    get throws { try #require(OfficeReport.all.first).source }
  }

  /// The document of an office suite with another document part.
  private func document(_ change: (String) throws -> String) async throws -> [UInt8] {
    let report = try #require(OfficeReport.all.first)
    let bytes = try await OfficeFile(report: report, format: .docx).bytes()
    let archive = try ZipArchive(bytes, limits: ArchiveLimits(unpacked: 16 << 20, entries: 100))
    let xml = String(decoding: try archive.contents(of: "word/document.xml"), as: UTF8.self)
    return try PackedFile(reading: bytes).replacing("word/document.xml", with: change(xml).utf8).bytes
  }
}

extension String {
  /// Changes the one run that holds this text and nothing else.
  fileprivate func replacingRun(of text: String, with change: (String) -> String) throws -> String {
    let run = try piece(from: "<w:r>", to: "</w:r>", around: text)
    return try replacingOnly(run, with: change(run))
  }

  fileprivate func row(of text: String) throws -> String {
    try piece(from: "<w:tr>", to: "</w:tr>", around: text)
  }

  private func piece(from start: String, to end: String, around text: String) throws -> String {
    guard let place = range(of: "<w:t>\(text)</w:t>"),
      let first = range(of: start, options: .backwards, range: startIndex..<place.lowerBound),
      let last = range(of: end, range: place.upperBound..<endIndex)
    else { throw NotThere(text: text) }
    return String(self[first.lowerBound..<last.upperBound])
  }
}

private struct NotThere: Error {
  var text: String
}
