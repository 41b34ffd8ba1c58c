import CLinux
import Glibc
package import SystemPackage

extension OwnedDescriptor {
  /// Everything in the file from its first byte. The descriptor's own offset stays where it is.
  ///
  /// - Parameter maximumBytes: The most that is taken into memory.
  /// - Returns: The bytes.
  /// - Throws: `Errno.fileTooLarge` when the file holds more than that.
  package func readAll(upTo maximumBytes: Int) throws(Errno) -> [UInt8] {
    var contents: [UInt8] = []
    // One byte more than what is announced and allowed shows that a file has grown or is too large.
    let expected = min(max(try status().size, 0), maximumBytes) + 1
    contents.reserveCapacity(expected)
    while true {
      let piece = try read(atMost: min(1 << 20, max(expected - contents.count, 4096)), at: contents.count)
      guard !piece.isEmpty else { return contents }
      contents.append(contentsOf: piece)
      guard contents.count <= maximumBytes else { throw .fileTooLarge }
    }
  }

  /// Up to `count` bytes from `offset` on; fewer only at the end of the file or where the system cuts a read short,
  /// none only at the end.
  package func read(atMost count: Int, at offset: Int) throws(Errno) -> [UInt8] {
    let raw = raw
    return try unsafe [UInt8](capacity: count) { buffer throws(Errno) in
      try checked { unsafe pread(raw, buffer.baseAddress, buffer.count, off_t(offset)) }
    }
  }

  /// Writes all bytes at the descriptor's offset, however many calls it takes.
  package func writeAll(_ bytes: [UInt8]) throws(Errno) {
    let raw = raw
    var written = 0
    while written < bytes.count {
      let rest = bytes.span.extracting(droppingFirst: written)
      let count = try unsafe rest.withUnsafeBytes { buffer throws(Errno) in
        try checked { unsafe write(raw, buffer.baseAddress, buffer.count) }
      }
      written += count
    }
  }

  /// Writes everything that this file holds into another, which is empty, and gives it the same time of modification. The
  /// bytes are shared where the file system can do that. The offset of this descriptor stays where it is.
  ///
  /// - Parameters:
  ///   - target: The other file.
  ///   - maximumBytes: How much is copied at most.
  /// - Throws: `Errno.fileTooLarge` when the file holds more, be it that it grows meanwhile.
  package func copy(to target: borrowing OwnedDescriptor, upTo maximumBytes: Int) throws(Errno) {
    guard try status().size <= maximumBytes else { throw .fileTooLarge }
    let source = raw
    let destination = target.raw
    do throws(Errno) {
      _ = try checked { clinux_clone_contents(source, destination) }
    } catch {
      // Whatever kept the file system from sharing the bytes: they can be copied.
      try copyByPieces(to: target, upTo: maximumBytes)
    }
    _ = try checked { clinux_copy_times(source, destination) }
  }

  private func copyByPieces(to target: borrowing OwnedDescriptor, upTo maximumBytes: Int) throws(Errno) {
    let source = raw
    let destination = target.raw
    var offset = 0
    do throws(Errno) {
      while true {
        let count = try checked { clinux_copy_piece(source, destination, off_t(offset), 8 << 20) }
        guard count > 0 else { return }
        offset += count
        guard offset <= maximumBytes else { throw Errno.fileTooLarge }
        ThreadActivity.step()
      }
    } catch .improperLink, .invalidArgument, .notSupported, .noFunction {
      try copyByReading(to: target, upTo: maximumBytes)
    }
  }

  /// Between file systems that know no other way.
  private func copyByReading(to target: borrowing OwnedDescriptor, upTo maximumBytes: Int) throws(Errno) {
    try target.truncate(to: 0)
    var offset = 0
    while true {
      let piece = try read(atMost: 1 << 20, at: offset)
      guard !piece.isEmpty else { return }
      try target.writeAll(piece)
      offset += piece.count
      guard offset <= maximumBytes else { throw .fileTooLarge }
      ThreadActivity.step()
    }
  }

  /// Cuts the file off behind so many bytes, or lengthens it by zeros.
  package func truncate(to size: Int) throws(Errno) {
    let raw = raw
    _ = try checked { ftruncate(raw, off_t(size)) }
  }

  /// `fsync(2)`: contents, size and names are on the disk when it returns. Of a folder: the names in it.
  package func synchronize() throws(Errno) {
    let raw = raw
    _ = try checked { fsync(raw) }
  }

  /// `fdatasync(2)`: contents and size are on the disk; times may not be.
  package func synchronizeData() throws(Errno) {
    let raw = raw
    _ = try checked { fdatasync(raw) }
  }

  /// `syncfs(2)`: everything on the descriptor's file system.
  package func synchronizeFileSystem() throws(Errno) {
    let raw = raw
    _ = try checked { clinux_synchronize_file_system(raw) }
  }

  /// Sets the permissions regardless of the process's umask.
  package func setPermissions(_ permissions: FilePermissions) throws(Errno) {
    let raw = raw
    _ = try checked { fchmod(raw, permissions.rawValue) }
  }

  /// Hands the file to another group.
  ///
  /// - Throws: `Errno.notPermitted` unless the process belongs to that group or is privileged.
  package func setGroup(_ group: UInt32) throws(Errno) {
    let raw = raw
    _ = try checked { fchown(raw, uid_t.max, group) }
  }
}
