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

    /// - Returns: Whether there was a folder. One that somebody has removed meanwhile is none.
    mutating func reuse(for id: SubmissionID, in work: borrowing Directory) throws(Errno) -> Bool {
      guard let name = names.popLast() else { return false }
      do throws(Errno) {
        try work.renameNoReplace(name, to: id.folderName, in: work)
        return true
      } catch .noSuchFileOrDirectory {
        return false
      } catch {
        names.append(name)
        throw error
      }
    }
  }

  private let state = Mutex(State())

  /// Gives a submission a folder that was left, or makes one if there is none.
  func moveIn(_ id: SubmissionID, in work: borrowing Directory) throws(Errno) {
    let result: Result<Void, Errno> = state.withLock { state in
      Result { () throws(Errno) in
        if try !state.reuse(for: id, in: work) {
          try work.makeDirectory(id.folderName, permissions: .ownerReadWriteExecute)
        }
        state.inHand += 1
      }
    }
    try result.get()
  }

  /// Takes over the folder of a submission that is over, emptied.
  func moveOut(_ id: SubmissionID, in work: borrowing Directory) throws(Errno) {
    let result: Result<Void, Errno> = state.withLock { state in
      Result { () throws(Errno) in
        if state.inHand > 1, state.names.count < Self.most, let name = FilePath.Component(Self.prefix + id.rawValue) {
          try work.renameNoReplace(id.folderName, to: name, in: work)
          state.names.append(name)
          state.inHand -= 1
          return
        }
        try SubmissionFolder.remove(id.folderName, from: work)
        state.inHand = max(0, state.inHand - 1)
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
