import CLinux
import Glibc
package import SystemPackage

/// An open folder. Names are looked up in it, not in whatever its path may have become.
///
/// Paths given to its methods are relative and may have several components; no symbolic link is followed anywhere on
/// them and none leaves the folder (`openat2(2)` with `RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS`). Names are bytes: invalid
/// UTF-8 and line breaks pass through unharmed.
package struct Directory: ~Copyable, Sendable {
  package let descriptor: OwnedDescriptor

  private init(descriptor: consuming OwnedDescriptor) {
    self.descriptor = descriptor
  }

  /// Opens a folder by its path, following symbolic links as usual.
  package init(at path: FilePath) throws(Errno) {
    let raw = try unsafe path.withSystemString { path throws(Errno) in
      try checked { unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    }
    self.init(descriptor: OwnedDescriptor(taking: raw))
  }

  // MARK: Opening

  /// Opens a folder below this one; the empty path is this folder itself.
  ///
  /// - Throws: `Errno.tooManySymbolicLinkLevels` when a symbolic link is on the way, `Errno.notDirectory` when something
  ///   else than a folder has the name.
  package func directory(at path: FilePath) throws(Errno) -> Directory {
    Directory(descriptor: try openBeneath(path, O_RDONLY | O_DIRECTORY))
  }

  /// Opens a file below this folder for reading. It never waits: neither for the other end of a FIFO nor for a lease.
  ///
  /// - Throws: `Errno.tooManySymbolicLinkLevels` when the file or a folder before it is a symbolic link.
  package func openForReading(_ path: FilePath) throws(Errno) -> OwnedDescriptor {
    try openBeneath(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY)
  }

  /// Opens an existing file of this folder so that writes go to its end.
  package func openForAppending(_ name: FilePath.Component) throws(Errno) -> OwnedDescriptor {
    try openBeneath(FilePath(root: nil, [name]), O_WRONLY | O_APPEND | O_NOFOLLOW)
  }

  /// Creates a file, open for writing.
  ///
  /// - Throws: `Errno.fileExists` when anything has the name.
  package func createFile(
    _ name: FilePath.Component, permissions: FilePermissions = [.ownerReadWrite]
  ) throws(Errno) -> OwnedDescriptor {
    let directory = descriptor.raw
    let raw = try unsafe name.withSystemString { name throws(Errno) in
      try checked {
        unsafe openat(directory, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, permissions.rawValue)
      }
    }
    return OwnedDescriptor(taking: raw)
  }

  func openBeneath(_ path: FilePath, _ flags: CInt) throws(Errno) -> OwnedDescriptor {
    let directory = descriptor.raw
    let raw = try unsafe (path.isEmpty ? "." : path).withSystemString { path throws(Errno) in
      try checked { unsafe clinux_open_beneath(directory, path, flags) }
    }
    return OwnedDescriptor(taking: raw)
  }

  // MARK: Looking

  /// What a name below this folder stands for; of a symbolic link, the link itself.
  package func status(of path: FilePath) throws(Errno) -> FileStatus {
    let directory = descriptor.raw
    let raw = try unsafe (path.isEmpty ? "." : path).withSystemString { path throws(Errno) in
      try checked { unsafe clinux_open_path_beneath(directory, path) }
    }
    return try OwnedDescriptor(taking: raw).status()
  }

  /// The status of the folder itself.
  package func status() throws(Errno) -> FileStatus {
    try descriptor.status()
  }

  /// Whether anything, be it a dangling link, has this name.
  package func contains(_ name: FilePath.Component) throws(Errno) -> Bool {
    do throws(Errno) {
      _ = try status(of: FilePath(root: nil, [name]))
      return true
    } catch .noSuchFileOrDirectory {
      return false
    }
  }

  // MARK: Changing

  /// Creates a folder. The process's umask applies; the setgid bit of this folder is passed on by the system.
  package func makeDirectory(_ name: FilePath.Component, permissions: FilePermissions) throws(Errno) {
    let directory = descriptor.raw
    _ = try unsafe name.withSystemString { name throws(Errno) in
      try checked { unsafe mkdirat(directory, name, permissions.rawValue) }
    }
  }

  /// Moves a file or folder, in one step that either happens or does not.
  ///
  /// - Throws: `Errno.fileExists` when the new name is taken, `Errno.noSuchFileOrDirectory` when the old one is gone,
  ///   `Errno.improperLink` when the two folders are on different file systems or mounts.
  package func renameNoReplace(
    _ name: FilePath.Component, to newName: FilePath.Component, in target: borrowing Directory
  ) throws(Errno) {
    let source = descriptor.raw
    let destination = target.descriptor.raw
    _ = try unsafe name.withSystemString { name throws(Errno) in
      try unsafe newName.withSystemString { newName throws(Errno) in
        try checked { unsafe clinux_rename_no_replace(source, name, destination, newName) }
      }
    }
  }

  /// Moves a file over whatever file has the new name, in one step.
  package func renameReplacing(
    _ name: FilePath.Component, to newName: FilePath.Component, in target: borrowing Directory
  ) throws(Errno) {
    let source = descriptor.raw
    let destination = target.descriptor.raw
    _ = try unsafe name.withSystemString { name throws(Errno) in
      try unsafe newName.withSystemString { newName throws(Errno) in
        try checked { unsafe renameat(source, name, destination, newName) }
      }
    }
  }

  /// Removes a name that is not a folder's.
  package func unlink(_ name: FilePath.Component) throws(Errno) {
    try remove(name, flags: 0)
  }

  /// Removes an empty folder.
  package func removeDirectory(_ name: FilePath.Component) throws(Errno) {
    try remove(name, flags: AT_REMOVEDIR)
  }

  private func remove(_ name: FilePath.Component, flags: CInt) throws(Errno) {
    let directory = descriptor.raw
    _ = try unsafe name.withSystemString { name throws(Errno) in
      try checked { unsafe unlinkat(directory, name, flags) }
    }
  }

  /// Makes the names in this folder durable.
  package func synchronize() throws(Errno) {
    try descriptor.synchronize()
  }
}
