import Glibc
package import SystemPackage

/// A file descriptor with one owner, closed when the owner lets go of it.
///
/// Every descriptor of this module is opened with `O_CLOEXEC`: none leaks into a child process.
package struct OwnedDescriptor: ~Copyable, Sendable {
  /// The number that system calls take. It is valid as long as this value lives.
  package let raw: CInt

  /// Takes over a descriptor that nobody else closes.
  package init(taking raw: CInt) {
    self.raw = raw
  }

  deinit {
    _ = Glibc.close(raw)
  }

  /// Closes the descriptor, for when it matters whether that went well.
  ///
  /// - Throws: What `close(2)` reports: on network file systems, the errors of writes long past.
  package consuming func close() throws(Errno) {
    let raw = raw
    discard self
    // Not repeated when interrupted: Linux has let go of the number by then.
    guard Glibc.close(raw) == 0 else { throw .latest }
  }

  /// Gives up ownership: whoever takes the number has to close it.
  package consuming func release() -> CInt {
    let raw = raw
    discard self
    return raw
  }

  /// A second descriptor on the same open file, which shares its offset.
  package func duplicate() throws(Errno) -> OwnedDescriptor {
    let raw = raw
    return OwnedDescriptor(taking: try checked { fcntl(raw, F_DUPFD_CLOEXEC, 0) })
  }
}
