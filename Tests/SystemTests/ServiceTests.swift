import Foundation
import TestFixtures
import Testing

/// The installed service on a Debian machine: started by systemd, watched through the journal, stopped.
@Suite(
  .enabled(if: MachineRequirements.areMet, "standard error names what a booted machine needs"),
  .machine, .serialized, .timeLimit(.minutes(15)))
struct ServiceTests {
  private let machine: Machine

  init() throws {
    machine = try #require(Machine.current)
  }

  @Test func `a report that is dropped is judged, filed, logged and seen in the status line`() async throws {
    try await machine.require(["systemd-sysusers"])
    try await machine.require(["systemd-tmpfiles", "--create", "nianbaod.conf"])
    try await machine.require(["install", "-d", "-o", "nianbaod", "-g", "nianbaod", "-m", "2770", inbox("青禾镇")])
    // It returns when the service has said that it is ready.
    try await machine.require(["systemctl", "start", "nianbaod"])
    #expect(try await property("StatusText").hasPrefix("Watching /srv/nianbao/inbox"))

    try await drop(Corpus.text(), at: "青禾镇/good.txt")
    try await drop(Corpus.text().replacingOnly("4 2 4 9 19", with: "4 2 4 9 18"), at: "bad.txt")
    try await machine.require(awaiting("/srv/nianbao/accepted/青禾镇/good.txt"))
    try await machine.require(awaiting("/srv/nianbao/rejected/bad.txt"))
    // The status line is the last that is told of an outcome.
    let counts = "today 1 accepted, 1 rejected, 0 held"
    let isTold = "systemctl show --value --property StatusText nianbaod | grep -q '\(counts)$'"
    try await machine.require(["timeout", "60", "sh", "-c", "until \(isTold); do sleep 0.1; done"])
    #expect(try await machine.require(["ls", "-A", "/srv/nianbao/.work"]) == "")

    let folder = "/srv/nianbao/accepted/青禾镇"
    let modes = try await machine.require(
      ["stat", "--format", "%a %U:%G", folder, "\(folder)/good.txt.审核结果.html"])
    #expect(modes == "2770 nianbaod:nianbaod\n664 nianbaod:nianbaod\n")
    let status = try await machine.require(["systemctl", "status", "nianbaod"])
    #expect(status.contains("Status: \"Watching /srv/nianbao/inbox; \(counts)\""))
  }

  @Test func `one record for each outcome, with its fields`() async throws {
    let rejected = try #require(try await records("NIANBAO_OUTCOME=rejected").first)
    #expect(rejected["MESSAGE"] == "rejected bad.txt: 1 error, 0 warnings")
    #expect(rejected["MESSAGE_ID"]?.count == 32)
    #expect(rejected["PRIORITY"] == "5")
    #expect(rejected["_SYSTEMD_UNIT"] == "nianbaod.service")
    #expect(rejected["NIANBAO_FILE"] == "bad.txt")
    #expect(rejected["NIANBAO_OFFICE"] == "青禾镇")
    #expect(rejected["NIANBAO_YEAR"] == "2024")
    #expect(rejected["NIANBAO_FORMAT"] == "txt")
    #expect(rejected["NIANBAO_ERRORS"] == "1")
    #expect(rejected["NIANBAO_WARNINGS"] == "0")
    #expect(rejected["NIANBAO_RULE"] == "litigation-total")
    #expect(rejected["NIANBAO_SHA256"]?.count == 64)
    #expect(rejected["NIANBAO_DIAGNOSTICS"] == "rejected/bad.txt.审核结果.html")
    #expect(rejected["NIANBAO_SUBMISSION"]?.isEmpty == false)
    #expect(rejected["NIANBAO_DURATION_USEC"].flatMap { Int($0) }.map { $0 > 0 } == true)
    let accepted = try await records("NIANBAO_OUTCOME=accepted")
    #expect(accepted.map { $0["PRIORITY"] } == ["6"])
    #expect(accepted.map { $0["NIANBAO_FILE"] } == ["青禾镇/good.txt"])
  }

  @Test func `a file name cannot forge a field`() async throws {
    try await drop(Corpus.text(), at: "a\nNIANBAO_OUTCOME=forged\nb.txt")
    try await machine.require(awaiting("/srv/nianbao/accepted/a\nNIANBAO_OUTCOME=forged\nb.txt"))
    #expect(try await records("NIANBAO_OUTCOME=forged").isEmpty)
  }

  @Test func `killed, it is started again and goes on`() async throws {
    let first = try await property("MainPID")
    try await machine.require(["systemctl", "kill", "--signal=KILL", "nianbaod"])
    try await drop(Corpus.text(), at: "later.txt")
    try await machine.require(awaiting("/srv/nianbao/accepted/later.txt"))
    #expect(try await property("MainPID") != first)
  }

  @Test func `it stops cleanly`() async throws {
    try await machine.require(["systemctl", "stop", "nianbaod"])
    #expect(try await property("Result") == "success")
    #expect(try await property("ExecMainStatus") == "0")
    #expect(try await property("ActiveState") == "inactive")
    #expect(try await records("MESSAGE=stopping").count == 1)
  }

  private func inbox(_ path: String) -> String { "/srv/nianbao/inbox/\(path)" }

  /// Writes a file into the inbox from outside, as another computer's share would.
  private func drop(_ text: String, at path: String) async throws {
    try Data(text.utf8).write(to: machine.root.appending(path: inbox(path)))
  }

  private func awaiting(_ path: String) -> [String] {
    ["timeout", "30", "sh", "-c", "until test -e \"$1\"; do sleep 0.1; done", "sh", path]
  }

  private func property(_ name: String) async throws -> String {
    try await machine.require(["systemctl", "show", "--value", "--property", name, "nianbaod"])
      .trimmingCharacters(in: .newlines)
  }

  private func records(_ match: String) async throws -> [[String: String]] {
    try await machine.require(["journalctl", "--sync"])
    let lines = try await machine.run(["journalctl", "-u", "nianbaod", "-o", "json", match]).standardOutput
    return try lines.split(separator: "\n").map { line in
      let record = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
      return record.compactMapValues { $0 as? String }
    }
  }
}
