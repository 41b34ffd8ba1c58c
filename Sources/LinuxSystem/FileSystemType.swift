import CLinux
package import SystemPackage

/// What kind of file system a folder is on, by the magic numbers of statfs(2).
package struct FileSystemType: Hashable, Sendable {
  package var magic: Int64

  package init(magic: Int64) {
    self.magic = magic
  }

  /// Whether others can write to it without this machine's kernel being told, so that inotify sees nothing.
  package var isRemote: Bool { Self.remote[magic] != nil }

  /// What administrators call it; `nil` for those that are not remote.
  package var name: String? { Self.remote[magic] }

  private static let remote: [Int64: String] = [
    0x6969: "NFS", 0xFF53_4D42: "CIFS", 0xFE53_4D42: "SMB", 0x517B: "SMB", 0x6573_5546: "FUSE", 0x0102_1997: "9P",
    0x00C3_6400: "Ceph", 0x5346_414F: "AFS", 0x0BD0_0BD0: "Lustre", 0x0116_1970: "GFS2", 0x7461_636F: "OCFS2",
    0xBACB_ACBC: "vmhgfs", 0x786F_4256: "vboxsf",
  ]
}

extension Directory {
  package func fileSystemType() throws(Errno) -> FileSystemType {
    let raw = descriptor.raw
    var magic: Int64 = 0
    _ = try checked { unsafe clinux_file_system_type(raw, &magic) }
    return FileSystemType(magic: magic)
  }
}
