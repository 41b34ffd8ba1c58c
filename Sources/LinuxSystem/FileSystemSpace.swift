import Glibc
package import SystemPackage

/// What statvfs(2) says of the file system that a folder is on.
package struct FileSystemSpace: Equatable, Sendable {
  /// Bytes that a user without privileges can still write.
  package var free: Int
  package var isReadOnly: Bool

  /// - Throws: What `statvfs(2)` reports.
  package init(at path: FilePath) throws(Errno) {
    var status = statvfs()
    _ = try unsafe path.withSystemString { path throws(Errno) in
      try checked { unsafe statvfs(path, &status) }
    }
    let (bytes, overflow) = UInt64(status.f_bavail).multipliedReportingOverflow(by: UInt64(status.f_frsize))
    free = overflow ? .max : Int(clamping: bytes)
    isReadOnly = status.f_flag & UInt(ST_RDONLY) != 0
  }
}
