import Logging
import Spool
import Systemd

/// Keeps reports in the inbox while their outcomes could not be written down.
///
/// While something is in the way it is looked at again every few seconds, but only as long as a report waits before it.
actor IntakeGate {
  /// Folders whose file systems need room.
  private let folders: [String]
  /// How much, in bytes.
  private let room: Int
  private let pause: Duration
  private let logger: Logger
  private let status: ServiceStatus
  /// Submissions that could not be filed for a disk's fault and are tried again.
  private var failing: [SubmissionID: DiskFault] = [:]
  private var told: DiskFault?

  init(folders: [String], room: Int, pause: Duration = .seconds(10), logger: Logger, status: ServiceStatus) {
    self.folders = folders
    self.room = room
    self.pause = pause
    self.logger = logger
    self.status = status
  }

  /// Waits until there is nothing in the way.
  ///
  /// - Returns: `false` when the service is to stop.
  func pass() async -> Bool {
    while let fault = fault {
      tell(fault)
      guard await PauseUntilShutdown.pause(for: pause) else { return false }
    }
    goOn()
    return true
  }

  /// Waits before a report that could not be claimed is tried again.
  ///
  /// - Returns: `false` when that is not worth while: it is no disk's fault, or the service is to stop.
  func pause(after error: any Error) async -> Bool {
    guard let fault = DiskFault(error) else { return false }
    tell(fault)
    return await PauseUntilShutdown.pause(for: pause)
  }

  /// A submission could not be filed. Where that is a disk's fault, no other is taken in until it is.
  ///
  /// - Returns: Whether it is.
  @discardableResult
  func failed(_ id: SubmissionID, _ error: any Error) -> Bool {
    guard let fault = DiskFault(error) else { return false }
    failing[id] = fault
    tell(fault)
    return true
  }

  /// Submissions that could not be filed have been after all, or what keeps them is no fault of a disk.
  func ended(_ ids: [SubmissionID]) {
    guard !failing.isEmpty else { return }
    for id in ids { failing[id] = nil }
    if failing.isEmpty, fault == nil { goOn() }
  }

  private var fault: DiskFault? {
    for folder in folders {
      if let fault = DiskFault(at: folder, needing: room) { return fault }
    }
    return failing.values.first
  }

  /// Once for each thing that is wrong.
  private func tell(_ fault: DiskFault) {
    if told == nil {
      logger.error(
        "no reports are taken in: \(fault). What was dropped waits, and the service goes on by itself",
        metadata: JournalEvent.diskLow.metadata)
    }
    guard told != fault else { return }
    told = fault
    status.stopped(because: fault.description)
  }

  private func goOn() {
    guard told != nil else { return }
    told = nil
    logger.notice("reports are taken in again", metadata: JournalEvent.diskBack.metadata)
    status.stopped(because: nil)
  }
}
