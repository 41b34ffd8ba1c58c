import Daemon
import DocumentModel
import Foundation
import LinuxSystem
import Synchronization
import SystemPackage
import TestFixtures
import Testing

@Suite struct WorkerTests {
  private func open(_ path: String) throws -> OwnedDescriptor {
    OwnedDescriptor(taking: try FileDescriptor.open(FilePath(path), .readOnly, options: [.closeOnExec]).rawValue)
  }

  private func corpusFile() throws -> OwnedDescriptor {
    try open(Corpus.folder.appending(path: "qinghe-2024.raw.txt").path)
  }

  private func limits(seconds: Int = 30) -> Configuration.Limits {
    var limits = Configuration.Limits()
    limits.time = .seconds(seconds)
    return limits
  }

  /// A pool whose workers are a shell script.
  private func pool(
    _ script: String, greets: Bool = true, scratch: Scratch, seconds: Int = 30
  ) throws -> WorkerPool {
    let path = try scratch.writeProgram("#!/bin/sh\n\(greets ? Greeting.ready : "")\n\(script)", to: "worker.sh")
    return try WorkerPool(
      program: WorkerProgram(executable: FilePath(path), limits: limits(seconds: seconds)), count: 1)
  }

  @Test func `more files than workers are read side by side, each as it is`() async throws {
    let pool = try WorkerPool(program: try WorkerProgram(limits: limits()), count: 2)
    let counts = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<20 {
        group.addTask {
          guard case .document(let document) = try await pool.extract(try corpusFile()) else { return 0 }
          return document.blocks.count
        }
      }
      return try await group.reduce(into: Set<Int>()) { $0.insert($1) }
    }
    #expect(counts == [try Corpus.text().split(separator: "\n").count])
  }

  @Test func `a worker that dies is replaced once, then the failure is told`() async throws {
    let scratch = try Scratch()
    let pool = try pool("echo x >>\(scratch.url("starts").path); exit 3", scratch: scratch)
    let told = Mutex<[WorkerFailure]>([])
    await #expect(throws: WorkerFailure.self) {
      try await pool.extract(try corpusFile()) { failure in told.withLock { $0.append(failure) } }
    }
    #expect(told.withLock { $0.count } == 2)
    #expect(try String(contentsOf: scratch.url("starts"), encoding: .utf8) == "x\nx\n")
  }

  @Test func `a file that kills the first worker is read by the second`() async throws {
    let scratch = try Scratch()
    let real = RunningDaemon.programs.appending(path: "nianbaod-extract").path
    let pool = try pool(
      "mkdir \(scratch.url("once").path) 2>/dev/null && { \(Greeting.ready); kill -SEGV $$; }\nexec \(real) \"$@\"",
      greets: false, scratch: scratch)
    guard case .document(let document) = try await pool.extract(try corpusFile()) else {
      Issue.record("no document")
      return
    }
    #expect(!document.blocks.isEmpty)
  }

  @Test func `a worker that hangs is ended after its time`() async throws {
    let scratch = try Scratch()
    let pool = try pool("exec sleep 600", scratch: scratch, seconds: 1)
    await #expect(throws: WorkerFailure.timedOut(.seconds(1))) { try await pool.extract(try corpusFile()) }
  }

  @Test func `an answer that makes no sense is a failure, not a document`() async throws {
    let scratch = try Scratch()
    let pool = try pool("printf '\\000\\000\\000\\003abc' >&0; exec sleep 600", scratch: scratch)
    let error = await #expect(throws: WorkerFailure.self) { try await pool.extract(try corpusFile()) }
    guard case .garbled = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func `an announced answer beyond all bounds is not waited for`() async throws {
    let scratch = try Scratch()
    let pool = try pool("printf '\\377\\377\\377\\377' >&0; exec sleep 600", scratch: scratch)
    await #expect(throws: WorkerFailure.self) { try await pool.extract(try corpusFile()) }
  }

  @Test func `a program that is not there is said to be missing`() async throws {
    let pool = try WorkerPool(program: WorkerProgram(executable: "/nonexistent/worker", limits: limits()), count: 1)
    let error = await #expect(throws: WorkerFailure.self) { try await pool.extract(try corpusFile()) }
    #expect(error?.description.contains("/nonexistent/worker") == true)
  }

  @Test func `that the kernel has no Landlock is told once, and the work goes on`() async throws {
    let scratch = try Scratch()
    let path = try scratch.writeProgram(
      "#!/bin/sh\n\(Greeting.readyWithoutLandlock)\nexit 3", to: "worker.sh")
    let told = Mutex(0)
    let starter = ProcessStarter { told.withLock { $0 += 1 } }
    let pool = try WorkerPool(
      program: WorkerProgram(executable: FilePath(path), limits: limits()), count: 1, starter: starter)
    let failure = await #expect(throws: WorkerFailure.self) { _ = try await pool.extract(try corpusFile()) }
    #expect(failure == .died(.exited(code: 3)))
    #expect(told.withLock { $0 } == 1)
  }

  @Test func `a worker that refuses to work is told with its reason`() async throws {
    let scratch = try Scratch()
    let path = try scratch.writeProgram("#!/bin/sh\n\(Greeting.refused("no filter"))", to: "worker.sh")
    let pool = try WorkerPool(program: WorkerProgram(executable: FilePath(path), limits: limits()), count: 1)
    let failure = await #expect(throws: WorkerFailure.self) { _ = try await pool.extract(try corpusFile()) }
    #expect(failure == .notStarted("\(path): no filter"))
    #expect(failure?.clerkReason == "读取文件的程序没能启动，这是服务器的问题。")
  }
}
