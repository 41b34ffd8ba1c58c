import LinuxSystem
import SystemPackage

/// Files with names that are passed over and that should have gone again long ago: perhaps somebody waits for an answer.
struct OverlookedFiles {
  /// A program that works on a file of such a name is done by then.
  private static let patience: Duration = .seconds(86_400)
  /// More are not kept in mind, nor told of.
  private static let most = 1000

  private var told: Set<InboxPath> = []

  mutating func look(
    at entry: DirectoryEntry, in folder: borrowing Directory, at path: FilePath, ignoring: IgnoredNames,
    noting note: WatchedFolders.Note
  ) {
    guard entry.kind == .regular, !ignoring.mayStay(entry.name), told.count < Self.most,
      let status = try? folder.status(of: FilePath(root: nil, [entry.name])), status.quietTime >= Self.patience,
      told.insert(InboxPath(entry.name, in: path)).inserted
    else { return }
    note(.event(.ignoredForLong(InboxPath(entry.name, in: path))))
  }
}
