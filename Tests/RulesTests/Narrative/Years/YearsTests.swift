import Findings
import TestFixtures
import Testing

@Suite struct YearsTests {
  @Test(arguments: FittingYears.all + MisstatedYears.all + OtherYears.all + YearsInPassing.all)
  func `what is said of two years is held against the figures of both`(_ sentence: YearlySentence) throws {
    #expect(try sentence.findings().map(\.found) == sentence.marked)
  }
}
