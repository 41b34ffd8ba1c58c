import Findings
import Foundation
import Spool
import Synchronization
import Systemd

/// How the service fares: the line that `systemctl status` shows, and what `nianbaod status` asks for.
final class ServiceStatus: Sendable {
  private struct Day {
    /// Days since 1970, in the machine's time zone.
    var number = 0
    var counts: [Verdict: Int] = [:]
  }

  /// What an administrator should know at a glance.
  enum Note: CaseIterable, Hashable {
    /// The inbox is not where it was.
    case inboxLost
    /// Whether somebody still writes to a file cannot be known.
    case quietTimeOnly
    /// Nobody tells of what comes into the inbox: it is looked at by the clock.
    case polling
  }

  private struct State {
    var day = Day()
    var notes: Set<Note> = []
    /// Why no reports are taken in.
    var obstacle: String?
    var phase = ServiceFacts.Phase.starting
    var overflows = 0
    /// Of watchers that have ended.
    var earlierRescans = 0
    var watcher: InboxWatcher?
  }

  private let notifier: ServiceNotifier
  private let inbox: String
  private let since = Int(Date().timeIntervalSince1970)
  private let state = Mutex(State())

  init(notifier: ServiceNotifier, inbox: String) {
    self.notifier = notifier
    self.inbox = inbox
  }

  // MARK: Phases

  /// The service is up, or is again after it has read its configuration anew.
  func becomeReady() {
    let now = state.withLock { state in
      state.phase = .running
      return state
    }
    tell(.ready, .status(line(now)))
  }

  func beginReload() {
    tell(.reloading, .status("Reading the configuration anew"))
  }

  func endReload() {
    let now = state.withLock(\.self)
    // Who is not up yet says so later.
    guard now.phase == .running else { return }
    tell(.ready, .status(line(now)))
  }

  func stop() {
    state.withLock { $0.phase = .stopping }
    tell(.stopping, .status("Finishing what is in hand"))
  }

  // MARK: Changes

  /// What today has brought before the service was started.
  func begin(with counts: [Verdict: Int]) {
    state.withLock { $0.day = Day(number: Self.today, counts: counts) }
  }

  func count(_ verdict: Verdict) {
    let today = Self.today
    change { state in
      if state.day.number != today { state.day = Day(number: today) }
      state.day.counts[verdict, default: 0] += 1
    }
  }

  func note(_ note: Note) {
    change { $0.notes.insert(note) }
  }

  func clear(_ note: Note) {
    change { $0.notes.remove(note) }
  }

  /// - Parameter obstacle: Why no reports are taken in; `nil` when they are again.
  func stopped(because obstacle: String?) {
    change { $0.obstacle = obstacle }
  }

  func overflowed() {
    state.withLock { $0.overflows += 1 }
  }

  /// - Parameter watcher: What sees to the inbox from now on.
  func observe(_ watcher: InboxWatcher) {
    state.withLock { state in
      state.earlierRescans += state.watcher?.facts.rescans ?? 0
      state.watcher = watcher
    }
  }

  // MARK: Telling

  /// Everything that is known at the moment.
  var facts: ServiceFacts {
    let state = state.withLock(\.self)
    let watcher = state.watcher?.facts ?? InboxWatcher.Facts()
    let isToday = state.day.number == Self.today
    return ServiceFacts(
      version: Version.current, since: since, phase: state.phase, watching: !state.notes.contains(.inboxLost),
      folders: watcher.folders, obstacle: state.obstacle, checksWriters: !state.notes.contains(.quietTimeOnly),
      polls: state.notes.contains(.polling), rescans: state.earlierRescans + watcher.rescans,
      overflows: state.overflows, waiting: watcher.waiting,
      today: Dictionary(
        uniqueKeysWithValues: Verdict.allCases.map { ($0.rawValue, isToday ? state.day.counts[$0] ?? 0 : 0) }))
  }

  private func change(_ body: (inout State) -> Void) {
    let now = state.withLock { state in
      body(&state)
      return state
    }
    guard now.phase == .running else { return }
    tell(.status(line(now)))
  }

  private func line(_ state: State) -> String {
    let counts = Verdict.allCases.map { "\(state.day.counts[$0] ?? 0) \($0.rawValue)" }.joined(separator: ", ")
    let beginning =
      if let obstacle = state.obstacle { "Takes nothing in: \(obstacle)" } else { watching(state) }
    let end = state.notes.contains(.quietTimeOnly) ? "; no writer check (CAP_LEASE), quiet time only" : ""
    return "\(beginning); today \(counts)\(end)"
  }

  private func watching(_ state: State) -> String {
    guard state.notes.contains(.inboxLost) else { return "Watching \(inbox)" }
    return "Lost \(inbox), which was moved or unmounted; waiting for it"
  }

  private func tell(_ states: ServiceState...) {
    // Who does not listen cannot be told; the service goes on without.
    for state in states { _ = try? notifier.notify(state) }
  }

  private static var today: Int {
    let now = Date()
    return (Int(now.timeIntervalSince1970) + TimeZone.current.secondsFromGMT(for: now)) / 86_400
  }
}
