import Daemon
import Ledger
import ReportModel
import Rules
import Spool
import Testing

/// What the ledger answers a report's judge.
struct RecallTests {
  private let ledger: Ledger
  private let own = SubmissionID()
  private let query = MemoryQuery(office: "小店镇", year: 2025, sha256: "same")

  init() throws {
    ledger = try Ledger.inMemory()
  }

  private func row(
    _ id: String, settledAt: Int = 1_800_000_000, office: String? = "小店镇", year: Int? = 2024,
    verdict: SubmissionRow.Verdict = .accepted, sha256: String = "other", path: [UInt8] = Array("镇办/年报.docx".utf8),
    figures: [FigureRow] = [], prose: ProseRow? = nil
  ) -> SubmissionRow {
    SubmissionRow(
      id: id, receivedAt: settledAt, settledAt: settledAt, path: path, office: office, year: year, form: "2021",
      verdict: verdict, sha256: sha256, format: "docx", bytes: 1, title: nil, diagnosticsPath: nil,
      outcomePath: path, durationMicroseconds: 1, figures: figures, prose: prose)
  }

  @Test func `an empty ledger remembers nothing`() throws {
    #expect(try ledger.memory(for: query, besides: own) == Memory())
  }

  @Test func `last year is the unit's report of the year before that was accepted last`() throws {
    func figure(_ number: Int) -> [FigureRow] {
      [FigureRow(id: "requests.carried_out.total", significand: number, decimals: 0)]
    }
    try ledger.record([
      row("first", settledAt: 100, figures: figure(1)),
      row("resubmitted", settledAt: 300, figures: figure(2)),
      row("rejected", settledAt: 400, verdict: .rejected),
      row("other office", settledAt: 500, office: "大店镇", figures: figure(3)),
      row("this year", settledAt: 600, year: 2025, figures: figure(4)),
      row("two years ago", settledAt: 700, year: 2023, figures: figure(5)),
    ])
    let last = try ledger.memory(for: query, besides: own).lastYear
    #expect(last == AcceptedReport(year: 2024, figures: ["requests.carried_out.total": 2]))
  }

  @Test func `a unit that was renamed has its history`() throws {
    try ledger.record([
      row("before", settledAt: 100, office: "小店乡"), row("neighbour", settledAt: 200, office: "大店镇"),
      row("this year", settledAt: 1_799_742_600, office: "小店乡", year: 2025, verdict: .rejected),
    ])
    #expect(try ledger.memory(for: query, besides: own) == Memory())
    var query = query
    query.otherNames = ["小店乡"]
    let memory = try ledger.memory(for: query, besides: own)
    #expect(memory.lastYear?.year == 2024)
    #expect(memory.firstReceived == CivilDate(year: 2027, month: 1, day: 12))
  }

  @Test(arguments: [
    MemoryQuery(office: nil, year: 2025, sha256: ""), MemoryQuery(office: "小店镇", year: nil, sha256: ""),
  ])
  func `a report that does not say whose and of when has no year before`(_ query: MemoryQuery) throws {
    try ledger.record([row("unknown", office: nil), row("known")])
    #expect(try ledger.memory(for: query, besides: own) == Memory())
  }

  @Test func `the words of the unit's year before, and of others that share some, are remembered`() throws {
    let prints = (0..<64).map { Int64($0) }
    func prose(_ text: String, _ count: Int) -> ProseRow {
      ProseRow(text: text, fingerprints: Array(prints.prefix(count)))
    }
    try ledger.record([
      row("last", prose: prose("去年", 64)),
      row("earlier this year", year: 2025, prose: prose("今年", 64)),
      row("other", office: "大店镇", year: 2025, prose: prose("大店", 40)),
      row("other's last", office: "大店镇", prose: prose("大店去年", 50)),
      row("stranger", office: "清河镇", year: 2025, prose: prose("清河", 3)),
      row("rejected", office: "石桥镇", year: 2025, verdict: .rejected),
    ])
    var query = query
    query.fingerprints = prints
    let memory = try ledger.memory(for: query, besides: own)
    #expect(memory.lastYear?.prose == "去年")
    #expect(
      memory.others == [
        AcceptedProse(office: "大店镇", year: 2024, text: "大店去年"),
        AcceptedProse(office: "大店镇", year: 2025, text: "大店"),
      ])
    query.office = nil
    #expect(try ledger.memory(for: query, besides: own) == Memory())
  }

  @Test func `figures that are no numbers are left out`() throws {
    let figures = [("a", 3), ("b", -1), ("c", 19), ("d", .max)].map { FigureRow(id: $0, significand: 0, decimals: $1) }
    try ledger.record([row("damaged", figures: figures)])
    #expect(try ledger.memory(for: query, besides: own).lastYear?.figures == ["a": 0])
  }

  @Test func `the same content is told with its name, its outcome and its time`() throws {
    try ledger.record([row("earlier", settledAt: 1_799_742_600, office: nil, verdict: .rejected, sha256: "same")])
    let memory = try ledger.memory(for: query, besides: own)
    #expect(
      memory.sameContent
        == EarlierSubmission(name: "年报.docx", isAccepted: false, time: "2027 年 1 月 12 日 16:30"))
  }

  @Test func `of the same content what was accepted counts before what was rejected, and what was held never`() throws {
    try ledger.record([row("held", verdict: .held, sha256: "same")])
    #expect(try ledger.memory(for: query, besides: own).sameContent == nil)
    try ledger.record([
      row("accepted", settledAt: 100, office: nil, sha256: "same"),
      row("rejected", settledAt: 200, verdict: .rejected, sha256: "same"),
    ])
    #expect(try ledger.memory(for: query, besides: own).sameContent?.isAccepted == true)
  }

  @Test func `a submission that was recorded before a crash is no earlier one of itself`() throws {
    try ledger.record([row(own.rawValue, year: 2025, sha256: "same")])
    #expect(try ledger.memory(for: query, besides: own).sameContent == nil)
    try ledger.record([row("earlier", settledAt: 100, year: 2025, sha256: "same")])
    #expect(try ledger.memory(for: query, besides: own).sameContent != nil)
  }

  @Test func `a name that is dangerous to show is shown all the same`() throws {
    try ledger.record([row("odd", year: 2025, sha256: "same", path: Array("a/\u{202E}b\n".utf8) + [0xFF])])
    let name = try ledger.memory(for: query, besides: own).sameContent?.name
    #expect(name == "\\u{202e}b\\u{a}\u{FFFD}")
  }
}
