import DocumentModel
package import LinuxSystem
import Logging
import ServiceLifecycle
import Spool
import SystemPackage
import Systemd

/// The daemon: all rooms put together.
package enum NianbaoDaemon {
  /// Runs until a signal tells it to stop, and until what was in hand then has its outcome.
  ///
  /// - Parameters:
  ///   - configuration: What is in force.
  ///   - signals: Those that tell it to stop.
  /// - Throws: ``ConfigurationError`` for forms or a roster that cannot be read, ``DaemonError`` for all that the machine refuses.
  package static func run(_ configuration: Configuration, untilAny signals: SignalDescriptor) async throws {
    let judge = try Judge(configuration)
    let logger = Logger(label: "nianbaod") { _ in ServiceLog.handler(identifier: "nianbaod") }
    do {
      try await run(configuration, judge: judge, signals: signals, logger: logger)
    } catch {
      throw DaemonError(error)
    }
  }

  private static func run(
    _ configuration: Configuration, judge: Judge, signals: SignalDescriptor, logger: Logger
  ) async throws {
    let notifier = ServiceNotifier()
    let status = ServiceStatus(notifier: notifier, inbox: configuration.spool + "/inbox")
    let ledgers = try LedgerStore(in: configuration.state, spool: FilePath(configuration.spool), logger: logger)
    let checker = try Checker(configuration, judge: judge) {
      logger.warning("\(Checker.missingLandlock)")
    }
    // A report is filed beside what is said of it, and a copy may be made of it.
    let gate = IntakeGate(
      folders: [configuration.spool, configuration.state], room: configuration.limits.document.file / 2 * 3,
      logger: logger,
      status: status)
    let factory = IntakeFactory(
      configuration: configuration, ledgers: ledgers, gate: gate, checker: checker,
      journal: OutcomeJournal(logger: logger, status: status),
      reporter: InboxReporter(logger: logger, status: status, inbox: configuration.spool + "/inbox"), logger: logger)
    let inbox = InboxService(first: try await factory.open(), factory: factory)

    let stopping = try SignalService(signals: signals, logger: logger, status: status)
    // They are stopped from the last to the first: systemd gets its signs of life until the inbox is done.
    let group = ServiceGroup(
      configuration: ServiceGroupConfiguration(
        services: [
          .init(service: try WatchdogService(notifier: notifier)),
          .init(service: inbox),
          .init(service: stopping, successTerminationBehavior: .gracefullyShutdownGroup),
        ], logger: logger))
    try await group.run()
  }
}
