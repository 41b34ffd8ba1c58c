import Dispatch
import GRDB
import Testing

@testable import Ledger

struct RecordingTests {
  private let file: LedgerFile

  init() throws {
    file = try LedgerFile()
  }

  @Test func `a submission comes back as it was recorded, also from a ledger opened anew`() throws {
    let row = SubmissionRow.example(
      findings: [
        FindingRow(rule: "carried-in", severity: .warning, message: "上年结转与去年不符：\n3 ≠ 2；'); DROP TABLE submission;--"),
        FindingRow(
          rule: "blank-cell", severity: .error, message: "这个表没有填数字。",
          places: ["requests.received.total", "requests.carried_in", "requests.received.other"], found: "空白"),
        FindingRow(rule: "empty-section", severity: .error, message: "没有正文。", places: ["section.6"], found: ""),
        FindingRow(rule: "author-property", severity: .info, message: ""),
      ],
      figures: [
        FigureRow(id: "requests.received.total", significand: 128, decimals: 0),
        FigureRow(id: "disclosure.fees.amount", significand: 123_456, decimals: 4),
        FigureRow(id: "disclosure.licensing.decisions", significand: .min, decimals: 0),
      ],
      prose: ProseRow(text: "\n一是'); DROP TABLE prose;--\u{1F600}", fingerprints: [.min, -1, 0, .max]))
    try file.open().record([row])
    #expect(try file.open().submission(id: row.id) == row)
  }

  @Test func `what is not known stays unknown`() throws {
    var row = SubmissionRow.example(office: nil, year: nil, verdict: .held)
    row.form = nil
    row.format = nil
    row.title = nil
    row.diagnosticsPath = nil
    let ledger = try file.open()
    try ledger.record([row])
    #expect(try ledger.submission(id: row.id) == row)
  }

  @Test(arguments: [
    Array("报告.docx".utf8),
    [0xB1, 0xA8, 0xB8, 0xE6],
    [0x2D, 0x0A, 0xFF, 0x27, 0x25],
    [],
  ])
  func `a path keeps its bytes`(path: [UInt8]) throws {
    let row = SubmissionRow.example(path: path)
    let ledger = try file.open()
    try ledger.record([row])
    #expect(try ledger.submission(id: row.id)?.path == path)
  }

  @Test func `a path that is UTF-8 can be looked up as text`() throws {
    let ledger = try file.open()
    try ledger.record([.example()])
    let found = try ledger.queue.read { database in
      try String.fetchOne(
        database, sql: "SELECT id FROM submission WHERE path = ? AND outcome_path LIKE 'accepted/%'",
        arguments: ["小店镇/2024年报.docx"])
    }
    #expect(found == "2027-000001")
  }

  @Test func `recording again changes nothing but where the files lie`() throws {
    let first = SubmissionRow.example(findings: [FindingRow(rule: "late", severity: .warning, message: "晚了一天")])
    var again = first
    again.verdict = .rejected
    again.findings = [FindingRow(rule: "title", severity: .error, message: "别的")]
    again.outcomePath = Array("accepted/小店镇/2024年报 (2).docx".utf8)
    again.diagnosticsPath = [0xB1, 0xA8]
    let other = SubmissionRow.example(id: "2027-000002")
    let ledger = try file.open()
    try ledger.record([first])
    try ledger.record([again, other])
    var corrected = first
    corrected.outcomePath = again.outcomePath
    corrected.diagnosticsPath = again.diagnosticsPath
    #expect(try ledger.submission(id: first.id) == corrected)
    #expect(try ledger.submission(id: other.id) == other)
  }

  @Test func `a batch is recorded whole or not at all`() throws {
    let ledger = try file.open()
    try ledger.queue.write { database in
      try database.execute(
        sql: """
          CREATE TRIGGER refuse BEFORE INSERT ON figure WHEN new.id = 'refused'
          BEGIN SELECT raise(ABORT, 'refused'); END
          """)
    }
    let good = SubmissionRow.example(id: "good")
    let bad = SubmissionRow.example(id: "bad", figures: [FigureRow(id: "refused", significand: 1, decimals: 0)])
    #expect(throws: LedgerError.self) { try ledger.record([good, bad]) }
    #expect(try ledger.submissions(SubmissionFilter()).isEmpty)
  }

  @Test func `errors and warnings are counted in the submission itself`() throws {
    let ledger = try file.open()
    let finding = { FindingRow(rule: "r", severity: $0, message: "m") }
    try ledger.record([.example(findings: [.error, .error, .warning, .info].map(finding))])
    let counts = try ledger.queue.read { try Row.fetchOne($0, sql: "SELECT errors, warnings FROM submission") }
    #expect(counts == ["errors": 2, "warnings": 1])
  }

  @Test func `a record is on the disk when it returns`() throws {
    let pragmas = try file.open().queue.writeWithoutTransaction { database in
      try (
        String.fetchOne(database, sql: "PRAGMA journal_mode"), Int.fetchOne(database, sql: "PRAGMA synchronous")
      )
    }
    #expect(pragmas == ("wal", 2))
  }

  @Test func `a look-up does not wait for what is being written`() async throws {
    let ledger = try file.open()
    try ledger.record([.example()])
    let (begun, isOver) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    let writer = Task.detached {
      try await ledger.queue.write { database in
        try database.execute(sql: "DELETE FROM submission")
        begun.signal()
        Self.wait(for: isOver)
      }
    }
    Self.wait(for: begun)
    #expect(try ledger.submission(id: SubmissionRow.example().id) != nil)
    isOver.signal()
    try await writer.value
    #expect(try ledger.submission(id: SubmissionRow.example().id) == nil)
  }

  private static func wait(for semaphore: DispatchSemaphore) { semaphore.wait() }
}
