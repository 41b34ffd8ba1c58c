import Foundation
import Ledger
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
    let spool = Spool(try SpoolLayout(root: FilePath(configuration.spool)))
    let desk = try FilingDesk(spool: spool, ledger: try openLedger(in: configuration.state))
    let unfinished = try await desk.unfinished()
    if !unfinished.isEmpty {
      logger.notice(
        "going on with \(unfinished.count) submissions of an earlier run", metadata: JournalEvent.recovered.metadata)
    }
    let checker = try Checker(configuration, judge: judge) {
      logger.warning("\(Checker.missingLandlock)")
    }
    let pipeline = Pipeline(
      desk: desk, checker: checker, diagnostics: configuration.diagnostics,
      journal: OutcomeJournal(logger: logger, status: status), conversions: ConversionQueue())
    let reporter = InboxReporter(logger: logger, status: status, inbox: configuration.spool + "/inbox")
    let watcher = try InboxWatcher(
      spool: spool,
      settings: InboxWatcher.Settings(
        ignoring: IgnoredNames(adding: configuration.ignore), settle: configuration.settle,
        writerDeadline: configuration.writerDeadline, rescan: configuration.rescan),
      reporting: reporter.report)
    // One file more than workers: while it is filed, its worker reads the next.
    let inbox = InboxService(
      watcher: watcher, pipeline: pipeline, unfinished: unfinished, lanes: configuration.workers + 1)

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

  private static func openLedger(in folder: String) throws -> Ledger {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return try Ledger(path: folder + "/ledger.sqlite")
  }
}
