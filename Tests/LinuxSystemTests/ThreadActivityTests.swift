import Glibc
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
  private func stalled(since first: ThreadActivity.Snapshot, _ name: String) -> Bool {
    ThreadActivity.snapshot.stalled(since: first).contains(name)
  }

  /// Waits until something is so; a machine with much to do may take its time.
  private func waits(until condition: () -> Bool) async throws -> Bool {
    for _ in 0..<1000 {
      if condition() { return true }
      try await Task.sleep(for: .milliseconds(20))
    }
    return false
  }

  @Test func `a job that gets nowhere stalls, until it ends`() async throws {
    let desk = try Desk("stalling")
    let hasBegun = Atomic(false)
    let isOver = Atomic(false)
    async let job: Void = desk.run {
      hasBegun.store(true, ordering: .relaxed)
      // Busy, not waiting.
      while !isOver.load(ordering: .relaxed) { sched_yield() }
    }
    #expect(try await waits { hasBegun.load(ordering: .relaxed) })
    let first = ThreadActivity.snapshot
    try await Task.sleep(for: .milliseconds(50))
    #expect(stalled(since: first, "stalling"))
    isOver.store(true, ordering: .relaxed)
    await job
    #expect(try await waits { !stalled(since: first, "stalling") })
  }

  @Test func `a thread that waits is at rest`() async throws {
    let desk = try Desk("waiting")
    let stop = try StopSignal()
    let hasBegun = Atomic(false)
    async let job: Void = desk.run {
      hasBegun.store(true, ordering: .relaxed)
      _ = try? stop.wait(for: nil)
    }
    #expect(try await waits { hasBegun.load(ordering: .relaxed) })
    let first = ThreadActivity.snapshot
    #expect(try await waits { !stalled(since: first, "waiting") })
    stop.raise()
    await job
  }

  @Test func `a long job that says that it gets on does not stall`() async throws {
    let desk = try Desk("stepping")
    let hasBegun = Atomic(false)
    let isOver = Atomic(false)
    async let job: Void = desk.run {
      hasBegun.store(true, ordering: .relaxed)
      while !isOver.load(ordering: .relaxed) {
        ThreadActivity.step()
        sched_yield()
      }
    }
    #expect(try await waits { hasBegun.load(ordering: .relaxed) })
    let first = ThreadActivity.snapshot
    #expect(try await waits { !stalled(since: first, "stepping") })
    isOver.store(true, ordering: .relaxed)
    await job
  }
}
