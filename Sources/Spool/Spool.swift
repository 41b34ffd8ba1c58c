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
  /// How large a file may be for a copy of it to be made, in bytes. Whoever judges refuses larger ones for their size.
  let copyLimit: Int
  /// The names in the folders of outcomes, and those that are as good as there.
  let names = Mutex(OutcomeNames())
  /// Submissions of an earlier run that were decided, and whose plans are on the disk.
  let durablePlans = Mutex<Set<SubmissionID>>([])
  let spares = SpareFolders()

  /// - Parameters:
  ///   - layout: The folders, open.
  ///   - copyLimit: How large a file may be for a copy of it to be made, in bytes.
  ///   - pass: For trying out recovery, see `Checkpoint`.
  package init(
    _ layout: consuming SpoolLayout, copyLimit: Int = .max,
    passing pass: @escaping @Sendable (Checkpoint) throws(SpoolError) -> Void = { _ in }
  ) {
    self.layout = layout
    self.copyLimit = copyLimit
    self.pass = pass
  }
}

/// What came of trying to claim a file.
package enum ClaimResult: ~Copyable, Sendable {
  case claimed(Claim)
  /// It was taken, but cannot be opened, because the disk fails or a claim was broken off: it waits for
  /// `Spool.resume(_:)`.
  case stranded(SubmissionID, SpoolError)
  /// Nothing has the name any more: whoever put it there took it back.
  case gone
  /// It is no regular file, or a symbolic link leads to it. It stays where it is.
  case refused(FileKind)
}
