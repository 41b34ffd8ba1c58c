import DocumentModel
import Findings
import Rules
import TestFixtures
import Testing

@Suite struct RuleCaseTests {
  /// What is tried in all places, by its description.
  private static let examples: [(description: String, findings: @Sendable () throws -> [Finding])] =
    (Mutation.all + NearMiss.mutations).map { example in (example.description, { try example.findings() }) }
    + Obstacles.all.map { example in (example.description, { try Judging.findings(on: example.extract) }) }
    + Recollection.all.map { example in (example.description, { try example.findings() }) }
    + HandedIn.all.map { example in (example.description, { try example.findings() }) } + NearMiss.files
    + readings

  private static let readings: [(description: String, findings: @Sendable () throws -> [Finding])] = [
    ("a report and a file inside it", findingsWithUnreadPart),
    ("two numbers parted by a space, and a slip", findingsOfSlip),
  ]

  @Sendable private static func findingsOfSlip() throws -> [Finding] {
    let text = try Corpus.text().replacingOnly("284 26 16 52 23 17 418", with: "2 84 26 16 53 23 1 7 418")
    return try Judging.findings(Array(text.utf8))
  }

  @Sendable private static func findingsWithUnreadPart() throws -> [Finding] {
    var document = try #require(try Judging.document(Array(Corpus.text().utf8)))
    document.unread = [UnreadPart(kind: .embeddedFile, name: "附件.rtf")]
    return try Judging.findings(on: .document(document))
  }

  @Test func `every rule has a report that must trigger it and one that is close and must not`() {
    #expect(RuleCase.all.map(\.rule) == RuleBook.rules.map { $0.description.id })
    #expect(RuleCase.all.allSatisfy { $0.breaking != $0.close })
  }

  @Test(arguments: RuleCase.all)
  func `a rule is triggered by what breaks it and not by what is close`(_ example: RuleCase) throws {
    #expect(try findings(example.breaking).contains { $0.rule == example.rule })
    #expect(try !findings(example.close).contains { $0.rule == example.rule })
  }

  @Test(arguments: NearMiss.mutations)
  func `of what is close no more is said than is wrong with it`(_ mutation: Mutation) throws {
    let findings = try mutation.findings()
    #expect(findings.count == mutation.expected.count, "\(findings.map { "\($0.rule) \($0.message)" })")
    for expected in mutation.expected {
      #expect(findings.contains { Expected($0, like: expected) == expected })
    }
  }

  private func findings(_ description: String) throws -> [Finding] {
    let found = Self.examples.filter { $0.description == description }
    #expect(found.count == 1, "it is not told which example is meant: \(description)")
    return try #require(found.first).findings()
  }
}
