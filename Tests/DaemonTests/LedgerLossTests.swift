import Foundation
import Glibc
import Ledger
import TestFixtures
import Testing

/// A ledger that is gone, empty, overlaid or older than it was. Nothing but a page is kept beside the reports.
@Suite(.serialized, .timeLimit(.minutes(30))) struct LedgerLossTests {
  private let daemon: RunningDaemon
  private let path: String

  init() throws {
    daemon = try RunningDaemon()
    path = daemon.scratch.url("state/ledger.sqlite").path
  }

  private func file(_ number: Int) async throws {
    let report = try Corpus.bytes("qinghe-2024.raw.txt") + Array("\n\(String(repeating: "\t", count: number))\n".utf8)
    try daemon.scratch.write(report, to: "spool/inbox/\(number).txt")
    #expect(
      try await daemon.waits { daemon.exists("accepted/\(number).txt") && daemon.files(in: ".work").isEmpty },
      "\(daemon.log)")
  }

  private func restart() async throws {
    let starts = daemon.log.components(separatedBy: "watching").count
    try daemon.restart()
    #expect(
      try await daemon.waits { daemon.log.components(separatedBy: "watching").count > starts }, "\(daemon.log)")
  }

  private func rows() throws -> [SubmissionRow] {
    try Ledger(path: path).submissions(SubmissionFilter()).sorted { $0.id < $1.id }
  }

  private func remove(_ file: String) throws {
    try FileManager.default.removeItem(atPath: file)
  }

  /// The ledger as it is once the service has ended, with three reports.
  private func begin() async throws -> [SubmissionRow] {
    #expect(try await daemon.waits { daemon.log.contains("watching") })
    for number in 1...3 { try await file(number) }
    #expect(daemon.end() == (0, .exit))
    #expect(!daemon.log.contains("ledger"))
    let rows = try rows()
    #expect(rows.count == 3 && rows.allSatisfy { $0.figures.count == 200 && $0.prose != nil })
    return rows
  }

  private func expect(_ before: [SubmissionRow], andOneMore: Bool = true, _ words: String) throws {
    #expect(daemon.end() == (0, .exit))
    let after = try rows()
    #expect(Array(after.prefix(before.count)) == before && after.count == before.count + (andOneMore ? 1 : 0))
    #expect(daemon.log.components(separatedBy: words).count == 2, "\(daemon.log)")
  }

  @Test func `one that is deleted in use is noticed before the next outcome is forgotten`() async throws {
    let before = try await begin()
    try await restart()
    for suffix in ["", "-wal", "-shm"] { try remove(path + suffix) }
    try await file(4)
    try expect(before, "was deleted or replaced while it was in use: 3 submissions were put back from its history")
  }

  @Test func `one that another takes the place of in use is too, and the other is kept`() async throws {
    let before = try await begin()
    try FileManager.default.copyItem(atPath: path, toPath: path + ".backup")
    try await restart()
    try await file(4)
    #expect(unsafe rename(path + ".backup", path) == 0)
    try await file(5)
    #expect(daemon.end() == (0, .exit))
    #expect(try Array(rows().prefix(3)) == before && rows().count == 5)
    #expect(daemon.log.contains("what lay there was moved to \(path).corrupt-"), "\(daemon.log)")
  }

  @Test(arguments: [true, false]) func `one that is emptied is noticed`(whileRunning: Bool) async throws {
    let before = try await begin()
    if whileRunning { try await restart() }
    #expect(unsafe truncate(path, 0) == 0)
    if !whileRunning { try await restart() }
    try await file(4)
    let words = whileRunning ? "was emptied while it was in use" : "there is no ledger at \(path), or it is empty"
    try expect(before, words)
    #expect(daemon.log.contains("3 submissions were put back from its history"))
  }

  @Test func `one that is gone at the start is made anew, and what was left of it is kept`() async throws {
    let before = try await begin()
    try remove(path)
    try daemon.scratch.write("what may be left", to: "state/ledger.sqlite-wal")
    try await restart()
    try await file(4)
    try expect(before, "there is no ledger at \(path), or it is empty; what lay beside it was moved to")
  }

  @Test func `without anything to put back it is said that there is nothing`() async throws {
    _ = try await begin()
    try remove(path)
    try FileManager.default.removeItem(at: daemon.scratch.url("state/history"))
    try await restart()
    try expect([], andOneMore: false, "nothing was there to put back, neither in its history nor as JSON diagnostics")
  }

  @Test func `an older copy in its place gets what it lacks`() async throws {
    _ = try await begin()
    try FileManager.default.copyItem(atPath: path, toPath: path + ".backup")
    try await restart()
    try await file(4)
    #expect(daemon.end() == (0, .exit))
    let before = try rows()
    #expect(unsafe rename(path + ".backup", path) == 0)
    try await restart()
    try await file(5)
    try expect(before, "as if an older one were in its place: 1 submissions were put back from its history")
  }

  /// Another database's -wal file, as a backup that was put back in part leaves it.
  private func foreignLog() throws -> Data {
    let other = daemon.scratch.url("other.sqlite").path
    let python = Process()
    python.executableURL = URL(filePath: "/usr/bin/python3")
    python.arguments = [
      "-c",
      """
      import sqlite3, shutil, sys
      other = sqlite3.connect(sys.argv[1], isolation_level=None)
      other.execute("PRAGMA journal_mode = WAL")
      other.execute("CREATE TABLE other (a)")
      other.execute("INSERT INTO other VALUES (1)")
      shutil.copy(sys.argv[1] + "-wal", sys.argv[1] + ".log")
      """, other,
    ]
    try python.run()
    python.waitUntilExit()
    return try Data(contentsOf: URL(filePath: other + ".log"))
  }

  @Test func `a foreign -wal file at the start is moved aside, and the ledger is as it was`() async throws {
    let before = try await begin()
    try foreignLog().write(to: URL(filePath: path + "-wal"))
    try await restart()
    try await file(4)
    try expect(before, "has another database's -wal file beside it, which was moved to")
  }

  @Test(arguments: [true, false]) func `a foreign -wal file in use is noticed`(inPlace: Bool) async throws {
    let before = try await begin()
    try await restart()
    let log = try foreignLog()
    // The place of what is open: by another file's name, or by its bytes in the same file.
    if inPlace {
      let handle = try FileHandle(forWritingTo: URL(filePath: path + "-wal"))
      try handle.truncate(atOffset: 0)
      try handle.write(contentsOf: log)
      try handle.close()
    } else {
      try log.write(to: URL(filePath: path + "-wal"), options: .atomic)
    }
    try await file(4)
    try expect(before, inPlace ? "has another database's -wal file beside it" : "has lost its -wal file")
  }

  @Test func `a -wal file that is deleted in use takes nothing with it, whatever ends the service then`() async throws {
    let before = try await begin()
    try await restart()
    try await file(4)
    try remove(path + "-wal")
    try await file(5)
    #expect(daemon.end(by: SIGKILL).reason == .uncaughtSignal)
    try await restart()
    #expect(daemon.end() == (0, .exit))
    #expect(try Array(rows().prefix(3)) == before && rows().count == 5)
    #expect(daemon.log.components(separatedBy: "has lost its -wal file").count == 2, "\(daemon.log)")
  }

  @Test func `another program's database is none`() async throws {
    let before = try await begin()
    _ = try foreignLog()
    #expect(unsafe rename(daemon.scratch.url("other.sqlite").path, path) == 0)
    try await restart()
    try await file(4)
    try expect(before, "the ledger is damaged (it is another program's) and was moved to")
  }

  @Test func `a ledger from before there was a history gets one`() async throws {
    let before = try await begin()
    try FileManager.default.removeItem(at: daemon.scratch.url("state/history"))
    try await restart()
    #expect(daemon.end() == (0, .exit))
    try remove(path)
    try await restart()
    try expect(before, andOneMore: false, "3 submissions were put back from its history")
  }
}
