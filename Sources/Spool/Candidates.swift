import LinuxSystem
import SystemPackage

/// Files of the inbox that something has happened to, each until nothing has for a while.
///
/// It knows no clock: every instant is handed in. It holds a bounded number of files, whatever waits in the inbox.
package struct Candidates: Sendable {
  package typealias Instant = SuspendingClock.Instant

  /// A file whose quiet time is over.
  package struct Candidate: Equatable, Sendable {
    package var path: InboxPath
    /// When it was noticed first.
    package var since: Instant
    /// Whether it was said already that it takes too long.
    package var isOverdue: Bool

    package init(path: InboxPath, since: Instant, isOverdue: Bool = false) {
      self.path = path
      self.since = since
      self.isOverdue = isOverdue
    }
  }

  /// How many files are held at the same time.
  package struct Bounds: Equatable, Sendable {
    /// Of one office, those that are ready but not yet taken included.
    package var perOffice: Int
    /// Of all, but that each office may always have a few.
    package var all: Int

    package init(perOffice: Int = 512, all: Int = 8192) {
      self.perOffice = perOffice
      self.all = all
    }

    /// What each office may have whatever others have.
    static let always = 4
  }

  private struct Wait {
    var since: Instant
    var until: Instant
    var isOverdue = false
    /// When the file was changed last, as a scan saw it.
    var changedAt: Int?
  }

  /// The longest time after which an unfinished file is looked at again without cause.
  private static let longestPause: Duration = .seconds(60)
  private static let shortestPause: Duration = .milliseconds(250)

  private let settle: Duration
  private let writerDeadline: Duration
  private let bounds: Bounds
  private var waits: [InboxPath: Wait] = [:]
  private var counts: [Office: Int] = [:]
  /// No file is due before; events only put them off, so that it need not be worked out at each.
  private var earliest: Instant?

  /// - Parameters:
  ///   - settle: How long nothing may happen to a file before it is looked at.
  ///   - writerDeadline: How long a file may stay unfinished before that is said.
  ///   - bounds: How many files are held.
  package init(settle: Duration, writerDeadline: Duration, bounds: Bounds = Bounds()) {
    self.settle = settle
    self.writerDeadline = writerDeadline
    self.bounds = bounds
  }

  /// Something has happened to a file: its quiet time starts again.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - quietTime: How long nothing had happened to it then already.
  ///   - now: The time.
  ///   - elsewhere: How many files of its office, and of all, are held by others.
  /// - Returns: `false` when there is no room for it. Then it is forgotten, and a scan has to find it.
  package mutating func noticed(
    _ path: InboxPath, quietFor quietTime: Duration = .zero, at now: Instant,
    elsewhere: (office: Int, all: Int) = (0, 0)
  ) -> Bool {
    let known = waits[path]
    if known == nil {
      guard hasRoom(for: path.office, elsewhere: elsewhere) else { return false }
      counts[path.office, default: 0] += 1
    }
    var wait = known ?? Wait(since: now, until: now)
    wait.until = now.advanced(by: max(.zero, settle - quietTime))
    waits[path] = wait
    earliest = min(earliest ?? wait.until, wait.until)
    return true
  }

  /// A file was seen by a scan: its quiet time starts, unless it has already and the file is as it was then.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - changedAt: When it was changed last, by its file system's clock.
  ///   - quietTime: How long nothing had happened to it then already.
  ///   - now: The time.
  ///   - elsewhere: How many files of its office, and of all, are held by others.
  /// - Returns: `false` when there is no room for it.
  package mutating func seen(
    _ path: InboxPath, changedAt: Int? = nil, quietFor quietTime: Duration = .zero, at now: Instant,
    elsewhere: (office: Int, all: Int) = (0, 0)
  ) -> Bool {
    if let known = waits[path], known.changedAt == nil || known.changedAt == changedAt {
      waits[path]?.changedAt = changedAt
      return true
    }
    guard noticed(path, quietFor: quietTime, at: now, elsewhere: elsewhere) else { return false }
    waits[path]?.changedAt = changedAt
    return true
  }

  package var count: Int { waits.count }

  package func holds(_ path: InboxPath) -> Bool { waits[path] != nil }

  package func hasRoom(for office: Office, elsewhere: (office: Int, all: Int) = (0, 0)) -> Bool {
    let own = counts[office, default: 0] + elsewhere.office
    return own < Bounds.always || (own < bounds.perOffice && waits.count + elsewhere.all < bounds.all)
  }

  /// Whether so few files of an office are held that it is worth while to look for more.
  package func isShort(of office: Office, elsewhere: Int) -> Bool {
    counts[office, default: 0] + elsewhere <= bounds.perOffice / 2
  }

  /// A file is gone from where it was.
  package mutating func vanished(_ path: InboxPath) {
    forget(path)
  }

  /// Takes out the files whose quiet time is over, the longest waiting first.
  package mutating func due(at now: Instant) -> [Candidate] {
    guard let first = earliest, first <= now else { return [] }
    let due = waits.filter { $0.value.until <= now }
    for path in due.keys { forget(path) }
    earliest = waits.values.lazy.map(\.until).min()
    return
      due
      .map { Candidate(path: $0.key, since: $0.value.since, isOverdue: $0.value.isOverdue) }
      .sorted { ($0.since, $0.path) < ($1.since, $1.path) }
  }

  /// Puts back a file that is not finished. It is due again when something has happened to it or after a pause that
  /// grows with the time it has waited: not everybody who closes a file is seen to.
  ///
  /// - Returns: Whether it has just passed the deadline for writers.
  package mutating func postpone(_ candidate: Candidate, at now: Instant) -> Bool {
    let age = now - candidate.since
    let isLate = age >= writerDeadline
    let pause = min(Self.longestPause, max(Self.shortestPause, settle, age / 2))
    var until = now.advanced(by: pause)
    if !isLate { until = min(until, candidate.since.advanced(by: writerDeadline)) }
    if waits.updateValue(Wait(since: candidate.since, until: until, isOverdue: isLate), forKey: candidate.path) == nil {
      counts[candidate.path.office, default: 0] += 1
    }
    earliest = min(earliest ?? until, until)
    return isLate && !candidate.isOverdue
  }

  /// When to look again; `nil` while no file waits, so that nobody has to wake up for it.
  package var nextDeadline: Instant? { waits.isEmpty ? nil : earliest }

  private mutating func forget(_ path: InboxPath) {
    guard waits.removeValue(forKey: path) != nil else { return }
    let left = counts[path.office, default: 1] - 1
    counts[path.office] = left > 0 ? left : nil
  }
}
