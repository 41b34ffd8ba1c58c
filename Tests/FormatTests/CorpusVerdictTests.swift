import DocumentModel
import Findings
import TestFixtures
import Testing

/// Every report of the corpus is judged alike, whatever its format.
@Suite struct CorpusVerdictTests {
  @Test(arguments: try Corpus.documents())
  func `a good report is accepted without a word`(_ report: Corpus.Report) throws {
    let judged = try Judged(Corpus.bytes(report.file))
    #expect(judged.differences(from: report.expected.figures) == [])
    #expect(judged.summary == "")
    #expect(judged.verdict == .accepted)
  }

  @Test(arguments: try Corpus.documents())
  func `the format is told by the content`(_ report: Corpus.Report) throws {
    let format = try #require(report.ending.split(separator: ".").last.flatMap { DocumentFormat(rawValue: String($0)) })
    #expect(try Judged(Corpus.bytes(report.file)).document?.format == format)
  }

  @Test func `there are files of every format that is read as it is`() throws {
    let formats = try Set(Corpus.documents().compactMap { $0.ending.split(separator: ".").last })
    #expect(formats == ["docx", "html", "odt", "ofd", "pdf", "txt"])
  }

  @Test func `one wrong cell is one error at this cell`() throws {
    let judged = try Judged(Corpus.bytes("qinghe-2024-one-wrong-cell.docx"))
    let finding = try #require(judged.findings.first)
    #expect(judged.rules == ["requests-concluded-total"], "\(judged.summary)")
    #expect(finding.severity == .error)
    #expect(finding.place.row == "refused.state_secret" && finding.place.column == "total")
    #expect((finding.found, finding.expected) == ("55", "54"))
    #expect(finding.place.source.table != nil && finding.place.source.row != nil && finding.place.source.column != nil)
    #expect(judged.figures.count == 200)
  }

  @Test(arguments: Corpus.scans)
  func `a scan is told from a report by its lack of text, page by page`(_ scan: Corpus.Scan) throws {
    let judged = try Judged(Corpus.bytes(scan.file))
    #expect(judged.extract == .obstacle(.noTextLayer(pages: scan.pages)))
    #expect(judged.rules == ["no-text-layer"])
    #expect(judged.verdict == .rejected)
  }

  @Test(arguments: try Corpus.oldDocuments())
  func `a document of old waits for its conversion`(_ report: Corpus.Report) throws {
    let format = try #require(DocumentFormat(rawValue: report.ending))
    #expect(try Judged(Corpus.bytes(report.file)).extract == .needsConversion(from: format))
  }
}
