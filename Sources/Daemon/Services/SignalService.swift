import LinuxSystem
import Logging
import ServiceLifecycle
import SystemPackage
import Systemd

/// Ends when the service is told to stop, and with it the group of services.
actor SignalService: Service {
  private let executor: ThreadExecutor
  private let signals: SignalDescriptor
  private let stop: StopSignal
  private let logger: Logger
  private let status: ServiceStatus

  nonisolated var unownedExecutor: UnownedSerialExecutor {
    unsafe executor.asUnownedSerialExecutor()
  }

  init(signals: SignalDescriptor, logger: Logger, status: ServiceStatus) throws(Errno) {
    executor = try ThreadExecutor(name: "signals")
    stop = try StopSignal()
    self.signals = signals
    self.logger = logger
    self.status = status
  }

  func run() async throws {
    let stop = stop
    try await withTaskCancellationOrGracefulShutdownHandler {
      try wait()
    } onCancelOrGracefulShutdown: {
      stop.raise()
    }
  }

  private func wait() throws(Errno) {
    guard try signals.wait(or: stop) else { return }
    status.stop()
    logger.notice("stopping", metadata: JournalEvent.stopping.metadata)
  }
}
