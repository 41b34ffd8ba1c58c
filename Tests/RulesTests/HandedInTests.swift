import Findings
import Rules
import Testing

@Suite struct HandedInTests {
  @Test(arguments: HandedIn.all)
  func `where a roster is kept, what does not agree with it is named, and nothing else`(_ example: HandedIn) throws {
    let findings = try example.findings()
    #expect(findings.count == example.expected.count, "\(findings.map { "\($0.rule) \($0.message)" })")
    for expected in example.expected {
      #expect(
        findings.contains { Expected($0, like: expected) == expected },
        "\(findings.map { Expected($0, like: expected) })")
    }
    #expect(Verdict(findings) == .accepted)
    #expect(findings.allSatisfy { !$0.message.isEmpty && !$0.advice.isEmpty })
  }
}
