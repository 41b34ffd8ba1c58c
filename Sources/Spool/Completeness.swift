import LinuxSystem
import SystemPackage

/// Whether a file that has been quiet for a while is all there.
enum Completeness: Equatable {
  case complete
  /// No bytes yet: a placeholder often comes before the contents.
  case empty
  case vanished
  /// Nothing that could be a report.
  case notAFile(FileKind)

  /// Looks at a file below the inbox without opening it.
  init(of path: InboxPath, in inbox: borrowing Directory) throws(Errno) {
    do throws(Errno) {
      let status = try inbox.status(of: path.path)
      guard status.kind == .regular else {
        self = .notAFile(status.kind)
        return
      }
      self = status.size == 0 ? .empty : .complete
    } catch .noSuchFileOrDirectory, .notDirectory, .tooManySymbolicLinkLevels {
      self = .vanished
    }
  }
}
