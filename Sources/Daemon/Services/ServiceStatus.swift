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

  private let notifier: ServiceNotifier
  private let inbox: String
  private let day = Mutex(Day())

  init(notifier: ServiceNotifier, inbox: String) {
    self.notifier = notifier
    self.inbox = inbox
  }

  /// The service is up: says so, with the first status line.
  func becomeReady() {
    tell(.ready, .status(line(Day())))
  }

  func stop() {
    tell(.stopping, .status("Finishing what is in hand"))
  }

  func count(_ verdict: Verdict) {
    let today = Self.today
    let now = day.withLock { day in
      if day.number != today { day = Day(number: today) }
      day.counts[verdict, default: 0] += 1
      return day
    }
    tell(.status(line(now)))
  }

  private func line(_ day: Day) -> String {
    let counts = Verdict.allCases.map { "\(day.counts[$0] ?? 0) \($0.rawValue)" }.joined(separator: ", ")
    return "Watching \(inbox); today \(counts)"
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
