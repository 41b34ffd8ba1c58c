import Dispatch
import Synchronization

/// What an executor's threads have to do, the oldest first, each job by whatever thread is free.
///
/// Threads hold on to the queue and not to the executor, so that they end when nobody else does.
final class JobQueue<Owner: AnyObject & Sendable>: Sendable {
  private struct Entry {
    var job: UnownedJob
    /// Kept alive until its job is done.
    var owner: Owner
  }

  private struct State {
    var entries: [Entry] = []
    /// How many of `entries` were taken already; they are dropped now and then, not one by one.
    var taken = 0
    var isClosed = false

    mutating func next() -> Entry? {
      guard taken < entries.count else { return nil }
      let entry = entries[taken]
      taken += 1
      if taken * 2 > entries.count {
        entries.removeFirst(taken)
        taken = 0
      }
      return entry
    }
  }

  private let state = Mutex(State())
  /// Counts the jobs that nobody has taken; one more once the queue is closed.
  private let changes = DispatchSemaphore(value: 0)

  func append(_ job: UnownedJob, for owner: Owner) {
    state.withLock { $0.entries.append(Entry(job: job, owner: owner)) }
    changes.signal()
  }

  /// Lets the threads end when everything is done.
  func close() {
    state.withLock { $0.isClosed = true }
    changes.signal()
  }

  /// The work of a thread.
  func runUntilClosed(_ run: (UnownedJob, Owner) -> Void) {
    while true {
      changes.wait()
      let (entry, isClosed) = state.withLock { ($0.next(), $0.isClosed) }
      if let entry {
        ThreadActivity.working { run(entry.job, entry.owner) }
      } else if isClosed {
        // The next thread has to hear of it too.
        changes.signal()
        return
      }
    }
  }
}
