import DocumentModel
import Extraction
import Foundation
import ReportModel
import TestFixtures
import Testing

/// Every report of the corpus is read exactly.
@Suite struct CorpusTests {
  @Test(arguments: try Corpus.documents())
  func `all 200 figures are read exactly`(_ report: Corpus.Report) throws {
    let read = try #require(try Reading.report(Corpus.bytes(report.file)))
    let figures = Dictionary(uniqueKeysWithValues: read.figures.map { ($0.id, Decimal(string: $0.figure.description)) })
    #expect(figures.count == 200)
    for (id, expected) in report.expected.figures {
      #expect(figures[id] == expected, "\(id)")
    }
  }

  @Test(arguments: try Corpus.documents())
  func `title, unit, year, form and sections are read`(_ report: Corpus.Report) throws {
    let read = try #require(try Reading.report(Corpus.bytes(report.file)))
    #expect(read.office == report.expected.office)
    #expect(read.year == report.expected.year)
    #expect(read.title?.text == report.expected.title)
    #expect(read.form.id == "2021")
    #expect(read.sections.map(\.number) == [1, 2, 3, 4, 5, 6])
  }
}
