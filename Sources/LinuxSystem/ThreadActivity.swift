import CLinux
import Glibc
import Synchronization

/// What each of our threads is at, so that one that hangs can be told from one that waits.
///
/// A thread is at rest while it waits for something to do, be it in `poll(2)`; everything else is a job, and a long job that
/// gets on says so by `step()`.
package final class ThreadActivity: Sendable {
  private static let all = Mutex<[ThreadActivity]>([])

  /// What the thread is called.
  let name: String
  /// Odd while it is at a job; every change is a step on.
  private let count = Atomic<UInt64>(0)

  private init(name: String) {
    self.name = name
  }

  /// What the calling thread does from now on is known under a name, until the body ends.
  static func register(_ name: String, _ body: () -> Void) {
    let activity = ThreadActivity(name: name)
    all.withLock { $0.append(activity) }
    unsafe clinux_set_thread_value(Unmanaged.passUnretained(activity).toOpaque())
    body()
    clinux_set_thread_value(nil)
    all.withLock { $0.removeAll { $0 === activity } }
  }

  /// Of the calling thread; `nil` for one that is not ours.
  static var current: ThreadActivity? {
    guard let value = unsafe clinux_thread_value() else { return nil }
    return unsafe Unmanaged<ThreadActivity>.fromOpaque(value).takeUnretainedValue()
  }

  /// A job of the calling thread gets on, however long it takes.
  package static func step() {
    guard let activity = current, !activity.isAtRest else { return }
    activity.count.wrappingAdd(2, ordering: .relaxed)
  }

  /// The calling thread rests while the body runs.
  static func resting<Value>(_ body: () -> Value) -> Value {
    guard let activity = current, !activity.isAtRest else { return body() }
    activity.count.wrappingAdd(1, ordering: .relaxed)
    defer { activity.count.wrappingAdd(1, ordering: .relaxed) }
    return body()
  }

  /// The calling thread, which rests otherwise, is at a job while the body runs.
  static func working(_ body: () -> Void) {
    let activity = current
    activity?.count.wrappingAdd(1, ordering: .relaxed)
    body()
    activity?.count.wrappingAdd(1, ordering: .relaxed)
  }

  private var isAtRest: Bool { count.load(ordering: .relaxed).isMultiple(of: 2) }

  /// The jobs that our threads are at.
  package struct Snapshot: Sendable {
    fileprivate var jobs: [(thread: ObjectIdentifier, name: String, count: UInt64)] = []

    package init() {}

    /// The names of the threads that have not got on since an earlier one.
    package func stalled(since earlier: Snapshot) -> [String] {
      jobs.filter { job in earlier.jobs.contains { $0.thread == job.thread && $0.count == job.count } }.map(\.name)
    }
  }

  package static var snapshot: Snapshot {
    var snapshot = Snapshot()
    all.withLock { all in
      for activity in all {
        let count = activity.count.load(ordering: .relaxed)
        guard !count.isMultiple(of: 2) else { continue }
        snapshot.jobs.append((ObjectIdentifier(activity), activity.name, count))
      }
    }
    return snapshot
  }
}
