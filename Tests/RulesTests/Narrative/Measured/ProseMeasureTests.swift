import Findings
import Foundation
import Rules
import TestFixtures
import Testing

@Suite struct ProseMeasureTests {
  /// Prints what is found and missed: a change of the rules is weighed by it.
  @Test func `slips in prose are found, and hardly anything else`() throws {
    let folder = Corpus.prose
    var measure = ProseMeasure(fixtures: try MeasuredSentence.fixtures(in: folder)) { text, lastYear in
      try Judging.findings(Array(text.utf8), remembering: Memory(lastYear: lastYear))
    }
    for sentence in try MeasuredSentence.all(in: folder) { try measure.add(sentence) }
    print(measure.table)
    #expect(measure.total.precision >= 99 && measure.total.recall >= 93)
    let told = try #require(measure.tallies["narrative-mismatch"])
    #expect(told.precision >= 99.5 && told.recall >= 95)
    // Judged by rules of other rooms.
    for (rule, tally) in measure.tallies where !["title", "wrong-office", "year-mismatch"].contains(rule) {
      #expect(tally.precision >= 99 && tally.recall >= 85, "\(rule)")
    }
  }
}
