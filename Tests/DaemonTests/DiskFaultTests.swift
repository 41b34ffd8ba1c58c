import Foundation
import Glibc
import Ledger
import TestFixtures
import Testing

/// A disk that is full, read-only or damaged: nothing is lost, and the service goes on by itself.
@Suite(.serialized, .timeLimit(.minutes(10))) struct DiskFaultTests {
  private static let page = ".审核结果.html"

  private func report() throws -> [UInt8] { try Corpus.bytes("qinghe-2024.raw.txt") }

  private func mayMount(_ what: String) -> Bool {
    guard geteuid() == 0 else {
      FileHandle.standardError.write(Data("Not root, nothing can be mounted: \(what) is NOT tested.\n".utf8))
      return false
    }
    return true
  }

  @Test(arguments: ["spool", "state"])
  func `while a disk is nearly full, reports wait in the inbox`(_ folder: String) async throws {
    guard mayMount("a full disk") else { return }
    let scratch = try Scratch()
    let disk = try MountedDisk(at: scratch.url(folder), options: "size=64m")
    // 1.5 × 8 MiB have to be free.
    let daemon = try RunningDaemon(
      configuration: "settle: 50ms\nrescan: 0\nlimits: { file: 8MiB }\n", scratch: scratch)
    try scratch.write(report(), to: "spool/inbox/before.txt")
    #expect(try await daemon.waits { daemon.exists("accepted/before.txt") })

    let ballast = scratch.url(folder + "/ballast")
    try Data(count: 56 << 20).write(to: ballast)
    try scratch.write(report(), to: "spool/inbox/waits.txt")
    #expect(try await daemon.waits { daemon.log.contains("no reports are taken in: less than 12 MiB are free on") })
    try await Task.sleep(for: .seconds(1))
    #expect(daemon.files(in: "inbox") == ["waits.txt"])

    try FileManager.default.removeItem(at: ballast)
    #expect(try await daemon.waits { daemon.exists("accepted/waits.txt" + Self.page) })
    #expect(daemon.log.contains("reports are taken in again"))
    #expect(daemon.log.components(separatedBy: "no reports are taken in").count == 2)
    #expect(daemon.end() == (0, .exit))
    _ = consume disk
  }

  @Test func `a disk that becomes read-only stops the intake, and nothing is lost`() async throws {
    guard mayMount("a read-only disk") else { return }
    let scratch = try Scratch()
    let disk = try MountedDisk(at: scratch.url("spool"), options: "size=256m")
    let daemon = try RunningDaemon(scratch: scratch)
    #expect(try await daemon.waits { daemon.log.contains("watching") })
    for number in 0..<20 { try scratch.write(report(), to: "spool/inbox/\(number).txt") }
    try await Task.sleep(for: .milliseconds(Int.random(in: 50...200)))
    try await disk.remount("ro")
    #expect(try await daemon.waits { daemon.log.contains("no reports are taken in") })
    #expect(daemon.log.contains("read-only") || daemon.log.contains("Read-only"))
    try await disk.remount("rw")
    #expect(
      try await daemon.waits { daemon.files(in: "inbox").isEmpty && daemon.files(in: ".work").isEmpty },
      "\(daemon.files(in: ".work")) \(daemon.log)")
    #expect(daemon.files(in: "accepted").count == 40)
    #expect(daemon.end() == (0, .exit))
    let ledger = try Ledger(path: scratch.url("state/ledger.sqlite").path)
    #expect(try ledger.submissions(SubmissionFilter()).count == 20)
  }

  @Test func `a disk that is full in the middle of filing loses nothing`() async throws {
    guard mayMount("a disk that is full") else { return }
    let scratch = try Scratch()
    let disk = try MountedDisk(at: scratch.url("spool"), options: "size=64m")
    // So small a limit lets the disk fill up entirely.
    let daemon = try RunningDaemon(
      configuration: "settle: 50ms\nrescan: 0\nlimits: { file: 64KiB }\n", scratch: scratch)
    #expect(try await daemon.waits { daemon.log.contains("watching") })
    for number in 0..<20 { try scratch.write(report(), to: "spool/inbox/\(number).txt") }
    fillUp(scratch.url("spool/ballast"))
    try await Task.sleep(for: .seconds(1))
    try FileManager.default.removeItem(at: scratch.url("spool/ballast"))
    #expect(try await daemon.waits { daemon.files(in: "inbox").isEmpty && daemon.files(in: ".work").isEmpty })
    #expect(daemon.files(in: "accepted").count == 40)
    #expect(daemon.end() == (0, .exit))
    _ = consume disk
  }

  /// Writes until nothing fits any more.
  private func fillUp(_ file: URL) {
    let descriptor = unsafe open(file.path, O_WRONLY | O_CREAT, 0o600)
    defer { close(descriptor) }
    for size in [1 << 20, 4096] {
      let bytes = [UInt8](repeating: 0, count: size)
      while unsafe write(descriptor, bytes, size) == size {}
    }
  }

  @Test(arguments: [true, false])
  func `a damaged ledger is moved aside, and what the outcome folders tell is put into a new one`(
    whileRunning: Bool
  ) async throws {
    let daemon = try RunningDaemon(configuration: "settle: 50ms\nrescan: 0\ndiagnostics: [html, json]\n")
    try daemon.scratch.write(report(), to: "spool/inbox/青禾镇/good.txt")
    let bad = try Corpus.text().replacingOnly("4 2 4 9 19", with: "4 2 4 9 18")
    try daemon.scratch.write(Array(bad.utf8), to: "spool/inbox/bad.txt")
    #expect(try await daemon.waits { daemon.log.contains("accepted") && daemon.log.contains("rejected") })
    let path = daemon.scratch.url("state/ledger.sqlite").path
    let before = try Ledger(path: path).submissions(SubmissionFilter()).sorted { $0.bytes < $1.bytes }
    #expect(before.count == 2)
    // What an office could put there itself is not believed.
    let forged = #"{"schema":"nianbaod/diagnostics/1","verdict":"accepted"}"#
    try daemon.scratch.write(Array(forged.utf8), to: "spool/accepted/forged.txt.审核结果.json")
    try FileManager.default.copyItem(
      at: daemon.scratch.url("spool/accepted/青禾镇/good.txt.审核结果.json"),
      to: daemon.scratch.url("spool/accepted/other.txt.审核结果.json"))
    try daemon.scratch.write(Array("another".utf8), to: "spool/accepted/other.txt")

    #expect(daemon.end() == (0, .exit))
    // As if it came from a version that kept none.
    try FileManager.default.removeItem(at: daemon.scratch.url("state/history"))
    // The first page it has read already when it runs.
    if whileRunning {
      try daemon.restart()
      #expect(try await daemon.waits { daemon.log.components(separatedBy: "watching").count == 3 })
      try FileManager.default.removeItem(at: daemon.scratch.url("state/history"))
    }
    let handle = try FileHandle(forWritingTo: URL(filePath: path))
    let size = try handle.seekToEnd()
    let start: UInt64 = whileRunning ? 4096 : 0
    try handle.seek(toOffset: start)
    try handle.write(contentsOf: Data(repeating: 0xA5, count: Int(size - start)))
    try handle.close()
    if !whileRunning { try daemon.restart() }
    try daemon.scratch.write(report() + Array("\n".utf8), to: "spool/inbox/青禾镇/next.txt")
    #expect(try await daemon.waits { daemon.exists("accepted/青禾镇/next.txt") && daemon.files(in: ".work").isEmpty })
    #expect(try await daemon.waits { daemon.log.contains("2 submissions were rebuilt") }, "\(daemon.log)")
    #expect(daemon.end() == (0, .exit))

    let rows = try Ledger(path: path).submissions(SubmissionFilter()).sorted { $0.bytes < $1.bytes }
    let rebuilt = rows.filter { $0.id.hasPrefix("rebuilt-") }
    #expect(rows.count == 3)
    #expect(rebuilt.map(\.sha256) == before.map(\.sha256))
    #expect(rebuilt.map(\.path) == before.map(\.path) && rebuilt.map(\.office) == before.map(\.office))
    #expect(rebuilt.map(\.outcomePath) == before.map(\.outcomePath))
    #expect(rebuilt.map { Set($0.figures.map(\.id)) } == before.map { Set($0.figures.map(\.id)) })
    #expect(
      rebuilt.map { $0.figures.sorted { $0.id < $1.id } } == before.map { $0.figures.sorted { $0.id < $1.id } })
    #expect(rebuilt.map(\.findings) == before.map(\.findings))
    #expect(
      before.flatMap(\.findings).contains { $0.places.first?.hasPrefix("litigation.") == true && $0.found != nil })
    let state = try FileManager.default.contentsOfDirectory(atPath: daemon.scratch.url("state").path)
    #expect(state.contains { $0.hasPrefix("ledger.sqlite.corrupt-") && !$0.hasSuffix("-wal") })
  }
}

/// A small file system of a test's own, unmounted when the test lets go of it.
struct MountedDisk: ~Copyable {
  private let folder: URL

  init(at folder: URL, options: String) throws {
    self.folder = folder
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    guard unsafe mount("tmpfs", folder.path, "tmpfs", 0, options) == 0 else {
      throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
    }
  }

  deinit {
    _ = unsafe umount2(folder.path, CInt(MNT_DETACH))
  }

  /// Again and again, while somebody has files open for writing.
  func remount(_ mode: String) async throws {
    let flags = UInt(MS_REMOUNT) | (mode == "ro" ? UInt(MS_RDONLY) : 0)
    for _ in 0..<1000 {
      if unsafe mount("tmpfs", folder.path, "tmpfs", flags, nil) == 0 { return }
      try await Task.sleep(for: .milliseconds(5))
    }
    throw POSIXError(.EBUSY)
  }
}
