package import LinuxSystem
import Synchronization
import SystemPackage

/// The shared folder through which reports go: inbox, work, outcome. The folders are the state; nothing else is.
///
/// Its calls block on the disk: make them from a thread that may.
package final class Spool: Sendable {
  package let layout: SpoolLayout
  /// Called at each checkpoint.
  let pass: @Sendable (Checkpoint) throws(SpoolError) -> Void
  /// Names that were chosen and are not on the disk yet.
  let reservations = Mutex<Set<ReservedName>>([])

  /// - Parameters:
  ///   - layout: The folders, open.
  ///   - pass: For trying out recovery, see `Checkpoint`.
  package init(
    _ layout: consuming SpoolLayout,
    passing pass: @escaping @Sendable (Checkpoint) throws(SpoolError) -> Void = { _ in }
  ) {
    self.layout = layout
    self.pass = pass
  }
}

/// What came of trying to claim a file.
package enum ClaimResult: ~Copyable, Sendable {
  case claimed(Claim)
  /// Nothing has the name any more: whoever put it there took it back.
  case gone
  /// It is no regular file, or a symbolic link leads to it. It stays where it is.
  case refused(FileKind)
}
