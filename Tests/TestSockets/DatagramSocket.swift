import Glibc
package import SystemPackage

/// The listening end of a Unix datagram socket, as journald and service managers hold one.
package struct DatagramSocket: Sendable {
  package let descriptor: FileDescriptor

  /// A path that begins with `@` is a name in no folder, which goes with its socket.
  ///
  /// - Throws: What the system answered; `fileNameTooLong` for a path that no socket can have.
  package init(listeningAt path: String) throws(Errno) {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let name = path.utf8.map { $0 == UInt8(ascii: "@") ? 0 : $0 }
    let capacity = MemoryLayout.size(ofValue: address.sun_path)
    guard name.count < capacity else { throw .fileNameTooLong }
    unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: name) }
    // Every byte counts in a name without a folder, so the length ends where the name does.
    let length = socklen_t(MemoryLayout.size(ofValue: address) - capacity + name.count)

    descriptor = FileDescriptor(rawValue: socket(AF_UNIX, CInt(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0))
    guard descriptor.rawValue >= 0 else { throw Errno(rawValue: errno) }
    let status = unsafe withUnsafePointer(to: address) { address in
      unsafe address.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe bind(descriptor.rawValue, $0, length)
      }
    }
    guard status == 0 else { throw Errno(rawValue: errno) }
  }

  /// From now on nobody waits longer for a datagram: `receive()` throws instead.
  package func limitWaiting(toSeconds seconds: Int) throws(Errno) {
    var limit = timeval(tv_sec: seconds, tv_usec: 0)
    let size = socklen_t(MemoryLayout.size(ofValue: limit))
    guard unsafe setsockopt(descriptor.rawValue, SOL_SOCKET, SO_RCVTIMEO, &limit, size) == 0 else {
      throw Errno(rawValue: errno)
    }
  }

  /// Waits for the next datagram.
  ///
  /// - Returns: Its bytes.
  /// - Throws: What the system answered.
  package func receive() throws -> [UInt8] {
    try unsafe [UInt8](unsafeUninitializedCapacity: 65536) { buffer, count in
      count = try unsafe descriptor.read(into: UnsafeMutableRawBufferPointer(buffer))
    }
  }
}
