import Dispatch
import Synchronization
package import SystemPackage

/// Runs tasks on a few threads of our own.
///
/// The default executor's pool has a timer that wakes every second for as long as the process lives. A daemon that is
/// idle most of the year prefers threads that sleep.
package final class TaskThreads: TaskExecutor {
  private let queue = JobQueue<TaskThreads>()

  /// - Parameter count: How many threads; they end with the executor.
  /// - Throws: `Errno.resourceTemporarilyUnavailable` when there can be no more threads.
  package init(count: Int) throws(Errno) {
    for _ in 0..<count {
      let queue = queue
      try startThread(name: "tasks") {
        queue.runUntilClosed { job, executor in
          unsafe job.runSynchronously(on: executor.asUnownedTaskExecutor())
        }
      }
    }
  }

  deinit {
    queue.close()
  }

  package func enqueue(_ job: consuming ExecutorJob) {
    queue.append(UnownedJob(job), for: self)
  }

  /// Runs asynchronous work and blocks the calling thread until it has ended.
  ///
  /// - Throws: What the work throws.
  package func runBlocking(_ work: @escaping @Sendable () async throws -> Void) throws {
    let outcome = Outcome()
    // Tasks that libraries start from here inherit the priority. A higher one than medium would have the system's own
    // executor ask for more than an unprivileged process may have, and complain of it.
    Task(executorPreference: self, priority: .medium) {
      do {
        try await work()
      } catch {
        outcome.error.withLock { $0 = error }
      }
      outcome.ended.signal()
    }
    outcome.ended.wait()
    if let error = outcome.error.withLock({ $0 }) { throw error }
  }
}

/// What came of work that a thread waits for.
private final class Outcome: Sendable {
  let error = Mutex<(any Error)?>(nil)
  let ended = DispatchSemaphore(value: 0)
}
