import Daemon
import DocumentModel
import Foundation
import LinuxSystem
import Synchronization
import SystemPackage
import TestFixtures
import Testing

/// The real worker, ended at work from outside or by its own limits.
@Suite(.timeLimit(.minutes(10))) struct WorkerEndTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    // The worker's number is its wrapper's.
    try scratch.writeProgram(
      """
      #!/bin/sh
      echo $$ >>\(scratch.url("started").path)
      exec \(RunningDaemon.programs.appending(path: "nianbaod-extract").path) "$@"
      """, to: "worker.sh")
  }

  private func pool(_ limits: Configuration.Limits) throws -> WorkerPool {
    try WorkerPool(
      program: WorkerProgram(executable: FilePath(scratch.url("worker.sh").path), limits: limits), count: 1)
  }

  private func open(_ path: String) throws -> OwnedDescriptor {
    OwnedDescriptor(taking: try FileDescriptor.open(FilePath(path), .readOnly, options: .closeOnExec).rawValue)
  }

  /// Has a file read that takes long enough for the worker to be met at work, and sends each worker a signal then.
  private func failures(_ limits: Configuration.Limits, sending signal: CInt) async throws -> [WorkerFailure] {
    let line = String(repeating: "青禾镇", count: 40) + "\n"
    let long = try scratch.write(String(repeating: line, count: 80_000), to: "long.txt")
    let pool = try pool(limits)
    let told = Mutex<[WorkerFailure]>([])
    let started = scratch.url("started")
    let isOver = Flag()
    // A thread of its own: the tasks of other tests may keep all others busy.
    Thread.detachNewThread {
      var met: Set<pid_t> = []
      while !isOver.isRaised {
        for worker in Self.numbers(in: started) where !met.contains(worker) && Self.isAtWork(worker) {
          met.insert(worker)
          kill(worker, signal)
        }
        usleep(1000)
      }
    }
    defer { isOver.raise() }
    await #expect(throws: WorkerFailure.self) {
      _ = try await pool.extract(try open(long)) { failure in told.withLock { $0.append(failure) } }
    }
    #expect(Self.numbers(in: started).count == 2)

    // A fresh worker reads the next file as if nothing had been.
    let good = Corpus.folder.appending(path: "qinghe-2024.raw.txt").path
    guard case .document = try await pool.extract(try open(good)) else {
      Issue.record("the pool did not recover")
      return []
    }
    return told.withLock { $0 }
  }

  @Test func `killed at work, twice, it is told as what it is`() async throws {
    let failures = try await failures(Configuration.Limits(), sending: SIGKILL)
    #expect(failures == [.died(.killed(signal: 9)), .died(.killed(signal: 9))])
    #expect(failures.first?.description.contains("SIGKILL") == true)
    #expect(failures.first?.clerkReason == "读取文件的程序两次都没能读完这个文件。")
  }

  @Test func `stopped at work, it is ended after its time`() async throws {
    var limits = Configuration.Limits()
    limits.time = .seconds(2)
    let failures = try await failures(limits, sending: SIGSTOP)
    #expect(failures == [.timedOut(.seconds(2)), .timedOut(.seconds(2))])
    #expect(failures.first?.clerkReason.contains("时间太长") == true)
  }

  @Test func `a signal of its limits is told with the limit`() async throws {
    let failures = try await failures(Configuration.Limits(), sending: SIGXCPU)
    #expect(failures.first?.description.contains("processor time was used up") == true)
    #expect(failures.first?.clerkReason.contains("时间太长") == true)
  }

  @Test func `a file that takes more memory than allowed is told so`() async throws {
    var limits = Configuration.Limits()
    limits.memory = 300 << 20
    limits.document.file = 400 << 20
    let large = try scratch.write("", to: "large.txt")
    // Mostly a hole: large for the worker, small on the disk.
    try FileHandle(forWritingTo: scratch.url("large.txt")).truncate(atOffset: 350 << 20)
    let pool = try pool(limits)
    await #expect(throws: WorkerFailure.outOfMemory(limit: 300 << 20)) { _ = try await pool.extract(try open(large)) }
    let good = Corpus.folder.appending(path: "qinghe-2024.raw.txt").path
    guard case .document = try await pool.extract(try open(good)) else {
      Issue.record("the pool did not recover")
      return
    }
    #expect(WorkerFailure.outOfMemory(limit: 300 << 20).description.contains("300MiB of limits.memory"))
  }

  @Test func `a worker without the memory to get ready reads nothing`() async throws {
    // With less address space than it takes to shut itself in, or just enough for that.
    var limits = Configuration.Limits()
    limits.memory = 1 << 20
    let good = Corpus.folder.appending(path: "qinghe-2024.raw.txt").path
    let pool = try pool(limits)
    let failure = await #expect(throws: WorkerFailure.self) { _ = try await pool.extract(try open(good)) }
    switch failure {
    case .notStarted, .outOfMemory: break
    default: Issue.record("\(String(describing: failure))")
    }
  }

  private static func numbers(in file: URL) -> [pid_t] {
    ((try? String(contentsOf: file, encoding: .utf8)) ?? "").split(separator: "\n").compactMap { pid_t($0) }
  }

  /// It holds more than a worker that waits.
  private static func isAtWork(_ process: pid_t) -> Bool {
    let pages = (try? String(contentsOfFile: "/proc/\(process)/statm", encoding: .utf8))?.split(separator: " ")
    guard let pages, pages.count > 1, let resident = Int(pages[1]) else { return false }
    return resident * Int(getpagesize()) > 40 << 20
  }
}

private final class Flag: Sendable {
  private let state = Mutex(false)

  var isRaised: Bool { state.withLock { $0 } }

  func raise() {
    state.withLock { $0 = true }
  }
}
