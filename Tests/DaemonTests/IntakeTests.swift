import Foundation
import Glibc
import LinuxSystem
import TestFixtures
import TestSockets
import Testing

/// What the daemon takes out of the inbox, and when.
@Suite(.timeLimit(.minutes(10))) struct IntakeTests {
  private func report() throws -> [UInt8] { try Corpus.bytes("qinghe-2024.raw.txt") }

  @Test func `a copy that stalls is not judged before it is whole`() async throws {
    let daemon = try RunningDaemon()
    #expect(try await daemon.waits { daemon.log.contains("watching") })
    let bytes = Data(try report())
    // As Windows copies: first the size, then the contents, with a stall in between.
    let path = daemon.scratch.url("spool/inbox/stalled.txt")
    _ = FileManager.default.createFile(atPath: path.path, contents: nil)
    let writer = try FileHandle(forWritingTo: path)
    try writer.truncate(atOffset: UInt64(bytes.count))
    try writer.seek(toOffset: 0)
    try writer.write(contentsOf: bytes.prefix(1000))

    try daemon.scratch.write(report(), to: "spool/inbox/quick.txt")
    #expect(try await daemon.waits { daemon.exists("accepted/quick.txt") })
    try await Task.sleep(for: .milliseconds(500))
    #expect(daemon.files(in: "inbox") == ["stalled.txt"])

    try writer.write(contentsOf: bytes.dropFirst(1000))
    try writer.close()
    #expect(try await daemon.waits { daemon.exists("accepted/stalled.txt") })
    #expect(try Data(contentsOf: daemon.scratch.url("spool/accepted/stalled.txt")) == bytes)
    #expect(daemon.end() == (0, .exit))
  }

  @Test func `of a file that stays open the clerk is told beside it, until it is closed`() async throws {
    let daemon = try RunningDaemon(configuration: "settle: 50ms\nrescan: 0\nwriter_deadline: 300ms\n")
    let note = "inbox/青禾镇/open.txt.审核结果.txt"
    let path = try daemon.scratch.write([], to: "spool/inbox/青禾镇/open.txt")
    let writer = try #require(FileHandle(forWritingAtPath: path))
    try writer.write(contentsOf: Data(try report()))
    #expect(try await daemon.waits { daemon.exists(note) })
    let text = try String(contentsOf: daemon.scratch.url("spool/" + note), encoding: .utf8)
    #expect(text.contains("还没有审核") && text.contains("open.txt"))
    try writer.close()
    #expect(try await daemon.waits { daemon.exists("accepted/青禾镇/open.txt") })
    #expect(!daemon.exists(note))
    #expect(daemon.log.components(separatedBy: "青禾镇/open.txt is still open").count == 2)
    #expect(daemon.end() == (0, .exit))
  }

  @Test func `the inbox is lost, comes back, and what was dropped meanwhile is judged`() async throws {
    let name = "@nianbaod-test-\(UUID().uuidString)"
    let socket = try DatagramSocket(listeningAt: name)
    try socket.limitWaiting(toSeconds: 60)
    let daemon = try RunningDaemon(environment: ["NOTIFY_SOCKET": name])
    func next(_ wanted: String) throws {
      for _ in 0..<50 where try String(decoding: socket.receive(), as: UTF8.self).contains(wanted) { return }
      Issue.record("systemd was not told \(wanted)")
    }
    try next("STATUS=Watching")
    let inbox = daemon.scratch.url("spool/inbox")
    let away = daemon.scratch.url("away")
    try FileManager.default.moveItem(at: inbox, to: away)
    try next("STATUS=Lost")
    #expect(!daemon.exists("inbox"))
    try Data(try report()).write(to: away.appending(path: "meanwhile.txt"))
    try await Task.sleep(for: .seconds(3))
    #expect(!daemon.exists("inbox") && !daemon.exists("accepted/meanwhile.txt"))

    try FileManager.default.moveItem(at: away, to: inbox)
    #expect(try await daemon.waits { daemon.exists("accepted/meanwhile.txt") })
    try next("STATUS=Watching")
    #expect(daemon.log.contains("the inbox is not where it was") && daemon.log.contains("the inbox is back"))
    try daemon.scratch.write(report(), to: "spool/inbox/after.txt")
    #expect(try await daemon.waits { daemon.exists("accepted/after.txt") })
    #expect(daemon.end() == (0, .exit))
  }

  @Test func `without CAP_LEASE the quiet time alone is gone by, and that is said`() async throws {
    guard geteuid() == 0 else {
      FileHandle.standardError.write(Data("Not root: a daemon without CAP_LEASE is NOT tested.\n".utf8))
      return
    }
    let scratch = try Scratch()
    let real = RunningDaemon.programs.appending(path: "nianbaod").path
    try scratch.writeProgram(
      "#!/bin/sh\nexec setpriv --reuid=65534 --regid=65534 --clear-groups --inh-caps=-all \(real) \"$@\"\n",
      to: "bin/nianbaod")
    for folder in ["", "spool", "spool/inbox", "state"] {
      try FileManager.default.createDirectory(at: scratch.url(folder), withIntermediateDirectories: true)
      try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: scratch.url(folder).path)
    }
    let name = "@nianbaod-test-\(UUID().uuidString)"
    let socket = try DatagramSocket(listeningAt: name)
    try socket.limitWaiting(toSeconds: 60)
    let daemon = try RunningDaemon(
      scratch: scratch, programs: scratch.url("bin"), environment: ["NOTIFY_SOCKET": name])
    #expect(try await daemon.waits { daemon.log.contains("watching") })
    try scratch.write(report(), to: "spool/inbox/of root.txt")
    #expect(try await daemon.waits { daemon.exists("accepted/of root.txt") }, "\(daemon.log)")
    #expect(daemon.log.contains("whether somebody still writes to of root.txt cannot be known"))
    var status = ""
    while !status.contains("1 accepted") { status = String(decoding: try socket.receive(), as: UTF8.self) }
    #expect(status.hasSuffix("; no writer check (CAP_LEASE), quiet time only"))
    #expect(daemon.end() == (0, .exit))
  }
}
