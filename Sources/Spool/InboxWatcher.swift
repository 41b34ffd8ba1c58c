import LinuxSystem
import SystemPackage

/// Sees what comes into the inbox and says when it is ready to be claimed.
///
/// It waits in the system and wakes up for three things only: something happens in the inbox, the quiet time of a file is
/// over, a rescan is due. Blocking calls run on a thread of its own.
package actor InboxWatcher {
  /// How to watch.
  package struct Settings: Equatable, Sendable {
    package var ignoring: IgnoredNames
    /// How long nothing may happen to a file before it is taken.
    package var settle: Duration
    /// How long a file may stay empty.
    package var writerDeadline: Duration
    /// How often everything is looked at without cause; zero for never.
    package var rescan: Duration

    package init(ignoring: IgnoredNames, settle: Duration, writerDeadline: Duration, rescan: Duration) {
      self.ignoring = ignoring
      self.settle = settle
      self.writerDeadline = writerDeadline
      self.rescan = rescan
    }
  }

  /// The files that are ready. A path can come again, once it was taken.
  package nonisolated let ready = ReadyPaths()

  private let spool: Spool
  private let settings: Settings
  private let report: @Sendable (InboxEvent) -> Void
  private let executor: ThreadExecutor
  private let stopSignal: StopSignal
  private var candidates: Candidates
  private var folders: WatchedFolders

  package nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe executor.asUnownedSerialExecutor() }

  /// - Parameters:
  ///   - spool: Whose inbox to watch.
  ///   - settings: How to.
  ///   - report: Is called on the watcher's thread and should return soon.
  /// - Throws: `SpoolError` with the code `watch` when the system has no inotify instance or thread left.
  package init(
    spool: Spool, settings: Settings, reporting report: @escaping @Sendable (InboxEvent) -> Void
  ) throws(SpoolError) {
    let message = "The inbox cannot be watched. The sysctl fs.inotify.max_user_instances may have to be raised"
    self.spool = spool
    self.settings = settings
    self.report = report
    executor = try explaining(.watch, message) { () throws(Errno) in try ThreadExecutor(name: "inbox") }
    stopSignal = try explaining(.watch, message) { () throws(Errno) in try StopSignal() }
    folders = WatchedFolders(
      inotify: try explaining(.watch, message) { () throws(Errno) in try Inotify() }, ignoring: settings.ignoring)
    candidates = Candidates(settle: settings.settle, writerDeadline: settings.writerDeadline)
  }

  /// Ends `run()`, from any thread.
  package nonisolated func stop() {
    stopSignal.raise()
  }

  /// Watches until it is stopped or the task is cancelled; then `ready` ends. To be called once.
  ///
  /// - Throws: `SpoolError` with the code `watch` when the system stops telling what happens.
  package func run() async throws(SpoolError) {
    defer { ready.finish() }
    let result: Result<Void, SpoolError> = await withTaskCancellationHandler {
      Result { () throws(SpoolError) in try watch() }
    } onCancel: {
      stop()
    }
    try result.get()
  }

  private func watch() throws(SpoolError) {
    var nextRescan = scanEverything()
    report(.watching(folders: folders.count))
    while !stopSignal.isRaised {
      let deadline = [candidates.nextDeadline, nextRescan].compactMap(\.self).min()
      let events = try explaining(.watch, "The inbox can no longer be watched. Restart the service") {
        () throws(Errno) in
        try folders.inotify.waitForEvents(until: deadline, or: stopSignal)
      }
      for event in events { handle(event) }
      if events.contains(where: { $0.mask.contains(.overflow) }) {
        report(.overflow)
        nextRescan = scanEverything()
      }
      if let due = nextRescan, due <= .now { nextRescan = scanEverything() }
      for candidate in candidates.due(at: .now) { look(at: candidate) }
    }
  }

  /// - Returns: When to do so again; `nil` for never.
  private func scanEverything() -> SuspendingClock.Instant? {
    note(folders.scanEverything(in: spool.layout.inbox))
    return settings.rescan > .zero ? .now.advanced(by: settings.rescan) : nil
  }

  private func handle(_ event: InotifyEvent) {
    note(folders.handle(event, in: spool.layout.inbox))
  }

  private func note(_ sights: [WatchedFolders.Sight]) {
    for sight in sights {
      switch sight {
      case .touched(let path): candidates.noticed(path, at: .now)
      case .found(let path): candidates.seen(path, at: .now)
      case .vanished(let path): candidates.vanished(path)
      case .event(let event): report(event)
      }
    }
  }

  /// A file has been quiet: it is ready, has to wait, or is nobody's report.
  private func look(at candidate: Candidates.Candidate) {
    let completeness: Completeness
    do throws(Errno) {
      completeness = try Completeness(of: candidate.path, in: spool.layout.inbox)
    } catch {
      // Whoever claims it meets the same error and can say what it means.
      completeness = .complete
    }
    switch completeness {
    case .complete:
      ready.append(candidate.path)
    case .empty:
      guard !candidates.postpone(candidate, at: .now) else { return }
      report(.neverWritten(candidate.path))
      ready.append(candidate.path)
    case .vanished, .notAFile:
      return
    }
  }
}
