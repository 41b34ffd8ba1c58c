import GRDB
import Testing

@testable import Ledger

struct LikenessTests {
  private let ledger: Ledger

  init() throws {
    ledger = try Ledger.inMemory()
  }

  private func row(
    _ id: String, settledAt: Int = 100, office: String? = nil, year: Int? = 2024,
    verdict: SubmissionRow.Verdict = .accepted, _ fingerprints: [Int64]
  ) -> SubmissionRow {
    .example(
      id: id, settledAt: settledAt, office: office ?? id, year: year, verdict: verdict,
      prose: ProseRow(text: "\(id)的正文", fingerprints: fingerprints))
  }

  private func alike(
    _ fingerprints: [Int64], years: [Int] = [2024, 2023], besides offices: [String] = ["青禾镇"], sharing least: Int = 2,
    limit: Int = 3
  ) throws -> [String] {
    try ledger.alike(fingerprints, years: years, besides: offices, sharing: least, limit: limit).map(\.id)
  }

  @Test func `those that share most come first, with their words`() throws {
    try ledger.record([
      row("two", [1, 2, 7, 8]), row("four", year: 2023, [1, 2, 3, 4]), row("one", [4, 7, 8, 9]),
      row("none", [7, 8, 9]),
      row("three", [1, 2, 3]), row("the year before", year: 2022, [1, 2, 3, 4]),
    ])
    #expect(try alike([1, 2, 3, 4]) == ["four", "three", "two"])
    #expect(try alike([1, 2, 3, 4], limit: 1) == ["four"])
    #expect(try alike([1, 2, 3, 4], sharing: 1, limit: 9) == ["four", "three", "two", "one"])
    let found = try ledger.alike([1, 2, 3, 4], years: [2023], besides: [], sharing: 2, limit: 3)
    #expect(found.map(\.prose) == [ProseRow(text: "four的正文", fingerprints: [1, 2, 3, 4])])
    #expect(try alike([]).isEmpty)
    #expect(try alike([1, 2], years: []).isEmpty)
  }

  @Test func `of each office and year only the report that counts is alike`() throws {
    try ledger.record([
      row("first", settledAt: 100, office: "小店镇", [1, 2, 3]),
      row("rejected", settledAt: 200, office: "小店镇", verdict: .rejected, [1, 2, 3]),
      row("own", office: "青禾镇", [1, 2, 3]),
      row("unknown year", office: "大店镇", year: nil, [1, 2, 3]),
    ])
    #expect(try alike([1, 2, 3]) == ["first"])
    try ledger.record([row("rewritten", settledAt: 300, office: "小店镇", [7, 8, 9])])
    #expect(try alike([1, 2, 3]).isEmpty)
    try ledger.record([row("again", settledAt: 300, office: "小店镇", [1, 2])])
    #expect(try alike([1, 2, 3]) == ["again"])
    var nobody = row("nobody's", [1, 2, 3])
    nobody.office = nil
    try ledger.record([nobody])
    #expect(try alike([1, 2, 3]) == ["again"])
  }

  @Test func `however often an office hands in, it hides nobody`() throws {
    try ledger.record([row("other", [1, 2])])
    try ledger.record((0..<60).map { row("own \($0)", settledAt: 200 + $0, office: "青禾镇", [1, 2, 3]) })
    #expect(try alike([1, 2, 3]) == ["other"])
  }

  @Test func `among thousands that share stock wording the copied one is found`() throws {
    let stock = (0..<8).map { Int64($0) }
    func own(_ number: Int) -> [Int64] { (0..<56).map { Int64(1000 + number * 56 + $0) } }
    try ledger.record((0..<2000).map { row("\($0)", stock + own($0)) })
    #expect(try alike(stock + own(700).prefix(28) + own(5000), sharing: 4).first == "700")
    #expect(try alike(stock + own(5000), sharing: 9).isEmpty)
  }

  @Test func `what is taken out of the ledger takes its words along`() throws {
    try ledger.record([row("gone", [1, 2]), row("kept", [1, 2])])
    try ledger.queue.write { try $0.execute(sql: "DELETE FROM submission WHERE id = 'gone'") }
    #expect(try alike([1, 2]) == ["kept"])
    #expect(try ledger.queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM fingerprint") } == 2)
    #expect(try ledger.queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM prose") } == 1)
  }

  @Test func `the question is answered from the key alone`() throws {
    let plan = try ledger.queue.read { database in
      try Row.fetchAll(
        database,
        sql: "EXPLAIN QUERY PLAN SELECT prose FROM fingerprint WHERE hash = 1 AND year = 2 ORDER BY prose DESC LIMIT 3")
    }
    let details = plan.map { $0["detail"] as String }
    #expect(details == ["SEARCH fingerprint USING PRIMARY KEY (hash=? AND year=?)"])
  }
}
