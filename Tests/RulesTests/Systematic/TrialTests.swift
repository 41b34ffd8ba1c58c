import DocumentModel
import Findings
import Testing

/// Good reports changed one thing at a time. With `swift test --attachments-path FOLDER` the outcome is kept there as a
/// table.
@Suite struct TrialTests {
  static let all = Result {
    try Trial.cells() + Trial.rows() + Trial.prose() + Trial.structure() + Trial.wording() + Trial.comparisons()
      + Trial.harmless()
  }

  /// Each is judged once for all tests.
  static let results = Result {
    try Dictionary(
      all.get().map { trial in (trial.description, Result { try TrialResult(trial) }) },
      uniquingKeysWith: { first, _ in first })
  }

  @Test(arguments: try all.get())
  func `a slip is named at its place, nothing else is, and what is harmless passes`(_ trial: Trial) throws {
    let result = try #require(try Self.results.get()[trial.description]).get()
    #expect(result.missing.isEmpty, "\(result.said)")
    #expect(result.surplus.isEmpty, "\(result.said)")
    #expect(result.misplaced.isEmpty, "\(result.said)")
    #expect(result.verdict == result.wantedVerdict)
  }

  @Test func `a hundred slips and forty harmless changes are tried`() throws {
    let trials = try Self.all.get()
    #expect(trials.count { !$0.isHarmless } >= 100)
    #expect(trials.count { $0.isHarmless } >= 40)
    #expect(Set(trials.map(\.description)).count == trials.count, "each is another")
    #expect(Set(trials.map(\.family)) == Set(Family.allCases))
  }

  @Test func `what came of each family is told in a table`() throws {
    let results = try Self.all.get().compactMap { try Self.results.get()[$0.description]?.get() }
    Attachment.record(TrialTable(results).text, named: "mutations.md")
    #expect(results.allSatisfy { $0.isRight })
  }
}
