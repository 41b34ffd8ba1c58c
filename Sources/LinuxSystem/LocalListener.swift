import CLinux
import Glibc
package import SystemPackage

/// A socket in a folder, at which other programs of this machine may ask something.
package struct LocalListener: ~Copyable, Sendable {
  private let descriptor: OwnedDescriptor
  private let folder: Directory
  private let name: FilePath.Component
  /// Of the socket's name.
  private let status: FileStatus

  /// Takes the place of a socket that an earlier run has left, at which nobody listens any more. Only its owner, and root,
  /// may connect.
  ///
  /// - Parameter path: Where the socket is to be.
  /// - Throws: What `bind(2)` reports; `Errno.addressInUse` when somebody listens there, or something that is no socket
  ///   has the name.
  package init(at path: FilePath) throws(Errno) {
    guard let name = path.lastComponent else { throw .invalidArgument }
    let folder = try Directory(at: path.removingLastComponent())
    let descriptor = try Self.listen(as: name, in: folder)
    let status = try folder.status(of: FilePath(root: nil, [name]))
    self.status = status
    self.descriptor = descriptor
    self.folder = folder
    self.name = name
  }

  private static func listen(
    as name: FilePath.Component, in folder: borrowing Directory
  ) throws(Errno) -> OwnedDescriptor {
    do throws(Errno) {
      if try folder.status(of: FilePath(root: nil, [name])).kind == .socket {
        guard try !hasListener(name, in: folder) else { throw Errno.addressInUse }
        try folder.unlink(name)
      }
    } catch .noSuchFileOrDirectory {}
    let descriptor = try makeLocalSocket()
    let raw = descriptor.raw
    try unsafe withLocalAddress(of: name, in: folder) { address, size in unsafe bind(raw, address, size) }
    _ = try checked { Glibc.listen(raw, 16) }
    return descriptor
  }

  /// Whether somebody listens at a socket, as far as may be known.
  private static func hasListener(
    _ name: FilePath.Component, in folder: borrowing Directory
  ) throws(Errno) -> Bool {
    // Who has too many callers already does not make this one wait.
    let socket = try makeLocalSocket(options: CInt(SOCK_NONBLOCK.rawValue))
    let raw = socket.raw
    do throws(Errno) {
      try unsafe withLocalAddress(of: name, in: folder) { address, size in unsafe connect(raw, address, size) }
      return true
    } catch .connectionRefused {
      return false
    } catch .noSuchFileOrDirectory {
      return false
    } catch {
      return true
    }
  }

  deinit {
    // Another's socket in its place stays.
    guard let there = try? folder.status(of: FilePath(root: nil, [name])), there.isSameFile(as: status) else { return }
    try? folder.unlink(name)
  }

  /// Waits for somebody to connect.
  ///
  /// - Returns: The connection; `nil` when the signal was raised.
  package func accept(or stop: StopSignal) throws(Errno) -> OwnedDescriptor? {
    var interests = [
      pollfd(fd: descriptor.raw, events: Int16(POLLIN), revents: 0),
      pollfd(fd: stop.descriptor.raw, events: Int16(POLLIN), revents: 0),
    ]
    _ = try waitUntilReady(&interests, deadline: nil)
    guard interests[1].revents == 0 else { return nil }
    let raw = descriptor.raw
    return OwnedDescriptor(taking: try checked { clinux_accept(raw) })
  }
}

extension MessageSocket {
  /// Connects to a `LocalListener`.
  ///
  /// - Throws: `Errno.noSuchFileOrDirectory` or `Errno.connectionRefused` when nobody listens there.
  package init(connectingTo path: FilePath) throws(Errno) {
    guard let name = path.lastComponent else { throw .invalidArgument }
    let folder = try Directory(at: path.removingLastComponent())
    let descriptor = try makeLocalSocket()
    let raw = descriptor.raw
    try unsafe withLocalAddress(of: name, in: folder) { address, size in unsafe connect(raw, address, size) }
    self.init(taking: descriptor)
  }
}

private func makeLocalSocket(options: CInt = 0) throws(Errno) -> OwnedDescriptor {
  OwnedDescriptor(
    taking: try checked { socket(AF_UNIX, CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue) | options, 0) })
}

/// An address has room for 107 bytes, and folders lie deep: it goes by the open folder.
private func withLocalAddress(
  of name: FilePath.Component, in folder: borrowing Directory,
  _ body: (UnsafePointer<sockaddr>, socklen_t) -> CInt
) throws(Errno) {
  let path = Array("/proc/self/fd/\(folder.descriptor.raw)/".utf8) + name.bytes
  var address = sockaddr_un()
  address.sun_family = sa_family_t(AF_UNIX)
  guard path.count < MemoryLayout.size(ofValue: address.sun_path) else { throw .fileNameTooLong }
  unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: path) }
  let size = socklen_t(MemoryLayout<sockaddr_un>.size)
  let status = unsafe withUnsafePointer(to: &address) { pointer in
    unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe body($0, size) }
  }
  guard status == 0 else { throw .latest }
}
