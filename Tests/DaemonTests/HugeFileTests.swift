import Foundation
import Glibc
import Ledger
import TestFixtures
import TestSockets
import Testing

/// A file of which nobody could read all, such as the image of a disk in the wrong share.
@Suite(.serialized, .timeLimit(.minutes(30))) struct HugeFileTests {
  private static let size = 2 << 40

  /// Two tebibytes that take no room.
  private func makeHugeFile(_ path: String, in scratch: Scratch) throws {
    let path = scratch.url(path).path
    try #require(FileManager.default.createFile(atPath: path, contents: nil))
    try #require(unsafe truncate(path, off_t(Self.size)) == 0)
  }

  /// How many bytes a process has asked for by read(2) and its like.
  private func bytesRead(by pid: Int32) throws -> Int {
    let text = try String(contentsOfFile: "/proc/\(pid)/io", encoding: .utf8)
    let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("rchar:") })
    return try #require(Int(line.dropFirst(6).trimmingCharacters(in: .whitespaces)))
  }

  private func size(of path: String, in daemon: RunningDaemon) throws -> Int? {
    let values = try daemon.scratch.url("spool/" + path).resourceValues(forKeys: [.fileSizeKey])
    return values.fileSize
  }

  private func expectFiled(_ daemon: RunningDaemon) throws {
    #expect(try size(of: "rejected/x.docx", in: daemon) == Self.size)
    let json = try Data(contentsOf: daemon.scratch.url("spool/rejected/x.docx.审核结果.json"))
    let object = try #require(JSONSerialization.jsonObject(with: json) as? [String: Any])
    let file = try #require(object["file"] as? [String: Any])
    #expect(file["bytes"] as? Int == Self.size && file["sha256"] == nil)
    #expect((object["findings"] as? [[String: Any]])?.map { $0["rule"] as? String } == ["unreadable"])
    let page = try String(contentsOf: daemon.scratch.url("spool/rejected/x.docx.审核结果.html"), encoding: .utf8)
    #expect(page.contains("文件太大，超过了 32 MB，没有读取。") && page.contains("文件太大，没有计算"))
    #expect(daemon.log.contains("rejected x.docx: 1 error, 0 warnings"))
    #expect(daemon.end() == (0, .exit))
    let rows = try Ledger(path: daemon.scratch.url("state/ledger.sqlite").path).submissions(SubmissionFilter())
    #expect(rows.map(\.sha256) == [nil] && rows.map(\.bytes) == [Self.size])
  }

  @Test func `it is filed for its size, and no byte of it is read`() async throws {
    let name = "@nianbaod-test-\(UUID().uuidString)"
    let socket = try DatagramSocket(listeningAt: name)
    // Who has too many signs of life before it that nobody reads waits.
    Thread.detachNewThread { while (try? socket.receive()) != nil {} }
    let daemon = try RunningDaemon(
      configuration: "settle: 50ms\nrescan: 0\ndiagnostics: [html, json]\n",
      environment: ["NOTIFY_SOCKET": name, "WATCHDOG_USEC": "2000000"])
    #expect(try await daemon.waits { daemon.log.contains("watching") })
    let before = try bytesRead(by: daemon.pid)
    let start = ContinuousClock.now
    try makeHugeFile("spool/inbox/x.docx", in: daemon.scratch)
    #expect(try await daemon.waits { daemon.exists("rejected/x.docx") && daemon.files(in: ".work").isEmpty })
    let read = try bytesRead(by: daemon.pid) - before
    print("2 TiB: \(ContinuousClock.now - start) from drop to verdict, \(read) bytes read for whatever cause")
    // The plan, the ledger and the page's parts are read; a first piece of the file would be more than all of them.
    #expect(read < 256 << 10)
    #expect(!daemon.log.contains("at the same job"))
    try expectFiled(daemon)
  }

  @Test func `so it is when it has brought the service down before`() async throws {
    let daemon = try RunningDaemon(configuration: "settle: 50ms\nrescan: 0\ndiagnostics: [html, json]\n")
    #expect(try await daemon.waits { daemon.log.contains("watching") })
    #expect(daemon.end() == (0, .exit))
    // As a run that was killed twice has left it.
    let folder = "spool/.work/20270112T083000123-9f86d081884c7d65"
    try daemon.scratch.write("", to: folder + "/attempt.1")
    try daemon.scratch.write("", to: folder + "/attempt.2")
    try FileManager.default.createDirectory(
      at: daemon.scratch.url(folder + "/report"), withIntermediateDirectories: false)
    try makeHugeFile(folder + "/report/x.docx", in: daemon.scratch)
    try daemon.restart()
    #expect(try await daemon.waits { daemon.exists("rejected/x.docx") && daemon.files(in: ".work").isEmpty })
    try expectFiled(daemon)
  }

  @Test func `a file that others could change is not copied either`() async throws {
    let daemon = try RunningDaemon(configuration: "settle: 50ms\nrescan: 0\ndiagnostics: [html, json]\n")
    #expect(try await daemon.waits { daemon.log.contains("watching") })
    try makeHugeFile("elsewhere", in: daemon.scratch)
    let target = daemon.scratch.url("spool/inbox/x.docx").path
    try FileManager.default.linkItem(atPath: daemon.scratch.url("elsewhere").path, toPath: target)
    #expect(try await daemon.waits { daemon.exists("rejected/x.docx") && daemon.files(in: ".work").isEmpty })
    try expectFiled(daemon)
  }

  @Test func `what is asked about is refused as fast`() throws {
    let scratch = try Scratch()
    try makeHugeFile("x.docx", in: scratch)
    let result = try Program.run(["check", "--format", "json", scratch.url("x.docx").path])
    #expect(result.status == 1 && result.output.contains(#""bytes":\#(Self.size)},"report":null"#), "\(result)")
    let sarif = try Program.run(["check", "--format", "sarif", scratch.url("x.docx").path])
    #expect(sarif.status == 1 && !sarif.output.contains("sha-256"))
  }
}
