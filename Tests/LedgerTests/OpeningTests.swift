import Foundation
import GRDB
import Testing

@testable import Ledger

struct OpeningTests {
  private let file: LedgerFile

  init() throws {
    file = try LedgerFile()
  }

  @Test func `a file that is no database is refused and left as it is`() throws {
    let bytes = Array(String(repeating: "this is a letter, not a ledger\n", count: 100).utf8)
    try file.write(bytes)
    let error = try #require(throws: LedgerError.self) { try Ledger(path: file.path) }
    #expect(error.code == .notALedger)
    #expect(error.description.hasPrefix("\(file.path) is not a ledger"))
    #expect(error.description.contains("Move it away"))
    #expect(try Array(Data(contentsOf: URL(filePath: file.path))) == bytes)
  }

  @Test func `a damaged ledger is refused`() throws {
    try file.open().record([.example()])
    var bytes = try Array(Data(contentsOf: URL(filePath: file.path)))
    try #require(bytes.count > 4096)
    bytes.replaceSubrange(100..<bytes.count, with: repeatElement(0xA5, count: bytes.count - 100))
    try file.write(bytes)
    let error = try #require(throws: LedgerError.self) { try file.open().submission(id: "2027-000001") }
    #expect(error.code == .notALedger)
  }

  @Test func `a newer program's ledger is refused`() throws {
    var future = Schema.migrator
    future.registerMigration("from the future") { _ in }
    try future.migrate(file.open().queue)
    let error = try #require(throws: LedgerError.self) { try Ledger(path: file.path) }
    #expect(error.code == .newer)
    #expect(error.description.contains("newer version"))
  }

  @Test func `a ledger from before the prose was kept goes on with all it holds`() throws {
    do {
      let old = try DatabaseQueue(path: file.path)
      try Schema.migrator.migrate(old, upTo: "submissions")
      try old.write { database in
        try database.execute(
          sql: """
            INSERT INTO submission VALUES ('old', 1, 2, 'a.docx', '小店镇', 2023, '2021', 'accepted', 'aa', 'docx', 3, 0, 1,
              NULL, NULL, 'accepted/a.docx', 4);
            INSERT INTO finding VALUES ('old', 0, 'late', 'warning', '晚了一天');
            INSERT INTO figure VALUES ('old', 0, 'requests.received.total', 128, 0);
            """)
      }
    }
    let ledger = try file.open()
    let old = try #require(try ledger.submission(id: "old"))
    #expect(old.prose == nil && old.findings.count == 1 && old.figures.count == 1)
    #expect(try ledger.alike([1, 2], years: [2023], besides: [], sharing: 0, limit: 3).isEmpty)

    try ledger.record([.example(office: "清河镇", year: 2023, prose: ProseRow(text: "一", fingerprints: [1, 2]))])
    #expect(try file.open().alike([1, 2], years: [2023], besides: [], sharing: 2, limit: 3).map(\.office) == ["清河镇"])
    #expect(try file.open().submission(id: "old") == old)
  }

  @Test func `a folder that is not there is named`() throws {
    let error = try #require(throws: LedgerError.self) { try Ledger(path: "\(file.path)/missing/ledger.sqlite") }
    #expect(error.code == .inaccessible)
    #expect(error.description.contains("\(file.path)/missing/ledger.sqlite"))
  }

  @Test func `a full disk is told apart`() throws {
    let ledger = try file.open()
    // SQLite answers the same way when the file may not grow.
    try ledger.queue.writeWithoutTransaction { database in
      let pages = try #require(try Int.fetchOne(database, sql: "PRAGMA page_count"))
      try database.execute(sql: "PRAGMA max_page_count = \(pages)")
    }
    let big = FindingRow(rule: "title", severity: .error, message: String(repeating: "长", count: 100_000))
    let error = try #require(throws: LedgerError.self) { try ledger.record([.example(findings: [big])]) }
    #expect(error.code == .diskFull)
  }

  @Test func `a reader beside it sees whole batches and is in nobody's way`() throws {
    let ledger = try file.open()
    let reader = try DatabaseQueue(path: file.path)
    try reader.read { database in
      try #expect(Int.fetchOne(database, sql: "SELECT count(*) FROM submission") == 0)
      try ledger.record([.example(id: "a"), .example(id: "b")])
      try #expect(Int.fetchOne(database, sql: "SELECT count(*) FROM submission") == 0)
    }
    try #expect(reader.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM submission") } == 2)
  }
}
