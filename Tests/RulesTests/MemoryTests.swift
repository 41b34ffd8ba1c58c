import DocumentModel
import Findings
import ReportModel
import Rules
import TestFixtures
import Testing

@Suite struct MemoryTests {
  @Test(arguments: Recollection.all)
  func `a year is held against the one before, and only what differs is named`(_ example: Recollection) throws {
    let findings = try example.findings()
    #expect(findings.count == example.expected.count, "\(findings.map { "\($0.rule) \($0.message)" })")
    for expected in example.expected {
      #expect(
        findings.contains { Expected($0, like: expected) == expected },
        "\(findings.map { Expected($0, like: expected) })")
    }
  }

  @Test func `without memory nothing is said of other years`() throws {
    let text = try Corpus.text().replacingOnly("文件 7 4 34", with: "文件 7 4 38")
    #expect(try Judging.findings(Array(text.utf8)).isEmpty)
  }

  @Test func `what differs from last year is explained, and rejects nothing`() throws {
    let findings = try Recollection.all.flatMap { try $0.findings() }
    #expect(Verdict(findings) == .accepted)
    #expect(findings.allSatisfy { !$0.message.isEmpty && !$0.advice.isEmpty })
    let placed = findings.filter { !["duplicate-submission", "rules-by-unit"].contains($0.rule) }
    #expect(placed.allSatisfy { $0.place.source.line != nil && $0.message.contains("2023年") })
  }

  @Test func `a year of the older form is compared where both forms count the same`() throws {
    let last = AcceptedReport(
      year: 2020,
      figures: [
        "disclosure.normative_documents.made": 3, "disclosure.normative_documents.public_total": 900,
        "requests.carried_out.total": 24, "requests.carried_out.other": 2,
      ])
    let findings = try Judging.findings(
      Array(Corpus.text().utf8), remembering: Memory(lastYear: last))
    #expect(findings.map(\.place.column) == ["other"])
  }

  @Test func `figures beyond any count are compared without harm`() throws {
    var last = try Recollection.accepted("qinghe-2023.raw.txt")
    for id in last.figures.keys { last.figures[id] = Figure(significand: .max) }
    let findings = try Judging.findings(Array(Corpus.text().utf8), remembering: Memory(lastYear: last))
    #expect(Set(findings.map(\.rule)).isSubset(of: ["carried-in", "in-force-continuity", "year-on-year"]))
    for id in last.figures.keys { last.figures[id] = Figure(significand: .min, decimals: 18) }
    #expect(try !Judging.findings(Array(Corpus.text().utf8), remembering: Memory(lastYear: last)).isEmpty)
  }

  @Test func `a rule that rests on memory explains itself by an example`() {
    let ids: Set<RuleID> = [
      "carried-in", "in-force-continuity", "year-on-year", "duplicate-submission", "same-as-last-year",
      "same-as-another",
    ]
    let described = RuleBook.rules.map { $0.description }.filter { ids.contains($0.id) }
    #expect(described.count == ids.count)
    #expect(described.allSatisfy { $0.example.map { $0.wrong != $0.right } ?? false })
  }
}
