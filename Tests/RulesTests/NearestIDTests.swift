import Findings
import Rules
import Testing

/// What somebody who mistypes the name of a rule may have meant.
@Suite struct NearestIDTests {
  @Test(arguments: [
    ("request-balance", "requests-balance"), ("blank-cel", "blank-cell"), ("Title", "title"), ("titel", "title"),
    ("heading", "section-heading"), ("missing_row", "missing-row"), ("notareport", "not-a-report"),
  ])
  func `the nearest id stands first`(_ written: String, _ meant: RuleID) {
    #expect(RuleID(rawValue: written).nearest(among: ids).first == meant)
  }

  @Test func `all that hold the word are named, three at most`() {
    #expect(RuleID("missing").nearest(among: ids) == ["missing-section", "missing-table", "missing-row"])
    #expect(RuleID("total").nearest(among: ids).count == 3)
    #expect(RuleID("e").nearest(among: ids).isEmpty)
  }

  @Test(arguments: ["", "x", "payroll", "国家秘密", String(repeating: "title", count: 100_000)])
  func `nothing is suggested for what is like no rule`(_ written: String) {
    #expect(RuleID(rawValue: written).nearest(among: ids).isEmpty)
  }

  private var ids: [RuleID] { RuleBook.rules.map { $0.description.id } }
}
