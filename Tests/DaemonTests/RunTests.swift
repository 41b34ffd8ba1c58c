import Foundation
import Ledger
import Spool
import SystemPackage
import TestFixtures
import TestSockets
import Testing

/// The real daemon at work on a real folder.
@Suite(.serialized, .timeLimit(.minutes(10))) struct RunTests {
  private static let page = ".审核结果.html"

  private func accepted() throws -> [UInt8] { try Corpus.bytes("qinghe-2024.raw.txt") }

  private func rejected() throws -> [UInt8] {
    Array(try Corpus.text().replacingOnly("4 2 4 9 19", with: "4 2 4 9 18").utf8)
  }

  @Test func `what waits at the start, is copied, moved, linked or comes in a folder gets its outcome`() async throws {
    let scratch = try Scratch()
    try scratch.write(accepted(), to: "spool/inbox/青禾镇/waiting.txt")
    let daemon = try RunningDaemon(scratch: scratch)
    #expect(try await daemon.waits { daemon.log.contains("watching") })

    try scratch.write(accepted(), to: "spool/inbox/copied.txt")
    let moved = try scratch.write(rejected(), to: "moved.txt")
    try FileManager.default.moveItem(atPath: moved, toPath: scratch.url("spool/inbox/青禾镇/moved.txt").path)
    let linked = try scratch.write(accepted(), to: "linked.txt")
    try FileManager.default.linkItem(atPath: linked, toPath: scratch.url("spool/inbox/linked.txt").path)
    try FileManager.default.removeItem(atPath: linked)
    try scratch.write(rejected(), to: "folder/sub/inside.txt")
    try FileManager.default.moveItem(at: scratch.url("folder"), to: scratch.url("spool/inbox/folder"))

    let good = ["copied.txt", "linked.txt", "青禾镇/waiting.txt"].flatMap { [$0, $0 + Self.page] }
    let bad = ["folder/sub/inside.txt", "青禾镇/moved.txt"].flatMap { [$0, $0 + Self.page] }
    #expect(try await daemon.waits { daemon.files(in: "inbox").isEmpty && daemon.files(in: ".work").isEmpty })
    #expect(daemon.files(in: "accepted") == good.sorted())
    #expect(daemon.files(in: "rejected") == bad.sorted())
    #expect(daemon.files(in: "held").isEmpty)
    #expect(try Data(contentsOf: scratch.url("spool/accepted/copied.txt")) == Data(accepted()))
    let page = try String(contentsOf: scratch.url("spool/rejected/青禾镇/moved.txt" + Self.page), encoding: .utf8)
    #expect(page.contains("退回修改"))
    #expect(daemon.end() == (0, .exit))

    let ledger = try Ledger(path: scratch.url("state/ledger.sqlite").path)
    let rows = try ledger.submissions(SubmissionFilter())
    #expect(rows.count == 5)
    #expect(Set(rows.filter { $0.verdict == .accepted }.map(\.figures.count)) == [200])
    #expect(Set(rows.filter { $0.verdict == .rejected }.map(\.figures.count)) == [0])
  }

  @Test func `a corrected report under the same name never overwrites the first`() async throws {
    let daemon = try RunningDaemon()
    for round in 1...3 {
      try daemon.scratch.write(rejected(), to: "spool/inbox/report.txt")
      #expect(try await daemon.waits { daemon.files(in: "rejected").count == 2 * round })
    }
    #expect(daemon.files(in: "rejected").filter { !$0.hasSuffix(Self.page) }.count == 3)
    #expect(daemon.exists("rejected/report (2).txt" + Self.page))
    #expect(daemon.end() == (0, .exit))
  }

  @Test func `nothing happens while nothing is dropped`() async throws {
    let daemon = try RunningDaemon()
    try daemon.scratch.write(accepted(), to: "spool/inbox/report.txt")
    #expect(try await daemon.waits { daemon.exists("accepted/report.txt") && daemon.files(in: ".work").isEmpty })
    // What follows the outcome, such as the journal, takes a moment.
    try await Task.sleep(for: .seconds(1))
    let before = contextSwitches(of: daemon.pid)
    try await Task.sleep(for: .seconds(3))
    #expect(before > 0)
    #expect(contextSwitches(of: daemon.pid) == before)
    #expect(daemon.end() == (0, .exit))
  }

  @Test func `killed at any moment, it completes every submission exactly once`() async throws {
    let daemon = try RunningDaemon(configuration: "settle: 10ms\nrescan: 0\n")
    let names = (1...40).map { "report-\($0).txt" }
    for (index, name) in names.enumerated() {
      try daemon.scratch.write(index % 2 == 0 ? accepted() : rejected(), to: "spool/inbox/\(name)")
      guard index % 5 == 4 else { continue }
      try await Task.sleep(for: .milliseconds(Int.random(in: 0..<250)))
      #expect(daemon.end(by: SIGKILL) == (SIGKILL, .uncaughtSignal))
      try daemon.restart()
    }
    #expect(try await daemon.waits { daemon.files(in: "inbox").isEmpty && daemon.files(in: ".work").isEmpty })
    #expect(daemon.end() == (0, .exit))

    // A file whose judging was interrupted twice is held, and that is an outcome too.
    let outcomes = ["accepted", "rejected", "held"].flatMap { daemon.files(in: $0) }
    #expect(outcomes.sorted() == names.flatMap { [$0, $0 + Self.page] }.sorted())
    for folder in ["accepted", "rejected"] {
      let bytes = Data(try folder == "accepted" ? accepted() : rejected())
      for name in daemon.files(in: folder) where !name.hasSuffix(Self.page) {
        #expect(try Data(contentsOf: daemon.scratch.url("spool/\(folder)/\(name)")) == bytes)
      }
    }
    let rows = try Ledger(path: daemon.scratch.url("state/ledger.sqlite").path).submissions(SubmissionFilter())
    #expect(Set(rows.map(\.path)) == Set(names.map { Array($0.utf8) }))
    #expect(rows.count == names.count)
  }

  @Test func `a file at which every worker dies is held, with a page that says so`() async throws {
    let scratch = try Scratch()
    try scratch.copyPrograms(["nianbaod"])
    // It greets as one that is shut in.
    let script = "#!/bin/sh\n\(Greeting.ready)\nkill -SEGV $$"
    for program in ["nianbaod-convert", "nianbaod-extract"] {
      try scratch.writeProgram(script, to: "bin/\(program)")
    }

    let daemon = try RunningDaemon(scratch: scratch, programs: scratch.url("bin"))
    try scratch.write(accepted(), to: "spool/inbox/report.txt")
    #expect(try await daemon.waits { daemon.exists("held/report.txt") && daemon.files(in: ".work").isEmpty })
    #expect(daemon.files(in: "held") == ["report.txt", "report.txt" + Self.page])
    let page = try String(contentsOf: scratch.url("spool/held/report.txt" + Self.page), encoding: .utf8)
    #expect(page.contains("暂不能审核") && page.contains("两次都没能读完"))
    #expect(daemon.log.contains("the worker was killed by"))
    // The record follows the filing.
    #expect(try await daemon.waits { daemon.log.contains("held report.txt") })
    #expect(daemon.end() == (0, .exit))
  }

  @Test(.enabled(if: Office.isInstalled, "standard error says what is not tested"))
  func `files that wait for their conversion hold up no others, and outlast restarts`() async throws {
    let scratch = try Scratch()
    try scratch.copyPrograms(["nianbaod", "nianbaod-extract"])
    // It converts one file after the other, each in a second, and all to nothing.
    try scratch.writeProgram("#!/bin/sh\n\(Greeting.ready)\nsleep 1; exit 1", to: "bin/nianbaod-convert")
    let daemon = try RunningDaemon(scratch: scratch, programs: scratch.url("bin"))
    let old = (1...6).map { "old-\($0).doc" }
    for name in old { try scratch.write(Corpus.bytes("qinghe-2024.doc"), to: "spool/inbox/\(name)") }
    #expect(try await daemon.waits { daemon.files(in: "inbox").isEmpty })

    // Each takes two seconds, so that most of them still wait.
    let quick = (1...6).map { "quick-\($0).txt" }
    for name in quick { try scratch.write(accepted(), to: "spool/inbox/\(name)") }
    #expect(try await daemon.waits { quick.allSatisfy { daemon.exists("accepted/\($0)") } })
    #expect(daemon.files(in: "held").count < 2 * old.count)

    // Restarts without a crash are no attempts: after three of them every file still gets its own outcome.
    for _ in 1...3 {
      #expect(daemon.end() == (0, .exit))
      try daemon.restart()
    }
    #expect(try await daemon.waits { daemon.files(in: "held").count == 2 * old.count })
    #expect(daemon.end() == (0, .exit))
    #expect(daemon.files(in: "held") == old.flatMap { [$0, $0 + Self.page] }.sorted())
    for name in old {
      let page = try String(contentsOf: scratch.url("spool/held/" + name + Self.page), encoding: .utf8)
      #expect(page.contains("转换了两次都没有成功") && !page.contains("中断"))
    }
    #expect(daemon.log.contains("LibreOffice ended with exit status 1 while it converted the file (old-1.doc)"))
  }

  @Test func `systemd is told that it is ready, alive and stopping`() async throws {
    let name = "@nianbaod-test-\(UUID().uuidString)"
    let socket = try DatagramSocket(listeningAt: name)
    let daemon = try RunningDaemon(environment: ["NOTIFY_SOCKET": name, "WATCHDOG_USEC": "200000"])
    func next(_ wanted: String) throws {
      for _ in 0..<50 where try String(decoding: socket.receive(), as: UTF8.self).contains(wanted) { return }
      Issue.record("systemd was not told \(wanted)")
    }
    try socket.limitWaiting(toSeconds: 20)
    try next("READY=1")
    try next("STATUS=Watching")
    try next("WATCHDOG=1")
    try next("WATCHDOG=1")
    try daemon.scratch.write(accepted(), to: "spool/inbox/report.txt")
    try next("today 1 accepted, 0 rejected, 0 held")
    kill(daemon.pid, SIGTERM)
    try next("STOPPING=1")
    #expect(daemon.end() == (0, .exit))
  }

  @Test func `a report that is taken away between a crash and the next start leaves nothing behind`() async throws {
    let daemon = try RunningDaemon()
    try daemon.scratch.write(accepted(), to: "spool/inbox/report.txt")
    #expect(try await daemon.waits { daemon.exists("accepted/report.txt") && daemon.files(in: ".work").isEmpty })
    #expect(daemon.end() == (0, .exit))

    // What a crash leaves that comes after the filing and before the record.
    let spool = Spool(try SpoolLayout(root: FilePath(daemon.scratch.url("spool").path)))
    try daemon.scratch.write(accepted(), to: "spool/inbox/taken.txt")
    let path = try #require(InboxPath(FilePath("taken.txt")))
    guard case .claimed(let claim) = try spool.claim(path) else {
      Issue.record("not claimed")
      return
    }
    _ = spool.file([claim.filing(as: .accepted, diagnostics: [DiagnosticsFile(suffix: Self.page, bytes: [])])])
    try FileManager.default.removeItem(at: daemon.scratch.url("spool/accepted/taken.txt"))

    try daemon.restart()
    #expect(try await daemon.waits { daemon.log.contains("then taken away") && daemon.files(in: ".work").isEmpty })
    #expect(daemon.end() == (0, .exit))
  }

  @Test func `a spool that does not exist is refused with its remedy`() throws {
    let scratch = try Scratch()
    let result = try Program.run(["run", "--spool", scratch.url("nowhere").path, "--state", scratch.url("state").path])
    #expect(result.status == 74)
    #expect(result.errors.contains("does not exist"))
  }

  /// Of all threads, of both kinds.
  private func contextSwitches(of pid: Int32) -> Int {
    let tasks = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(pid)/task")) ?? []
    return tasks.reduce(0) { sum, task in
      let status = (try? String(contentsOfFile: "/proc/\(pid)/task/\(task)/status", encoding: .utf8)) ?? ""
      let counts = status.split(separator: "\n").filter { $0.contains("ctxt_switches") }
      return sum + counts.compactMap { $0.split(separator: "\t").last.flatMap { Int($0) } }.reduce(0, +)
    }
  }
}
