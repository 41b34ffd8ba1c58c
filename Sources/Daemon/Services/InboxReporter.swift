import LinuxSystem
import Logging
import Spool
import Systemd

/// Tells the journal and the status line what happens to the inbox itself.
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
      if !CurrentProcess.mayLeaseFilesOfOthers { status.note(.quietTimeOnly) }
      status.becomeReady()
    case .overflow:
      status.overflowed()
      logger.warning(
        "more happened in the inbox than the event queue holds; it is scanned anew",
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
        metadata: fields(of: path, JournalEvent.claimRefused))
    case .neverWritten(let path):
      logger.warning(
        "\(path.printable) stayed empty beyond the deadline for writers and is judged as it is",
        metadata: fields(of: path, JournalEvent.writerNeverFinished))
    case .neverFinished(let path):
      logger.warning(
        "\(path.printable) is still open for writing after the deadline for writers; it waits until it is closed",
        metadata: fields(of: path, JournalEvent.writerNeverFinished))
    case .writersUnknown(let path, let cause):
      logger.warning(
        "whether somebody still writes to \(path.printable) cannot be known (\(cause)): the quiet time alone is gone by, which a copy that stalls can outlast. Give the service CAP_LEASE"
      )
      status.note(.quietTimeOnly)
    case .ignoredForLong(let path):
      logger.notice(
        "\(path.printable) has lain in the inbox for a day and is passed over because of its name",
        metadata: ["nianbao.file": "\(path.printable)"])
    case .polling(let fileSystem):
      logger.warning(
        "the inbox is on \(fileSystem), which does not tell what others do: it is looked at every few seconds",
        metadata: JournalEvent.polling.metadata)
      status.note(.polling)
    case .inboxLost:
      logger.error(
        "the inbox is not where it was: it was moved, deleted, unmounted or mounted over, and nothing that is dropped arrives. Put it back; the service goes on by itself",
        metadata: JournalEvent.inboxLost.metadata)
      status.note(.inboxLost)
    }
  }

  func inboxIsBack() {
    logger.notice("the inbox is back", metadata: JournalEvent.inboxBack.metadata)
    status.clear(.inboxLost)
  }

  private func fields(of path: InboxPath, _ event: JournalEvent) -> Logger.Metadata {
    ["nianbao.file": "\(path.printable)"].merging(event.metadata) { $1 }
  }
}
