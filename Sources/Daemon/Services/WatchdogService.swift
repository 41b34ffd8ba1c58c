import LinuxSystem
import ServiceLifecycle
import SystemPackage
import Systemd

/// Gives systemd its signs of life, when it asks for them; otherwise nothing wakes up for it.
actor WatchdogService: Service {
  private let executor: ThreadExecutor
  private let notifier: ServiceNotifier
  private let stop: StopSignal

  nonisolated var unownedExecutor: UnownedSerialExecutor {
    unsafe executor.asUnownedSerialExecutor()
  }

  init(notifier: ServiceNotifier) throws(Errno) {
    executor = try ThreadExecutor(name: "watchdog")
    stop = try StopSignal()
    self.notifier = notifier
  }

  func run() async throws {
    let stop = stop
    try await withTaskCancellationOrGracefulShutdownHandler {
      try beat(every: notifier.watchdogInterval.map { $0 / 2 })
    } onCancelOrGracefulShutdown: {
      stop.raise()
    }
  }

  private func beat(every interval: Duration?) throws(Errno) {
    repeat {
      // A manager that cannot be told will restart the service, and be right.
      _ = try? notifier.notify(.alive)
    } while try !stop.wait(for: interval)
  }
}
