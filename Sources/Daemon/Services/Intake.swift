import DocumentModel
import LinuxSystem
import Logging
import ServiceLifecycle
import Spool
import SystemPackage
import Systemd

/// What takes reports out of one spool, for as long as that is where it was when it was opened.
struct Intake: Sendable {
  let watcher: InboxWatcher
  let pipeline: Pipeline
  let committer: Committer
  let unfinished: [SubmissionID]
  /// How many files are judged at the same time.
  let lanes: Int
  let writerDeadline: Duration

  /// Ends when the service is to stop and every file in hand has its outcome, or when the spool is lost.
  func run() async throws -> InboxWatcher.End {
    try await withThrowingTaskGroup(of: InboxWatcher.End?.self) { group in
      group.addTask {
        try await withGracefulShutdownHandler {
          try await watcher.run()
        } onGracefulShutdown: {
          watcher.stop()
        }
      }
      group.addTask {
        await judgeWhatComes()
        pipeline.tray.finish()
        return nil
      }
      group.addTask {
        await committer.run()
        return nil
      }
      var end = InboxWatcher.End.stopped
      while let result = try await group.next() {
        guard result == .lost else { continue }
        end = .lost
        // What is in hand cannot be filed any more. It is found in the work folder when the spool is back.
        group.cancelAll()
      }
      return end
    }
  }

  private func judgeWhatComes() async {
    await withDiscardingTaskGroup { group in
      group.addTask {
        await takeWhatComes()
        pipeline.conversions.finish()
        pipeline.waitingRoom.submissions.finish()
      }
      group.addTask {
        for await id in pipeline.conversions.waiting where !Task.isShuttingDownGracefully {
          await pipeline.goOn(with: id, in: .conversion)
        }
      }
      group.addTask { await goOnWithPostponed() }
    }
  }

  private func takeWhatComes() async {
    await withDiscardingTaskGroup { group in
      group.addTask { await resume() }
      for _ in 0..<lanes {
        group.addTask {
          // The watcher ends the sequence; what is still in it then stays in the inbox for the next start.
          for await path in watcher.ready where !Task.isShuttingDownGracefully { await pipeline.take(path) }
        }
      }
    }
  }

  private func resume() async {
    for id in unfinished where !Task.isShuttingDownGracefully { await pipeline.goOn(with: id) }
  }

  private func goOnWithPostponed() async {
    await withDiscardingTaskGroup { group in
      for await submission in pipeline.waitingRoom.submissions.waiting where !Task.isShuttingDownGracefully {
        group.addTask { await pipeline.goOn(with: submission, writerDeadline: writerDeadline) }
      }
    }
  }
}

/// Opens the spool, and puts together what takes reports out of it.
struct IntakeFactory: Sendable {
  let configuration: Configuration
  /// Keeps other services out of the spool.
  let exclusive: ExclusiveFolder
  let ledgers: LedgerStore
  let gate: IntakeGate
  let checker: Checker
  let journal: OutcomeJournal
  let reporter: InboxReporter
  let status: ServiceStatus
  let logger: Logger

  /// - Parameter isBack: Whether the spool was open before and was lost; then nothing of it is made anew.
  /// - Returns: The intake, which takes up what was left unfinished.
  /// - Throws: ``SpoolError`` that says what is wrong with the spool, ``FolderInUse`` when another service has it.
  func open(afterLoss isBack: Bool = false) async throws -> Intake {
    let root = FilePath(configuration.spool)
    let layout = if isBack { try SpoolLayout(reopening: root) } else { try SpoolLayout(root: root) }
    // Whatever state folder it has: what lies in the work folder is one service's.
    try exclusive.acquire(layout.work)
    let spool = Spool(layout, copyLimit: configuration.limits.document.file)
    let claims = try ClaimDesk(spool: spool, ledgers: ledgers)
    let filing = try FilingDesk(spool: spool)
    let unfinished = try await claims.unfinished()
    if !unfinished.isEmpty {
      logger.notice(
        "going on with \(unfinished.count) submissions of an earlier run", metadata: JournalEvent.recovered.metadata)
    }
    let watcher = try InboxWatcher(
      spool: spool,
      settings: InboxWatcher.Settings(
        ignoring: IgnoredNames(adding: configuration.ignore), settle: configuration.settle,
        writerDeadline: configuration.writerDeadline, rescan: configuration.rescan),
      reporting: { event in
        reporter.report(event)
        if case .neverFinished(let path) = event { try? spool.leaveNote(beside: path, .stillOpen(path)) }
      })
    status.observe(watcher)
    let waitingRoom = WaitingRoom(gate: gate, journal: journal)
    let inHand = ContentsInHand()
    let pipeline = Pipeline(
      claims: claims, filing: filing, checker: checker, diagnostics: configuration.diagnostics, journal: journal,
      gate: gate, inHand: inHand, waitingRoom: waitingRoom)
    let committer = Committer(
      tray: pipeline.tray, filing: filing, ledger: try LedgerDesk(ledgers: ledgers), journal: journal,
      waitingRoom: waitingRoom, inHand: inHand)
    // One file more than workers: while it is claimed, its worker reads the next.
    return Intake(
      watcher: watcher, pipeline: pipeline, committer: committer, unfinished: unfinished,
      lanes: configuration.workers + 1, writerDeadline: configuration.writerDeadline)
  }
}

extension String {
  /// For the clerk: why nothing happens to a file.
  fileprivate static func stillOpen(_ path: InboxPath) -> String {
    """
    “\(FilePath(path.name.string).printable)”还没有审核：一直有程序开着这个文件在写，系统在等它写完。

    怎么办：请确认文件已经复制完，并且已经在 Word、WPS 等程序里关闭。关闭以后会自动审核，这张便条也会自动消失。
    如果仍然没有结果，请换一个文件名重新放入一份，或者联系管理员。

    """
  }
}
