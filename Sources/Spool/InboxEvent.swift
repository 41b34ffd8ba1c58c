package import LinuxSystem
package import SystemPackage

/// What happens to the watcher itself. Folders are relative to the inbox; the empty path is the inbox.
package enum InboxEvent: Equatable, Sendable {
  /// The watches stand and what lay in the inbox is noticed. Comes once, at the start.
  case watching(folders: Int)
  /// More happened than the system could hold. The inbox is scanned, so that nothing is lost.
  case overflow
  /// The user has no watches left: raise the sysctl `fs.inotify.max_user_watches`. Until then only rescans see what
  /// comes into this folder. Said once, until the folder can be watched.
  case watchLimit(folder: FilePath)
  /// What comes into this folder is not seen. Said once, until the folder can be read.
  case folderUnreadable(folder: FilePath, Errno)
  /// Something that is no regular file and stays where it is. Said once, until it is gone.
  case notAFile(InboxPath, FileKind)
  /// Still empty when the deadline for writers had passed. It is handed on as it is.
  case neverWritten(InboxPath)
  /// Still open for writing when the deadline for writers had passed. It goes on waiting. Said once.
  case neverFinished(InboxPath)
  /// Whether somebody still writes to a file cannot be known: only the quiet time is gone by. Said once.
  case writersUnknown(InboxPath, Errno)
  /// A file with a name that is passed over has been there for a day. Said once.
  case ignoredForLong(InboxPath)
  /// The inbox is on a file system that tells nothing of what others do; it is looked at by the clock.
  case polling(fileSystem: String)
  /// The inbox, or another folder of the spool, was moved, deleted, unmounted or mounted over: what is written to its
  /// path does not arrive here. The watcher ends.
  case inboxLost
}
