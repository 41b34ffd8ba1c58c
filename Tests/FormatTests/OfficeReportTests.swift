import DocumentModel
import Findings
import Foundation
import ReportModel
import TestFixtures
import Testing

/// Reports as an office suite saves them, read the whole way.
@Suite(.enabled(if: OfficeSuite.isInstalled, Comment(rawValue: OfficeSuite.missing))) struct OfficeReportTests {
  @Test(arguments: OfficeFile.all)
  func `every figure is read exactly, and the findings are these`(_ file: OfficeFile) async throws {
    let judged = try Judged(await file.bytes())
    let source = file.report.source
    #expect(judged.differences(from: source.readable) == [])
    #expect(judged.report?.office == source.office)
    #expect(judged.report?.year == source.year)
    #expect(judged.report?.title?.text == source.titleText)
    #expect(judged.report?.sections.map(\.number) == [1, 2, 3, 4, 5, 6])

    let found = judged.findings.map { finding in
      OfficeReport.Expected(rule: finding.rule.rawValue, row: finding.place.row, column: finding.place.column)
    }
    #expect(Set(found) == Set(file.report.expected), "\(judged.summary)")
    #expect(found.count == file.report.expected.count)
    let errors = judged.findings.filter { $0.severity == .error }
    #expect(judged.verdict == (errors.isEmpty ? .accepted : .rejected))
  }

  @Test(arguments: OfficeFile.all)
  func `a finding in a table says where in the document the cell stands`(_ file: OfficeFile) async throws {
    for finding in try Judged(await file.bytes()).findings where finding.place.column != nil {
      let place = finding.place.source
      switch file.format {
      case .pdf: #expect(place.page != nil)
      case .docx, .odt, .html: #expect(place.table != nil && place.row != nil)
      }
    }
  }
}
