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
  /// The inbox was moved, deleted or unmounted: what is written to its path does not arrive here.
  case inboxLost
}
