package import LinuxSystem
import Synchronization
import SystemPackage

/// Sees what comes into the inbox and says when it is ready to be claimed.
///
/// It waits in the system and wakes up for few things only: something happens in the inbox, the quiet time of a file is
/// over, a rescan is due, there is room for files that were left where they are. Blocking calls run on a thread of its own.
package actor InboxWatcher {
  /// How to watch.
  package struct Settings: Sendable {
    package var ignoring: IgnoredNames
    /// How long nothing may happen to a file before it is taken.
    package var settle: Duration
    /// How long a file may stay empty or open for writing.
    package var writerDeadline: Duration
    /// How often everything is looked at without cause; zero for never.
    package var rescan: Duration
    /// How often everything is looked at where the file system tells nothing.
    package var poll: Duration = .seconds(5)
    /// How many files are held in mind.
    package var bounds = Candidates.Bounds()
    /// What the inbox is taken to be on; `nil` for what it is on.
    package var fileSystem: FileSystemType?

    package init(ignoring: IgnoredNames, settle: Duration, writerDeadline: Duration, rescan: Duration) {
      self.ignoring = ignoring
      self.settle = settle
      self.writerDeadline = writerDeadline
      self.rescan = rescan
    }
  }

  /// Why watching has ended.
  package enum End: Sendable {
    case stopped
    /// The inbox is not where it was; the spool has to be opened anew.
    case lost
  }

  /// The files that are ready. A path can come again, once it was taken.
  package nonisolated let ready = ReadyPaths()
  private nonisolated let figures = Figures()

  private let spool: Spool
  private let settings: Settings
  private let report: @Sendable (InboxEvent) -> Void
  private let executor: ThreadExecutor
  private let stopSignal: StopSignal
  private var candidates: Candidates
  private var folders: WatchedFolders
  private var schedule: ScanSchedule
  private var isLost = false
  private var knowsWriters = true

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
    candidates = Candidates(
      settle: settings.settle, writerDeadline: settings.writerDeadline, bounds: settings.bounds)
    schedule = ScanSchedule(every: settings.rescan)
  }

  /// What others may ask while it watches.
  private final class Figures: Sendable {
    /// Files that are not ready yet.
    let unready = Atomic(0)
    let folders = Atomic(0)
    let rescans = Atomic(0)
  }

  /// How it fares.
  package struct Facts: Equatable, Sendable {
    /// How many files wait, of those that are held in mind.
    package var waiting = 0
    /// How many folders are watched.
    package var folders = 0
    /// How many times everything was looked at again.
    package var rescans = 0

    package init() {}
  }

  /// From any thread.
  package nonisolated var facts: Facts {
    var facts = Facts()
    facts.waiting = figures.unready.load(ordering: .relaxed) + ready.count
    facts.folders = figures.folders.load(ordering: .relaxed)
    facts.rescans = figures.rescans.load(ordering: .relaxed)
    return facts
  }

  /// Ends `run()`, from any thread.
  package nonisolated func stop() {
    stopSignal.raise()
  }

  /// Watches until it is stopped, the task is cancelled or the inbox is lost; then `ready` ends. To be called once.
  ///
  /// - Throws: `SpoolError` with the code `watch` when the system stops telling what happens.
  package func run() async throws(SpoolError) -> End {
    defer { ready.finish() }
    let result: Result<Void, SpoolError> = await withTaskCancellationHandler {
      Result { () throws(SpoolError) in try watch() }
    } onCancel: {
      stop()
    }
    try result.get()
    return isLost ? .lost : .stopped
  }

  private func watch() throws(SpoolError) {
    if let remote = remoteFileSystem {
      let interval = settings.rescan > .zero ? min(settings.rescan, settings.poll) : settings.poll
      schedule = ScanSchedule(every: interval, isPolling: true)
      report(.polling(fileSystem: remote))
    }
    scanEverything()
    if !isLost { report(.watching(folders: folders.count)) }
    while !stopSignal.isRaised, !isLost {
      figures.unready.store(candidates.count, ordering: .relaxed)
      figures.folders.store(folders.count, ordering: .relaxed)
      let deadline = [candidates.nextDeadline, schedule.next].compactMap(\.self).min()
      let events = try explaining(.watch, "The inbox can no longer be watched. Restart the service") {
        () throws(Errno) in
        try folders.inotify.waitForEvents(until: deadline, or: stopSignal)
      }
      for event in events { handle(event) }
      if events.contains(where: { $0.mask.contains(.overflow) }) {
        report(.overflow)
        schedule.scanSoon(at: .now)
      }
      if schedule.isScanDue(at: .now) {
        scanEverything()
        figures.rescans.wrappingAdd(1, ordering: .relaxed)
      }
      if schedule.isRefillDue(at: .now) { refill() }
      for candidate in candidates.due(at: .now) { look(at: candidate) }
    }
    if isLost { report(.inboxLost) }
  }

  private var remoteFileSystem: String? {
    if let assumed = settings.fileSystem { return assumed.name }
    return (try? spool.layout.inbox.fileSystemType())?.name
  }

  // MARK: Scanning

  private func scanEverything() {
    guard spool.layout.isInPlace else {
      isLost = true
      return
    }
    schedule.begin()
    folders.scanEverything(in: spool.layout.inbox, finding: found, noting: note)
    schedule.scanned(at: .now)
  }

  /// Looks for more files of the offices that had too many.
  private func refill() {
    for office in schedule.takeCrowded(where: { candidates.isShort(of: $0, elsewhere: ready.count(of: $0).office) }) {
      folders.scan(office, in: spool.layout.inbox, finding: found, noting: note)
    }
    schedule.refilled(at: .now)
  }

  private func found(_ path: InboxPath, in folder: borrowing Directory) {
    guard !ready.holds(path) else { return }
    let office = path.office
    let elsewhere = ready.count(of: office)
    guard candidates.holds(path) || candidates.hasRoom(for: office, elsewhere: elsewhere) else {
      schedule.crowded(office, at: .now)
      return
    }
    // One that goes in this instant has an event of its own.
    guard let status = try? folder.status(of: FilePath(root: nil, [path.name])) else { return }
    // The clock of another machine says nothing.
    let quietTime = schedule.isPolling ? .zero : status.quietTime
    let isNew = !candidates.holds(path)
    let isHeld = candidates.seen(
      path, changedAt: status.changedAt, quietFor: quietTime, at: .now, elsewhere: elsewhere)
    if isNew, isHeld { schedule.gained() }
  }

  private func handle(_ event: InotifyEvent) {
    folders.handle(event, in: spool.layout.inbox, finding: found, noting: note)
  }

  private func note(_ sight: WatchedFolders.Sight) {
    switch sight {
    case .touched(let path):
      if !candidates.noticed(path, at: .now, elsewhere: ready.count(of: path.office)) {
        schedule.crowded(path.office, at: .now)
      }
    case .vanished(let path): candidates.vanished(path)
    case .inboxMoved: isLost = true
    case .event(let event): report(event)
    }
  }

  // MARK: Candidates

  /// A file has been quiet: it is ready, has to wait, or is nobody's report.
  private func look(at candidate: Candidates.Candidate) {
    let completeness: Completeness
    do throws(Errno) {
      completeness = try Completeness(of: candidate.path, in: spool.layout.inbox)
    } catch {
      // Whoever claims it meets the same error and can say what it means.
      completeness = .complete(.nobody)
    }
    switch completeness {
    case .complete(let check):
      if case .unknown(let error) = check, knowsWriters {
        knowsWriters = false
        report(.writersUnknown(candidate.path, error))
      }
      ready.append(candidate.path)
    case .beingWritten:
      if candidates.postpone(candidate, at: .now) { report(.neverFinished(candidate.path)) }
    case .empty:
      guard candidates.postpone(candidate, at: .now) else { return }
      candidates.vanished(candidate.path)
      report(.neverWritten(candidate.path))
      ready.append(candidate.path)
    case .vanished, .notAFile:
      return
    }
  }
}
