import DocumentModel
import Findings
import TestFixtures
import Testing

@Suite struct ProblemsStatementTests {
  @Test(arguments: StatedProblems.all)
  func `a section that names a problem and what is done about it is left alone`(_ words: String) throws {
    #expect(try SectionText.findings("problems-statement", inSection: 5, words).map(\.found) == [])
  }

  @Test(arguments: UnstatedProblems.all)
  func `what a section on problems leaves out is named`(_ section: LackingText) throws {
    let findings = try SectionText.findings("problems-statement", inSection: 5, section.text)
    #expect(findings.map(\.expected) == ["写明\(section.missing)"])
    #expect(findings.allSatisfy { $0.severity == .warning && $0.place.section == 5 && $0.place.source.line != nil })
  }

  @Test(arguments: ["", "\n\n"])
  func `a section without words is told by another rule`(_ words: String) throws {
    #expect(try SectionText.findings("problems-statement", inSection: 5, words) == [])
    #expect(try SectionText.findings("empty-section", inSection: 5, words).count == 1)
  }

  @Test func `prose that nobody would read to its end is not worked through`() throws {
    let words = String(repeating: "问题不大，加强培训", count: 10_000)
    #expect(try SectionText.findings("problems-statement", inSection: 5, words) == [])
  }
}
