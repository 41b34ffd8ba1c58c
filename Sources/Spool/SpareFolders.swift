import LinuxSystem
import Synchronization
import SystemPackage

/// Work folders that submissions have left, for the next ones to move into: a folder that is renamed costs a fraction of
/// one that is removed and another that is made, and ext4 passes by every inode that was freed a short while ago.
///
/// There are some only while reports are in hand. Whoever leaves last removes them.
final class SpareFolders: Sendable {
  /// As many as a batch leaves.
  private static let most = 256
  private static let prefix = "spare."

  private struct State {
    var names: [FilePath.Component] = []
    /// How many submissions have moved in and not out again.
    var inHand = 0
  }

  private let state = Mutex(State())

  /// Gives a submission a folder that was left.
  ///
  /// - Returns: Whether there was any.
  func moveIn(_ id: SubmissionID, in work: borrowing Directory) -> Bool {
    state.withLock { state in
      state.inHand += 1
      guard let name = state.names.popLast() else { return false }
      // One that somebody has removed meanwhile is none.
      return (try? work.renameNoReplace(name, to: id.folderName, in: work)) != nil
    }
  }

  /// Takes over the folder of a submission that is over, emptied.
  func moveOut(_ id: SubmissionID, in work: borrowing Directory) throws(Errno) {
    let result: Result<Void, Errno> = state.withLock { state in
      state.inHand = max(0, state.inHand - 1)
      return Result { () throws(Errno) in
        if state.inHand > 0, state.names.count < Self.most, let name = FilePath.Component(Self.prefix + id.rawValue) {
          try work.renameNoReplace(id.folderName, to: name, in: work)
          state.names.append(name)
          return
        }
        try SubmissionFolder.remove(id.folderName, from: work)
        guard state.inHand == 0 else { return }
        while let name = state.names.popLast() { try SubmissionFolder.remove(name, from: work) }
      }
    }
    try result.get()
  }

  /// Gives spare folders that an earlier run has left their old names again: should anything be in one, it is gone on with.
  static func restore(in work: borrowing Directory) throws(Errno) {
    for entry in try work.entries() where entry.kind == .directory && entry.name.string.hasPrefix(prefix) {
      guard let id = SubmissionID(rawValue: String(entry.name.string.dropFirst(prefix.count))) else { continue }
      try work.renameNoReplace(entry.name, to: id.folderName, in: work)
    }
  }
}
