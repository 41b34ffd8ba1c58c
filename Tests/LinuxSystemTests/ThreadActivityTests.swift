import Synchronization
import SystemPackage
import Testing

@testable import LinuxSystem

/// Runs what a test gives it, on a thread that is known.
private actor Desk {
  private let executor: ThreadExecutor

  nonisolated var unownedExecutor: UnownedSerialExecutor {
    unsafe executor.asUnownedSerialExecutor()
  }

  init(_ name: String) throws {
    executor = try ThreadExecutor(name: name)
  }

  func run(_ body: @Sendable () -> Void) {
    body()
  }
}

struct ThreadActivityTests {
  private func stalled(between first: ThreadActivity.Snapshot, named name: String) -> Bool {
    ThreadActivity.snapshot.stalled(since: first).contains(name)
  }

  @Test func `a job that gets nowhere stalls, until it ends`() async throws {
    let desk = try Desk("stalling")
    let isOver = Atomic(false)
    async let job: Void = desk.run {
      // Busy, not waiting.
      while !isOver.load(ordering: .relaxed) {}
    }
    try await Task.sleep(for: .milliseconds(100))
    let first = ThreadActivity.snapshot
    try await Task.sleep(for: .milliseconds(50))
    #expect(stalled(between: first, named: "stalling"))
    isOver.store(true, ordering: .relaxed)
    await job
    try await Task.sleep(for: .milliseconds(50))
    #expect(!stalled(between: first, named: "stalling"))
  }

  @Test func `a thread that waits is at rest`() async throws {
    let desk = try Desk("waiting")
    let stop = try StopSignal()
    async let job: Void = desk.run { _ = try? stop.wait(for: .seconds(20)) }
    try await Task.sleep(for: .milliseconds(100))
    let first = ThreadActivity.snapshot
    try await Task.sleep(for: .milliseconds(50))
    #expect(!stalled(between: first, named: "waiting"))
    stop.raise()
    await job
  }

  @Test func `a long job that says that it gets on does not stall`() async throws {
    let desk = try Desk("stepping")
    let isOver = Atomic(false)
    async let job: Void = desk.run {
      while !isOver.load(ordering: .relaxed) { ThreadActivity.step() }
    }
    try await Task.sleep(for: .milliseconds(100))
    let first = ThreadActivity.snapshot
    try await Task.sleep(for: .milliseconds(50))
    #expect(!stalled(between: first, named: "stepping"))
    isOver.store(true, ordering: .relaxed)
    await job
  }
}
