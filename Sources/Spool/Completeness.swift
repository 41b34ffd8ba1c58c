import LinuxSystem
import SystemPackage

/// Whether a file that has been quiet for a while is all there.
enum Completeness: Equatable {
  /// Nobody writes to it, or the system does not let us know: then the quiet time is all there is to go by.
  case complete(WriterCheck)
  /// Somebody has it open for writing, perhaps without doing so.
  case beingWritten
  /// No bytes yet: a placeholder often comes before the contents.
  case empty
  case vanished
  /// Nothing that could be a report.
  case notAFile(FileKind)

  /// Looks at a file below the inbox. Devices and the like are not opened, which could have effects.
  init(of path: InboxPath, in inbox: borrowing Directory) throws(Errno) {
    do throws(Errno) {
      let status = try inbox.status(of: path.path)
      guard status.kind == .regular else {
        self = .notAFile(status.kind)
        return
      }
      switch try inbox.openForReading(path.path).checkForWriters() {
      case .somebody: self = .beingWritten
      case let check: self = status.size == 0 ? .empty : .complete(check)
      }
    } catch .noSuchFileOrDirectory, .notDirectory, .tooManySymbolicLinkLevels {
      self = .vanished
    }
  }
}
