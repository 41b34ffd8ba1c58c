import Foundation
import Glibc
import TestFixtures
import TestSockets
import Testing

/// What an administrator asks of a running service.
@Suite(.serialized, .timeLimit(.minutes(30))) struct ControlTests {
  private func report() throws -> [UInt8] { try Corpus.bytes("qinghe-2024.raw.txt") }

  private func start(_ configuration: String = "settle: 50ms\nrescan: 0\n") async throws -> RunningDaemon {
    let daemon = try RunningDaemon(configuration: configuration)
    #expect(try await daemon.waits { daemon.log.contains("watching") })
    return daemon
  }

  private func run(_ command: String, _ arguments: [String] = [], on scratch: Scratch) throws -> Program.Result {
    var options = ["--config", scratch.url("nianbaod.yaml").path, "--state", scratch.url("state").path]
    if command != "reload" { options += ["--spool", scratch.url("spool").path] }
    return try Program.run([command] + options + arguments)
  }

  // MARK: Reload

  @Test func `a changed configuration is in force when reload returns`() async throws {
    let daemon = try await start()
    try daemon.scratch.write(
      "settle: 50ms\nrescan: 0\ndiagnostics: [json]\nignore: [\"*.bak\"]\n", to: "nianbaod.yaml")
    let result = try run("reload", on: daemon.scratch)
    #expect(result.status == 0)
    #expect(result.output == "the configuration was read anew: changed diagnostics, ignore\n")
    try daemon.scratch.write(report(), to: "spool/inbox/left.bak")
    try daemon.scratch.write(report(), to: "spool/inbox/a.txt")
    #expect(try await daemon.waits { daemon.exists("accepted/a.txt.审核结果.json") && daemon.exists("accepted/a.txt") })
    #expect(!daemon.exists("accepted/a.txt.审核结果.html"))
    #expect(daemon.files(in: "inbox") == ["left.bak"])
    #expect(daemon.end() == (0, .exit))
  }

  @Test(arguments: [
    ("workers: none\n", "workers"), ("wrokers: 2\n", "wrokers"),
    ("offices: /nonexistent/offices.yaml\n", "offices.yaml"),
    ("forms: /nonexistent\n", "/nonexistent"), ("a: [\n", "nianbaod.yaml"),
  ])
  func `a wrong one is refused, and the old one stays in force`(_ text: String, named: String) async throws {
    let daemon = try await start("settle: 50ms\nrescan: 0\ndiagnostics: [text]\n")
    try daemon.scratch.write(text, to: "nianbaod.yaml")
    let result = try run("reload", on: daemon.scratch)
    #expect(result.status == 78)
    #expect(
      result.errors.contains(named) && result.errors.contains("the old configuration stays in force"), "\(result)")
    #expect(daemon.log.contains("was not read anew, and the old one stays in force"))
    try daemon.scratch.write(report(), to: "spool/inbox/a.txt")
    #expect(try await daemon.waits { daemon.exists("accepted/a.txt.审核结果.txt") && daemon.exists("accepted/a.txt") })
    #expect(daemon.end() == (0, .exit))
  }

  @Test func `the state folder cannot be changed while it runs`() async throws {
    let daemon = try RunningDaemon(overridesFolders: false)
    #expect(try await daemon.waits { daemon.log.contains("watching") })
    let moved = daemon.configurationWithFolders.replacing("/state\"", with: "/elsewhere\"")
    try daemon.scratch.write(moved, to: "nianbaod.yaml")
    let result = try run("reload", on: daemon.scratch)
    #expect(result.status == 78)
    #expect(result.errors.contains("the key state cannot be changed while the service runs"), "\(result)")
    #expect(daemon.end() == (0, .exit))
  }

  @Test func `files in hand and files that wait are lost by no reload`() async throws {
    let daemon = try await start("settle: 10ms\nrescan: 0\n")
    let names = (0..<60).map { "报告\($0).txt" }
    for (index, name) in names.enumerated() {
      try daemon.scratch.write(report() + Array(repeating: UInt8(ascii: "\n"), count: index), to: "spool/inbox/\(name)")
      guard index % 10 == 9 else { continue }
      try daemon.scratch.write("settle: 10ms\nrescan: 0\nworkers: \(1 + index % 3)\n", to: "nianbaod.yaml")
      if index % 20 == 9 {
        kill(daemon.pid, SIGHUP)
      } else {
        #expect(try run("reload", on: daemon.scratch).status == 0)
      }
    }
    #expect(try await daemon.waits { daemon.files(in: "inbox").isEmpty && daemon.files(in: ".work").isEmpty })
    #expect(daemon.files(in: "accepted").count == 120)
    #expect(try await daemon.waits { daemon.log.components(separatedBy: "was read anew").count >= 6 })
    for name in names { #expect(daemon.log.components(separatedBy: "accepted \(name):").count == 2) }
    #expect(daemon.end() == (0, .exit))
  }

  @Test func `systemd is told when it reads anew and when that is over, be it refused`() async throws {
    let name = "@nianbaod-test-\(UUID().uuidString)"
    let socket = try DatagramSocket(listeningAt: name)
    try socket.limitWaiting(toSeconds: 20)
    let daemon = try RunningDaemon(environment: ["NOTIFY_SOCKET": name])
    var told: [String] = []
    func next(_ wanted: String) throws {
      for _ in 0..<50 {
        let datagram = String(decoding: try socket.receive(), as: UTF8.self)
        told += datagram.split(separator: "\n").map(String.init)
        if datagram.contains(wanted) { return }
      }
      Issue.record("systemd was not told \(wanted)")
    }
    // A start may take its time.
    try next("EXTEND_TIMEOUT_USEC=60000000")
    try next("READY=1")
    for text in ["workers: 1\n", "workers: 0\n"] {
      try daemon.scratch.write("settle: 50ms\nrescan: 0\n" + text, to: "nianbaod.yaml")
      told = []
      kill(daemon.pid, SIGHUP)
      try next("RELOADING=1")
      try next("READY=1")
    }
    #expect(daemon.end() == (0, .exit))
  }

  @Test func `what keeps reports out is still told after a reload`() async throws {
    guard geteuid() == 0 else {
      FileHandle.standardError.write(
        Data("Not root, nothing can be mounted: a reload on a full disk is NOT tested.\n".utf8))
      return
    }
    let scratch = try Scratch()
    // 1.5 × 8 MiB have to be free.
    let disk = try MountedDisk(at: scratch.url("spool"), options: "size=8m")
    let daemon = try RunningDaemon(
      configuration: "settle: 50ms\nrescan: 0\nlimits: { file: 8MiB }\n", scratch: scratch)
    #expect(try await daemon.waits { daemon.log.contains("watching") })
    try scratch.write(report(), to: "spool/inbox/waits.txt")
    #expect(try await daemon.waits { daemon.log.contains("no reports are taken in") })
    try scratch.write("settle: 60ms\nrescan: 0\nlimits: { file: 8MiB }\n", to: "nianbaod.yaml")
    #expect(try run("reload", on: scratch).status == 0)
    var takesIn = ""
    for _ in 0..<100 where !takesIn.contains("NOTHING") {
      takesIn = try run("status", on: scratch).output
      try await Task.sleep(for: .milliseconds(50))
    }
    #expect(takesIn.contains("takes in  NOTHING: less than 12 MiB are free"), "\(takesIn)")
    // With a limit of a sixteenth there is room.
    try scratch.write("settle: 60ms\nrescan: 0\nlimits: { file: 512KiB }\n", to: "nianbaod.yaml")
    #expect(try run("reload", on: scratch).status == 0)
    #expect(try await daemon.waits { daemon.exists("accepted/waits.txt") })
    #expect(try run("status", on: scratch).output.contains("takes in  yes"))
    #expect(daemon.end() == (0, .exit))
    _ = consume disk
  }

  @Test func `told to stop while it reads anew, it stops`() async throws {
    let daemon = try await start()
    for number in 0..<20 { try daemon.scratch.write(report(), to: "spool/inbox/\(number).txt") }
    kill(daemon.pid, SIGHUP)
    try await Task.sleep(for: .milliseconds(Int.random(in: 0...100)))
    #expect(daemon.end() == (0, .exit))
    // Nothing is between two folders.
    #expect(
      daemon.files(in: "inbox").count + daemon.files(in: ".work").filter { $0.hasSuffix(".txt") }.count
        + daemon.files(in: "accepted").count / 2 == 20)
  }

  @Test func `without a service there is nobody to ask, and that is said`() throws {
    let scratch = try Scratch()
    try scratch.write("", to: "nianbaod.yaml")
    #expect(try run("status", on: scratch).status == 66)
    try FileManager.default.createDirectory(at: scratch.url("state"), withIntermediateDirectories: true)
    let reload = try run("reload", on: scratch)
    #expect(reload.status == 69)
    #expect(reload.errors.contains("no service answers at"))
    let status = try run("status", on: scratch)
    #expect(status.status == 69)
    #expect(status.output.contains("does not answer"))
    #expect(try run("list", on: scratch).status == 66)
  }

  // MARK: Status and list

  @Test func `status tells what waits, what is held and what came last`() async throws {
    let daemon = try await start("settle: 50ms\nrescan: 0\n")
    try daemon.scratch.write(report(), to: "spool/inbox/青禾镇/a.txt")
    try daemon.scratch.write("noise", to: "spool/inbox/b.txt")
    #expect(
      try await daemon.waits { daemon.log.contains("accepted 青禾镇/a.txt") && daemon.log.contains("rejected b.txt") })
    try daemon.scratch.write("", to: "spool/inbox/empty.txt")
    try daemon.scratch.write(report(), to: "spool/held/old.doc")
    try daemon.scratch.write("page", to: "spool/held/old.doc.审核结果.html")
    #expect(try await daemon.waits { daemon.files(in: ".work").isEmpty })

    let text = try run("status", on: daemon.scratch)
    #expect(text.status == 0)
    let lines = text.output.split(separator: "\n").map { $0.split(separator: " ", omittingEmptySubsequences: true) }
    func line(_ name: String...) -> String? {
      lines.first { $0.starts(with: name.map { Substring($0) }) }?.dropFirst(name.count).joined(separator: " ")
    }
    #expect(line("takes", "in") == "yes")
    #expect(line("today") == "1 accepted, 1 rejected, 0 held")
    #expect(line("waiting")?.hasPrefix("1 in ") == true)
    #expect(line("held")?.hasPrefix("1; `nianbaod retry`") == true)
    #expect(line("inbox")?.hasSuffix("2 folders watched") == true)
    #expect(text.output.contains("accepted/青禾镇/a.txt") && text.output.contains("rejected/b.txt"))

    let json = try run("status", ["--format", "json"], on: daemon.scratch).output
    let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let service = try #require(object["service"] as? [String: Any])
    #expect(service["phase"] as? String == "running")
    #expect(service["today"] as? [String: Int] == ["accepted": 1, "rejected": 1, "held": 0])
    #expect(object["folders"] as? [String: Int] == ["waiting": 1, "in_hand": 0, "held": 1])
    #expect((object["last"] as? [[String: Any]])?.count == 2)
    #expect(daemon.end() == (0, .exit))
  }

  @Test func `counts of today outlast a restart`() async throws {
    let daemon = try await start()
    try daemon.scratch.write(report(), to: "spool/inbox/a.txt")
    #expect(try await daemon.waits { daemon.log.contains("accepted a.txt") })
    #expect(daemon.end() == (0, .exit))
    try daemon.restart()
    #expect(try await daemon.waits { daemon.log.components(separatedBy: "watching").count == 3 })
    #expect(try run("status", on: daemon.scratch).output.contains("1 accepted, 0 rejected, 0 held"))
    #expect(daemon.end() == (0, .exit))
  }

  @Test func `list filters, and prints for people, programs and spreadsheets`() async throws {
    let daemon = try await start()
    try daemon.scratch.write(report(), to: "spool/inbox/青禾镇/a.txt")
    #expect(try await daemon.waits { daemon.log.contains("accepted 青禾镇/a.txt") })
    try daemon.scratch.write("noise", to: "spool/inbox/小店镇/=HYPERLINK(1),\"x\".txt")
    #expect(try await daemon.waits { daemon.log.contains("rejected 小店镇/") })
    func list(_ arguments: String...) throws -> [Substring] {
      let result = try run("list", arguments, on: daemon.scratch)
      #expect(result.status == 0)
      return result.output.split(whereSeparator: \.isNewline)
    }
    let table = try list()
    #expect(table.count == 3)
    #expect(table[0].hasPrefix("TIME") && table[1].contains("rejected") && table[2].contains("accepted/青禾镇/a.txt"))
    #expect(try list("--verdict", "held").count == 1)
    #expect(try list("--year", "2024").count == 2)
    #expect(try list("--office", "青禾镇").count == 2)
    // By its folder: what it holds says nothing of whose it is.
    #expect(try list("--office", "小店镇").count == 2)
    #expect(try list("--limit", "1").count == 2)

    let objects = try list("--format", "json").map {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] ?? [:]
    }
    #expect(objects.map { $0["verdict"] as? String } == ["rejected", "accepted"])
    #expect(objects[1]["office"] as? String == "青禾镇" && objects[1]["year"] as? Int == 2024)
    #expect((objects[0]["rules"] as? [String])?.isEmpty == false)

    let csv = try list("--format", "csv")
    #expect(csv.count == 3)
    #expect(csv[0].hasPrefix("settled_at,verdict,year,office"))
    #expect(csv[1].contains("\"小店镇/=HYPERLINK(1),\"\"x\"\".txt\""))
    #expect(daemon.end() == (0, .exit))
    // Also when nobody runs, and without leaving anything in the state folder.
    let before = try FileManager.default.contentsOfDirectory(atPath: daemon.scratch.url("state").path).sorted()
    #expect(try list().count == 3)
    let after = try FileManager.default.contentsOfDirectory(atPath: daemon.scratch.url("state").path).sorted()
    #expect(before == after)
  }

  // MARK: Metrics

  @Test func `the metrics are replaced in one step after each outcome, and moved by a reload`() async throws {
    let scratch = try Scratch()
    let (first, second) = (scratch.url("a.prom"), scratch.url("b.prom"))
    let daemon = try RunningDaemon(configuration: "settle: 50ms\nrescan: 0\nmetrics: \(first.path)\n", scratch: scratch)
    func text(_ url: URL) -> String { (try? String(contentsOf: url, encoding: .utf8)) ?? "" }
    #expect(try await daemon.waits { text(first).contains("nianbaod_taking_in 1") })
    try scratch.write(report(), to: "spool/inbox/a.txt")
    #expect(try await daemon.waits { text(first).contains(#"{verdict="accepted",office="青禾镇"} 1"#) })
    #expect(text(first).contains("nianbaod_duration_seconds_count 1\n"))
    try scratch.write("settle: 50ms\nrescan: 0\nmetrics: \(second.path)\n", to: "nianbaod.yaml")
    #expect(try run("reload", on: scratch).status == 0)
    #expect(try await daemon.waits { text(second).contains(#"{verdict="accepted",office="青禾镇"} 1"#) })
    #expect(daemon.end() == (0, .exit))

    // Counters go on after a restart.
    try daemon.restart()
    try scratch.write(report(), to: "spool/inbox/b.txt")
    #expect(try await daemon.waits { text(second).contains(#"{verdict="accepted",office="青禾镇"} 2"#) })
    #expect(daemon.end() == (0, .exit))
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path).filter { $0.hasPrefix(".") } == [])
  }

  @Test func `metrics that cannot be written are said once and hold up nothing`() async throws {
    let daemon = try await start("settle: 50ms\nrescan: 0\nmetrics: /nonexistent/nianbaod.prom\n")
    for name in ["a.txt", "b.txt"] {
      try daemon.scratch.write(report(), to: "spool/inbox/\(name)")
      #expect(try await daemon.waits { daemon.log.contains("accepted \(name)") })
      try await Task.sleep(for: .milliseconds(1200))
    }
    #expect(daemon.log.components(separatedBy: "the metrics cannot be written").count == 2)
    #expect(daemon.end() == (0, .exit))
  }
}
