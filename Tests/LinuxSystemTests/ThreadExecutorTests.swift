import Foundation
import LinuxSystem
import Testing

private actor Worker {
  private let executor: ThreadExecutor
  nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe executor.asUnownedSerialExecutor() }
  private var count = 0

  init(name: String) throws {
    executor = try ThreadExecutor(name: name)
  }

  func threadName() -> String {
    let comm = try? String(contentsOfFile: "/proc/thread-self/comm", encoding: .utf8)
    return comm?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
  }

  func increment() -> Int {
    count += 1
    return count
  }

  func wait(for semaphore: DispatchSemaphore) {
    semaphore.wait()
  }
}

struct ThreadExecutorTests {
  @Test func `an actor's work runs on the named thread`() async throws {
    let worker = try Worker(name: "named-thread")
    for _ in 0..<10 {
      #expect(await worker.threadName() == "named-thread")
      await Task.yield()
    }
  }

  @Test func `calls from many tasks run one at a time`() async throws {
    let worker = try Worker(name: "counting")
    let results = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<1000 { group.addTask { await worker.increment() } }
      return await group.reduce(into: Set<Int>()) { $0.insert($1) }
    }
    #expect(results == Set(1...1000))
  }

  @Test(.timeLimit(.minutes(10)))
  func `blocking it holds up nobody else`() async throws {
    let semaphore = DispatchSemaphore(value: 0)
    let blocked = try (0..<16).map { try Worker(name: "blocked\($0)") }
    await withTaskGroup { group in
      for worker in blocked { group.addTask { await worker.wait(for: semaphore) } }
      // Runs while all of them wait, though they are more than there are processors.
      group.addTask {
        for _ in blocked { semaphore.signal() }
      }
    }
  }

  @Test(.timeLimit(.minutes(10)))
  func `the thread ends with its executor`() async throws {
    func threadExists(_ name: String) throws -> Bool {
      try FileManager.default.contentsOfDirectory(atPath: "/proc/self/task").contains {
        (try? String(contentsOfFile: "/proc/self/task/\($0)/comm", encoding: .utf8)) == name + "\n"
      }
    }
    func use() async throws {
      let worker = try Worker(name: "short-lived")
      #expect(await worker.threadName() == "short-lived")
      #expect(try threadExists("short-lived"))
    }
    try await use()
    while try threadExists("short-lived") { await Task.yield() }
  }
}
