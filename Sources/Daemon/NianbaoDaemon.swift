import DocumentModel
import Findings
import Foundation
import Ledger
package import LinuxSystem
import Logging
import ServiceLifecycle
import Spool
import SystemPackage
import Systemd

/// The daemon: all rooms put together.
package struct NianbaoDaemon: Sendable {
  private let configuration: Configuration
  private let load: @Sendable () throws(ConfigurationError) -> Configuration
  private let logger = Logger(label: "nianbaod") { _ in ServiceLog.handler(identifier: "nianbaod") }
  private let notifier = ServiceNotifier()
  private let status: ServiceStatus

  /// - Parameters:
  ///   - configuration: What is in force at first.
  ///   - load: Reads the configuration anew when that is asked for.
  package init(
    _ configuration: Configuration, reloading load: @escaping @Sendable () throws(ConfigurationError) -> Configuration
  ) {
    self.configuration = configuration
    self.load = load
    status = ServiceStatus(notifier: notifier, inbox: configuration.spool + "/inbox")
  }

  /// Runs until a signal tells it to stop, and until what was in hand then has its outcome.
  ///
  /// - Parameter signals: `SIGTERM` and `SIGINT` tell it to stop, `SIGHUP` to read its configuration anew.
  /// - Throws: ``ConfigurationError`` for forms or a roster that cannot be read, ``FolderInUse`` when another service has
  ///   the spool or the state folder, ``DaemonError`` for all that the machine refuses.
  package func run(untilAny signals: SignalDescriptor) async throws {
    let judge = try Judge(configuration)
    do {
      let watchdog = try Watchdog(notifier: notifier, status: status, logger: logger)
      try await withThrowingTaskGroup(of: Void.self) { group in
        // From the first moment to the last: opening what is large takes time too.
        group.addTask { await watchdog.watch() }
        defer { watchdog.end() }
        try await run(judge: judge, signals: signals)
      }
    } catch let error as FolderInUse {
      throw error
    } catch {
      throw DaemonError(error)
    }
  }

  private func run(judge: Judge, signals: SignalDescriptor) async throws {
    try FileManager.default.createDirectory(atPath: configuration.state, withIntermediateDirectories: true)
    let state = ExclusiveFolder(key: "state", path: configuration.state, logger: logger)
    try state.acquire(Directory(at: FilePath(configuration.state)))
    defer { withExtendedLifetime(state) {} }
    let spool = ExclusiveFolder(key: "spool", path: configuration.spool, logger: logger)
    let ledgers = try LedgerStore(in: configuration.state, spool: FilePath(configuration.spool), logger: logger)
    defer { ledgers.close() }
    beginDay(ledgers)
    let metrics = MetricsFile(
      path: configuration.metrics, ledgers: ledgers, status: status, spool: configuration.spool, logger: logger)
    let factory = try intakeFactory(configuration, judge: judge, spool: spool, ledgers: ledgers, metrics: metrics)
    let intake = IntakeSwitch(first: try await factory.open(), factory: factory)
    let reloader = Reloader(
      current: configuration, load: load,
      assemble: { configuration in
        let judge = try Judge(configuration)
        return try intakeFactory(configuration, judge: judge, spool: spool, ledgers: ledgers, metrics: metrics)
      }, intake: intake, metrics: metrics, logger: logger, status: status)

    // They are stopped from the last to the first.
    let group = ServiceGroup(
      configuration: ServiceGroupConfiguration(
        services: [
          .init(service: metrics),
          .init(service: intake),
          .init(service: try ControlService(state: configuration.state, status: status, reloader: reloader)),
          .init(
            service: try SignalService(signals: signals, logger: logger, status: status, reloader: reloader),
            successTerminationBehavior: .gracefullyShutdownGroup),
        ], logger: logger))
    try await group.run()
  }

  private func intakeFactory(
    _ configuration: Configuration, judge: Judge, spool: ExclusiveFolder, ledgers: LedgerStore, metrics: MetricsFile
  ) throws -> IntakeFactory {
    let checker = try Checker(configuration, judge: judge) { [logger] in
      logger.warning("\(Checker.missingLandlock)")
    }
    // A report is filed beside what is said of it, and a copy may be made of it.
    let gate = IntakeGate(
      folders: [configuration.spool, configuration.state], room: configuration.limits.document.file / 2 * 3,
      logger: logger, status: status)
    return IntakeFactory(
      configuration: configuration, exclusive: spool, ledgers: ledgers, gate: gate, checker: checker,
      journal: OutcomeJournal(logger: logger, status: status, metrics: metrics),
      reporter: InboxReporter(logger: logger, status: status, inbox: configuration.spool + "/inbox"), status: status,
      logger: logger)
  }

  /// A restart in the middle of the day does not begin it anew.
  private func beginDay(_ ledgers: LedgerStore) {
    let midnight = Int(Calendar.current.startOfDay(for: Date()).timeIntervalSince1970)
    let counts = try? ledgers.use { ledger throws(LedgerError) in
      try ledger.counts(settledAt: midnight..<(midnight + 172_800))
    }
    status.begin(with: Dictionary(uniqueKeysWithValues: (counts ?? [:]).map { (Verdict($0.key), $0.value) }))
  }
}
