import Daemon
import DocumentModel
import Foundation
import LinuxSystem
import Synchronization
import SystemPackage
import TestFixtures
import Testing

/// Workers that are killed or stopped by others.
@Suite struct HostileSignalTests {
  /// A worker that was stopped is given up after it; the next must be done within it, on a busy machine too.
  private let limit: Duration = .seconds(20)

  /// A worker that does this before it begins, but only the first one.
  private func pool(firstDoing action: String, in scratch: Scratch) throws -> WorkerPool {
    let real = RunningDaemon.programs.appending(path: "nianbaod-extract").path
    let path = try scratch.writeProgram(
      "#!/bin/sh\nmkdir \(scratch.url("once").path) 2>/dev/null && \(action)\nexec \(real) \"$@\"", to: "worker.sh")
    var limits = Configuration.Limits()
    limits.time = limit
    return try WorkerPool(program: WorkerProgram(executable: FilePath(path), limits: limits), count: 1)
  }

  private func report() throws -> OwnedDescriptor {
    let path = FilePath(Corpus.folder.appending(path: "qinghe-2024.docx").path)
    return OwnedDescriptor(taking: try FileDescriptor.open(path, .readOnly, options: [.closeOnExec]).rawValue)
  }

  @Test(arguments: ["KILL", "STOP", "SEGV", "XCPU"])
  func `a worker that gets a signal at work is replaced, and the file is read by the next`(
    _ signal: String
  ) async throws {
    let scratch = try Scratch()
    let pool = try pool(firstDoing: "kill -\(signal) $$", in: scratch)
    let failures = Mutex<[WorkerFailure]>([])
    let extract = try await pool.extract(try report()) { failure in failures.withLock { $0.append(failure) } }
    guard case .document(let document) = extract else {
      Issue.record("\(extract)")
      return
    }
    #expect(!document.blocks.isEmpty)
    let told = failures.withLock { $0 }
    #expect(told.count == 1)
    #expect((told == [.timedOut(limit)]) == (signal == "STOP"))
  }

  @Test(arguments: [SIGKILL, SIGSTOP])
  func `a worker that gets a signal while it waits is replaced, and the next file is read`(
    _ signal: Int32
  ) async throws {
    let scratch = try Scratch()
    let pool = try pool(firstDoing: "echo $$ >\(scratch.url("pid").path)", in: scratch)
    _ = try await pool.extract(try report())
    let pid = try #require(
      Int32(String(contentsOf: scratch.url("pid"), encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)))
    #expect(kill(pid, signal) == 0)
    guard case .document = try await pool.extract(try report()) else {
      Issue.record("no document")
      return
    }
  }

  @Test func `a worker that is stopped again and again leaves the file undecided, not the daemon`() async throws {
    let scratch = try Scratch()
    try scratch.write(Corpus.bytes("qinghe-2024.docx"), to: "spool/inbox/report.docx")
    let programs = scratch.url("programs")
    try FileManager.default.createDirectory(at: programs, withIntermediateDirectories: true)
    for program in ["nianbaod", "nianbaod-convert"] {
      try FileManager.default.copyItem(
        at: RunningDaemon.programs.appending(path: program), to: programs.appending(path: program))
    }
    try scratch.write("#!/bin/sh\nkill -STOP $$\n", to: "programs/nianbaod-extract")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: programs.appending(path: "nianbaod-extract").path)
    let daemon = try RunningDaemon(
      configuration: "settle: 50ms\nrescan: 0\nlimits: { time: 1s }\n", scratch: scratch, programs: programs)
    #expect(try await daemon.waits { daemon.exists("held/report.docx.审核结果.html") })
    #expect(daemon.exists("held/report.docx"))
    #expect(daemon.end() == (0, .exit))
  }
}
