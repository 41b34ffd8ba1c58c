/// Files of the inbox that something has happened to, each until nothing has for a while.
///
/// It knows no clock: every instant is handed in.
package struct Candidates: Sendable {
  package typealias Instant = SuspendingClock.Instant

  /// A file whose quiet time is over.
  package struct Candidate: Equatable, Sendable {
    package var path: InboxPath
    /// When it was noticed first.
    package var since: Instant

    package init(path: InboxPath, since: Instant) {
      self.path = path
      self.since = since
    }
  }

  private struct Wait {
    var since: Instant
    var until: Instant
  }

  private let settle: Duration
  private let writerDeadline: Duration
  private var waits: [InboxPath: Wait] = [:]

  /// - Parameters:
  ///   - settle: How long nothing may happen to a file before it is looked at.
  ///   - writerDeadline: How long a file may stay unfinished.
  package init(settle: Duration, writerDeadline: Duration) {
    self.settle = settle
    self.writerDeadline = writerDeadline
  }

  /// Something has happened to a file: its quiet time starts again.
  package mutating func noticed(_ path: InboxPath, at now: Instant) {
    waits[path] = Wait(since: waits[path]?.since ?? now, until: now.advanced(by: settle))
  }

  /// A file was seen by a scan: its quiet time starts unless it has already.
  package mutating func seen(_ path: InboxPath, at now: Instant) {
    guard waits[path] == nil else { return }
    noticed(path, at: now)
  }

  /// A file is gone from where it was.
  package mutating func vanished(_ path: InboxPath) {
    waits[path] = nil
  }

  /// Takes out the files whose quiet time is over, the longest waiting first.
  package mutating func due(at now: Instant) -> [Candidate] {
    let due = waits.filter { $0.value.until <= now }
    for path in due.keys { waits[path] = nil }
    return
      due
      .map { Candidate(path: $0.key, since: $0.value.since) }
      .sorted { ($0.since, $0.path) < ($1.since, $1.path) }
  }

  /// Puts back a file that is not finished. It is due again when something has happened to it or its time is up.
  ///
  /// - Returns: `false` when its time is up already; then it is not put back.
  package mutating func postpone(_ candidate: Candidate, at now: Instant) -> Bool {
    let deadline = candidate.since.advanced(by: writerDeadline)
    guard now < deadline else { return false }
    waits[candidate.path] = Wait(since: candidate.since, until: deadline)
    return true
  }

  /// When the next file is due; `nil` while none waits, so that nobody has to wake up for it.
  package var nextDeadline: Instant? {
    waits.values.lazy.map(\.until).min()
  }
}
