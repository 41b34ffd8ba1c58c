import LinuxSystem
import Logging
import SystemPackage
import Systemd

/// Gives systemd its signs of life, when it asks for them and as long as every thread gets on. While the service starts, it
/// asks for the time that this takes. Nothing wakes up for it where nobody listens.
actor Watchdog {
  /// How often more time is asked for, and how much.
  private static let plea: (interval: Duration, time: Duration) = (.seconds(15), .seconds(60))

  private let executor: ThreadExecutor
  private let notifier: ServiceNotifier
  private let status: ServiceStatus
  private let logger: Logger
  private let stop: StopSignal
  private let interval: Duration?
  private var before = ThreadActivity.Snapshot()
  private var isStalled = false

  nonisolated var unownedExecutor: UnownedSerialExecutor {
    unsafe executor.asUnownedSerialExecutor()
  }

  /// - Parameters:
  ///   - notifier: Leads to systemd.
  ///   - status: Says whether the service is up.
  ///   - logger: Told when a thread hangs.
  /// - Throws: `Errno` when there can be no more threads.
  init(notifier: ServiceNotifier, status: ServiceStatus, logger: Logger) throws(Errno) {
    executor = try ThreadExecutor(name: "watchdog")
    stop = try StopSignal()
    self.notifier = notifier
    self.status = status
    self.logger = logger
    interval = notifier.watchdogInterval.map { $0 / 2 }
  }

  /// Ends `watch()`, from any thread.
  nonisolated func end() {
    stop.raise()
  }

  /// Blocks its thread until it is ended.
  func watch() {
    while true {
      lookAtThreads()
      let pause = plead() ? min(Self.plea.interval, interval ?? Self.plea.interval) : interval
      guard (try? stop.wait(for: pause)) == false else { return }
    }
  }

  /// - Returns: Whether the service is still starting, and systemd listens.
  private func plead() -> Bool {
    guard status.facts.phase == .starting, !isStalled else { return false }
    return (try? notifier.notify(.extendTimeout(Self.plea.time))) ?? false
  }

  /// A thread that is at the same job as when it was looked at last hangs, and systemd is to know: it starts the service
  /// anew, which goes on with what lay in the work folder.
  private func lookAtThreads() {
    let now = ThreadActivity.snapshot
    let stalled = now.stalled(since: before)
    before = now
    guard stalled.isEmpty else {
      if !isStalled {
        logger.critical(
          "at the same job since the last look: \(stalled.joined(separator: ", ")); the watchdog gets no sign of life until that gets on",
          metadata: JournalEvent.stalled.metadata)
      }
      isStalled = true
      return
    }
    isStalled = false
    // A manager that cannot be told will restart the service, and be right.
    _ = try? notifier.notify(.alive)
  }
}
