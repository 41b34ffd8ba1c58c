import Logging
import ServiceLifecycle
import Spool
import Synchronization

/// Takes reports from the inbox, waits for the inbox while it is lost, and goes on by another configuration when there is one.
actor IntakeSwitch: Service {
  private struct Change {
    var factory: IntakeFactory
    var done: CheckedContinuation<Void, any Error>
  }

  /// While the inbox is lost nothing tells of its return, and it is looked for so often.
  private static let pause: Duration = .seconds(2)

  private var factory: IntakeFactory
  private var first: Intake?
  /// What takes reports in at the moment, to be stopped apart from the service.
  private var current: ServiceGroup?
  private var change: Change?
  private var hasEnded = false

  init(first: Intake, factory: IntakeFactory) {
    self.first = first
    self.factory = factory
  }

  /// Ends when the service is to stop and every file in hand has its outcome.
  func run() async throws {
    defer { end() }
    var next = first.take()
    while let intake = next {
      switch try await run(intake) {
      case .lost: next = await reopen()
      case .stopped: next = Task.isShuttingDownGracefully ? nil : try await changeOver()
      }
    }
  }

  /// Has reports taken in by another configuration, as soon as what is in hand has its outcome. What waits in the inbox
  /// stays there meanwhile.
  ///
  /// - Throws: Why the spool cannot be opened so; then it goes on as before.
  func change(to factory: IntakeFactory) async throws {
    try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
      precondition(change == nil, "whoever reloads waits for the change before the next")
      guard !hasEnded else {
        done.resume(throwing: ReloadError.stopping)
        return
      }
      change = Change(factory: factory, done: done)
      Task { await current?.triggerGracefulShutdown() }
    }
  }

  private func run(_ intake: Intake) async throws -> InboxWatcher.End {
    let run = IntakeRun(intake: intake)
    // What the group would say of itself is nobody's business: services are not told apart in the journal.
    let group = ServiceGroup(
      configuration: ServiceGroupConfiguration(
        services: [.init(service: run, successTerminationBehavior: .gracefullyShutdownGroup)],
        logger: Logger(label: "intake") { _ in SwiftLogNoOpLogHandler() }))
    current = group
    defer { current = nil }
    // One that came before there was anything to stop.
    if change != nil { await group.triggerGracefulShutdown() }
    try await group.run()
    return run.end
  }

  /// The intake by the new configuration; by the old one when that cannot be opened.
  private func changeOver() async throws -> Intake? {
    guard let change else { return nil }
    self.change = nil
    // What was in the way by the old gate, the new one finds out for itself and tells, once it is open.
    change.factory.status.stopped(because: nil)
    do {
      let intake = try await change.factory.open()
      factory = change.factory
      change.done.resume()
      return intake
    } catch {
      change.done.resume(throwing: error)
      return try await factory.open()
    }
  }

  /// - Returns: `nil` when the service is to stop.
  private func reopen() async -> Intake? {
    var told: FolderInUse?
    while await PauseUntilShutdown.pause(for: Self.pause) {
      if let change {
        self.change = nil
        factory = change.factory
        factory.status.stopped(because: nil)
        change.done.resume()
      }
      do {
        let intake = try await factory.open(afterLoss: true)
        if told != nil { factory.status.stopped(because: nil) }
        factory.reporter.inboxIsBack()
        return intake
      } catch let error as FolderInUse where error != told {
        told = error
        factory.logger.error("\(error)")
        factory.status.stopped(because: error.description)
      } catch {}
    }
    return nil
  }

  private func end() {
    hasEnded = true
    change.take()?.done.resume(throwing: ReloadError.stopping)
  }
}

/// One intake as a service of its own, that remembers why it ended.
private final class IntakeRun: Service {
  private let intake: Intake
  private let result = Mutex(InboxWatcher.End.stopped)

  init(intake: Intake) {
    self.intake = intake
  }

  var end: InboxWatcher.End { result.withLock { $0 } }

  func run() async throws {
    let end = try await intake.run()
    result.withLock { $0 = end }
  }
}
