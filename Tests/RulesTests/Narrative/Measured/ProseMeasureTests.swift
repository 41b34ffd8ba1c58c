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
    for fault in measure.faults { print(fault) }
    #expect(measure.total.precision >= 99.5 && measure.total.recall >= 95)
    // What is no flaw of a title is told where titles are read.
    for (rule, tally) in measure.tallies where rule != "title" {
      #expect(tally.precision >= 99 && tally.recall >= 90, "\(rule)")
    }
  }
}
