import Ledger
import Testing

struct LookupTests {
  private let ledger: Ledger

  init() throws {
    ledger = try Ledger.inMemory()
  }

  @Test func `the report that counts is the one accepted last`() throws {
    try ledger.record([
      .example(id: "first", settledAt: 100),
      .example(id: "second", settledAt: 300),
      .example(id: "rejected", settledAt: 400, verdict: .rejected),
      .example(id: "other office", settledAt: 500, office: "清河镇"),
      .example(id: "other year", settledAt: 600, year: 2023),
    ])
    #expect(try ledger.latestAccepted(offices: ["小店镇"], year: 2024)?.id == "second")
    #expect(try ledger.latestAccepted(offices: ["小店镇"], year: 2022) == nil)
  }

  @Test func `of two outcomes in one second the one recorded later counts`() throws {
    try ledger.record([.example(id: "b", settledAt: 100), .example(id: "a", settledAt: 100)])
    #expect(try ledger.latestAccepted(offices: ["小店镇"], year: 2024)?.id == "a")
  }

  @Test func `an office is found by any of its names, and its first report of a year whatever became of it`() throws {
    try ledger.record([
      .example(id: "old name", settledAt: 300, office: "小店乡"), .example(id: "new name", settledAt: 200),
      .example(id: "rejected", settledAt: 100, verdict: .rejected),
      .example(id: "other office", settledAt: 10, office: "清河镇"), .example(id: "other year", settledAt: 20, year: 2023),
      .example(id: "unknown", settledAt: 30, office: nil),
    ])
    #expect(try ledger.latestAccepted(offices: ["小店镇", "小店乡"], year: 2024)?.id == "old name")
    #expect(try ledger.latestAccepted(offices: ["小店镇"], year: 2024)?.id == "new name")
    #expect(try ledger.latestAccepted(offices: [], year: 2024) == nil)
    #expect(try ledger.firstReceived(offices: ["小店乡", "小店镇"], year: 2024) == 98)
    #expect(try ledger.firstReceived(offices: ["小店乡"], year: 2024) == 298)
    #expect(try ledger.firstReceived(offices: ["白杨镇"], year: 2024) == nil)
    #expect(try ledger.firstReceived(offices: [], year: 2024) == nil)
  }

  @Test func `figures come with the report that counts, in the form's order`() throws {
    let figures = ["z", "a", "m"].map { FigureRow(id: $0, significand: 1, decimals: 0) }
    try ledger.record([.example(figures: figures), .example(id: "other", settledAt: 1, figures: [])])
    #expect(try ledger.latestAccepted(offices: ["小店镇"], year: 2024)?.figures == figures)
  }

  @Test(arguments: [
    (SubmissionFilter(), ["d", "c", "b", "a"]),
    (SubmissionFilter(limit: 2), ["d", "c"]),
    (SubmissionFilter(limit: -1), []),
    (SubmissionFilter(offices: ["清河镇"]), ["c"]),
    (SubmissionFilter(year: 2023), ["b"]),
    (SubmissionFilter(verdict: .held), ["d"]),
    (SubmissionFilter(sha256: "same"), ["d", "a"]),
    (SubmissionFilter(settledAt: 200..<400), ["c", "b"]),
    (SubmissionFilter(offices: ["小店镇"], year: 2024, verdict: .accepted, sha256: "same", settledAt: 0..<500), ["a"]),
    (SubmissionFilter(offices: ["小店镇' OR '1'='1"]), []),
  ])
  func `a filter lets through what matches in all it names`(filter: SubmissionFilter, ids: [String]) throws {
    try ledger.record([
      .example(id: "a", settledAt: 100, sha256: "same"),
      .example(id: "b", settledAt: 200, year: 2023, sha256: "b"),
      .example(id: "c", settledAt: 300, office: "清河镇", sha256: "c"),
      .example(id: "d", settledAt: 400, verdict: .held, sha256: "same"),
    ])
    #expect(try ledger.submissions(filter).map(\.id) == ids)
  }

  @Test func `verdicts are counted within a span of time`() throws {
    try ledger.record([
      .example(id: "before", settledAt: 99),
      .example(id: "first second", settledAt: 100, verdict: .rejected),
      .example(id: "inside", settledAt: 150, verdict: .rejected),
      .example(id: "last second", settledAt: 199),
      .example(id: "after", settledAt: 200),
    ])
    #expect(try ledger.counts(settledAt: 100..<200) == [.accepted: 1, .rejected: 2, .held: 0])
  }

  @Test func `an id that was never given has no submission`() throws {
    #expect(try ledger.submission(id: "2027-000001") == nil)
  }
}
