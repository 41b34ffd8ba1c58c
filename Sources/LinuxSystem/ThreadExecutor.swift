import CLinux
import Dispatch
import Glibc
import Synchronization
package import SystemPackage

/// Runs an actor's work on one thread of its own, where it may block without holding up anybody else's.
///
/// The thread ends with the executor.
package final class ThreadExecutor: SerialExecutor {
  private let queue: JobQueue

  /// Starts the thread.
  ///
  /// - Parameter name: Shown by `ps -L` and debuggers; the first 15 bytes count.
  /// - Throws: `Errno.resourceTemporarilyUnavailable` when there can be no more threads.
  package init(name: String) throws(Errno) {
    queue = JobQueue(name: name)
    let queue = unsafe Unmanaged.passRetained(queue)
    var thread = pthread_t()
    let code = unsafe pthread_create(
      &thread, nil,
      { argument in
        guard let argument = unsafe argument else { return nil }
        unsafe Unmanaged<JobQueue>.fromOpaque(argument).takeRetainedValue().runUntilClosed()
        return nil
      }, queue.toOpaque())
    guard code == 0 else {
      unsafe queue.release()
      throw Errno(rawValue: code)
    }
    pthread_detach(thread)
  }

  deinit {
    queue.close()
  }

  package func enqueue(_ job: consuming ExecutorJob) {
    queue.append(UnownedJob(job), for: self)
  }
}

/// What is to be done on the thread, which holds on to this and not to the executor.
private final class JobQueue: Sendable {
  private struct Entry {
    var job: UnownedJob
    /// Kept alive until its job is done.
    var executor: ThreadExecutor
  }

  private struct State {
    var entries: [Entry] = []
    var isClosed = false
  }

  private let name: String
  private let state = Mutex(State())
  private let changes = DispatchSemaphore(value: 0)

  init(name: String) {
    self.name = name
  }

  func append(_ job: UnownedJob, for executor: ThreadExecutor) {
    state.withLock { $0.entries.append(Entry(job: job, executor: executor)) }
    changes.signal()
  }

  func close() {
    state.withLock { $0.isClosed = true }
    changes.signal()
  }

  func runUntilClosed() {
    unsafe clinux_name_thread(name)
    while true {
      changes.wait()
      let (entries, isClosed) = state.withLock { state in
        defer { state.entries = [] }
        return (state.entries, state.isClosed)
      }
      for entry in entries {
        unsafe entry.job.runSynchronously(on: entry.executor.asUnownedSerialExecutor())
      }
      if isClosed { return }
    }
  }
}
