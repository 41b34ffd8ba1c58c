import Glibc
package import SystemPackage

/// What kind of thing a name stands for.
package enum FileKind: Hashable, Sendable {
  case regular, directory, symbolicLink, fifo, socket, characterDevice, blockDevice
  /// The file system does not say, or says something new.
  case unknown
}

/// What `fstat(2)` knows of a file.
package struct FileStatus: Equatable, Sendable {
  package var kind: FileKind
  /// In bytes.
  package var size: Int
  /// Together with `device` this identifies the file, whatever its name.
  package var inode: UInt64
  package var device: UInt64
  /// How many names the file has.
  package var links: Int
  package var owner: UInt32
  package var group: UInt32
  /// Permissions with the setuid, setgid and sticky bits, without the kind.
  package var permissions: FilePermissions
  /// When anything of the file was changed last, in nanoseconds since 1970. Unlike the time of modification, nobody can
  /// set it.
  package var changedAt: Int

  /// How long nothing has happened to the file; zero where the clock was set back.
  package var quietTime: Duration {
    var now = timespec()
    _ = unsafe clock_gettime(CLOCK_REALTIME, &now)
    let nanoseconds = Int(now.tv_sec) * 1_000_000_000 + Int(now.tv_nsec) - changedAt
    return max(.zero, .nanoseconds(nanoseconds))
  }

  /// Whether both describe one and the same file.
  package func isSameFile(as other: FileStatus) -> Bool {
    inode == other.inode && device == other.device
  }
}

extension FileStatus {
  init(_ status: stat) {
    kind = FileKind(mode: status.st_mode)
    size = Int(status.st_size)
    inode = UInt64(status.st_ino)
    device = UInt64(status.st_dev)
    links = Int(status.st_nlink)
    owner = status.st_uid
    group = status.st_gid
    permissions = FilePermissions(rawValue: status.st_mode & 0o7777)
    changedAt = Int(status.st_ctim.tv_sec) * 1_000_000_000 + Int(status.st_ctim.tv_nsec)
  }
}

extension FileKind {
  init(mode: mode_t) {
    self =
      switch mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .directory
      case S_IFLNK: .symbolicLink
      case S_IFIFO: .fifo
      case S_IFSOCK: .socket
      case S_IFCHR: .characterDevice
      case S_IFBLK: .blockDevice
      default: .unknown
      }
  }

  /// From the type that a directory listing gives, which is the same number without its last three octal digits.
  init(listingType: UInt8) {
    self.init(mode: mode_t(listingType) << 12)
  }
}

extension OwnedDescriptor {
  package func status() throws(Errno) -> FileStatus {
    let raw = raw
    var status = stat()
    _ = try checked { unsafe fstat(raw, &status) }
    return FileStatus(status)
  }
}
