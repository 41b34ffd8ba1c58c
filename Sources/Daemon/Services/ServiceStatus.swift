import Findings
import Foundation
import Synchronization
import Systemd

/// The line that `systemctl status` shows: what is watched and what today has brought.
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
  }

  private struct State {
    var day = Day()
    var notes: Set<Note> = []
    /// Why no reports are taken in.
    var obstacle: String?
  }

  private let notifier: ServiceNotifier
  private let inbox: String
  private let state = Mutex(State())

  init(notifier: ServiceNotifier, inbox: String) {
    self.notifier = notifier
    self.inbox = inbox
  }

  /// The service is up: says so, with the first status line.
  func becomeReady() {
    tell(.ready, .status(line(state.withLock(\.self))))
  }

  func stop() {
    tell(.stopping, .status("Finishing what is in hand"))
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

  private func change(_ body: (inout State) -> Void) {
    let now = state.withLock { state in
      body(&state)
      return state
    }
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
