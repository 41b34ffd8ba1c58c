import LinuxSystem
import Logging
import ServiceLifecycle
import Spool
import Systemd
import SystemPackage

/// Watches the inbox and sends every file that is ready down the pipeline.
struct InboxService: Service {
  let watcher: InboxWatcher
  let pipeline: Pipeline
  let unfinished: [SubmissionID]
  /// How many files are on their way at the same time.
  let lanes: Int

  /// Ends when the service is to stop and every file in hand has its outcome.
  func run() async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        try await withGracefulShutdownHandler {
          try await watcher.run()
        } onGracefulShutdown: {
          watcher.stop()
        }
      }
      group.addTask {
        await takeWhatComes()
        pipeline.conversions.finish()
      }
      group.addTask {
        for await id in pipeline.conversions.waiting where !Task.isShuttingDownGracefully {
          await pipeline.convert(id)
        }
      }
      try await group.waitForAll()
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
    for id in unfinished where !Task.isShuttingDownGracefully { await pipeline.resume(id) }
  }
}

/// Tells the journal what happens to the inbox itself.
struct InboxReporter: Sendable {
  let logger: Logger
  let status: ServiceStatus
  let inbox: String

  func report(_ event: InboxEvent) {
    switch event {
    case .watching(let folders):
      logger.notice(
        "watching \(inbox) with \(folders) \(folders == 1 ? "folder" : "folders")",
        metadata: JournalEvent.started.metadata)
      status.becomeReady()
    case .overflow:
      logger.warning(
        "more happened in the inbox than the event queue holds; it was scanned anew",
        metadata: JournalEvent.overflowed.metadata)
    case .watchLimit(let folder):
      logger.error(
        "no watches are left for \(folder.printable); raise the sysctl fs.inotify.max_user_watches, until then only rescans see it"
      )
    case .folderUnreadable(let folder, let cause):
      logger.error("the folder \(folder.printable) of the inbox cannot be read: \(cause)")
    case .notAFile(let path, let kind):
      logger.warning(
        "left \(path.printable) alone: it is no regular file but \(kind)",
        metadata: JournalEvent.claimRefused.metadata)
    case .neverWritten(let path):
      logger.warning(
        "\(path.printable) stayed empty beyond the deadline for writers and is judged as it is",
        metadata: JournalEvent.writerNeverFinished.metadata)
    case .inboxLost:
      logger.error(
        "the inbox was moved or unmounted; nothing that is dropped arrives. Put it back and restart the service",
        metadata: JournalEvent.inboxLost.metadata)
    }
  }
}
