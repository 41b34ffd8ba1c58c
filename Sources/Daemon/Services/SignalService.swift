import Glibc
import LinuxSystem
import Logging
import ServiceLifecycle
import SystemPackage
import Systemd

/// Ends when the service is told to stop, and with it the group of services; on SIGHUP the configuration is read anew.
actor SignalService: Service {
  private let executor: ThreadExecutor
  private let signals: SignalDescriptor
  private let stop: StopSignal
  private let logger: Logger
  private let status: ServiceStatus
  private let reloader: Reloader

  nonisolated var unownedExecutor: UnownedSerialExecutor {
    unsafe executor.asUnownedSerialExecutor()
  }

  init(
    signals: SignalDescriptor, logger: Logger, status: ServiceStatus, reloader: Reloader
  ) throws(Errno) {
    executor = try ThreadExecutor(name: "signals")
    stop = try StopSignal()
    self.signals = signals
    self.logger = logger
    self.status = status
    self.reloader = reloader
  }

  func run() async throws {
    let stop = stop
    try await withTaskCancellationOrGracefulShutdownHandler {
      while try isToReload() {
        // Who has sent SIGHUP finds in the journal what came of it. Another signal need not wait for that.
        Task { [reloader] in _ = try? await reloader.reload() }
      }
    } onCancelOrGracefulShutdown: {
      stop.raise()
    }
  }

  /// Waits for a signal.
  ///
  /// - Returns: `false` when the service is to stop.
  private func isToReload() throws(Errno) -> Bool {
    switch try signals.wait(or: stop) {
    case nil: return false
    case SIGHUP: return true
    default:
      status.stop()
      logger.notice("stopping", metadata: JournalEvent.stopping.metadata)
      return false
    }
  }
}
