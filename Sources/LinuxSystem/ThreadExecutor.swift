package import SystemPackage

/// Runs an actor's work on one thread of its own, where it may block without holding up anybody else's.
///
/// The thread ends with the executor.
package final class ThreadExecutor: SerialExecutor {
  private let queue = JobQueue<ThreadExecutor>()

  /// Starts the thread.
  ///
  /// - Parameter name: Shown by `ps -L` and debuggers; the first 15 bytes count.
  /// - Throws: `Errno.resourceTemporarilyUnavailable` when there can be no more threads.
  package init(name: String) throws(Errno) {
    let queue = queue
    try startThread(name: name) {
      queue.runUntilClosed { job, executor in
        unsafe job.runSynchronously(on: executor.asUnownedSerialExecutor())
      }
    }
  }

  deinit {
    queue.close()
  }

  package func enqueue(_ job: consuming ExecutorJob) {
    queue.append(UnownedJob(job), for: self)
  }
}
