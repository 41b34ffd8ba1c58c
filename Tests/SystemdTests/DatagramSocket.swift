import Glibc
import SystemPackage
import Testing

/// The listening end of a Unix datagram socket, as journald and the service manager hold one.
enum DatagramSocket {
  /// A path that begins with `@` is a name in no folder, which goes with its socket.
  static func listening(at path: String) throws -> FileDescriptor {
    let descriptor = FileDescriptor(rawValue: socket(AF_UNIX, CInt(SOCK_DGRAM.rawValue), 0))
    try #require(descriptor.rawValue >= 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let capacity = MemoryLayout.size(ofValue: address.sun_path)
    try #require(path.utf8.count < capacity, "a socket's path holds \(capacity - 1) bytes")
    let name = path.utf8.map { $0 == UInt8(ascii: "@") ? 0 : $0 }
    unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: name) }
    // Every byte counts in a name without a folder, so the length ends where the name does.
    let length = MemoryLayout.size(ofValue: address) - capacity + name.count
    let status = unsafe withUnsafePointer(to: address) { address in
      unsafe address.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe bind(descriptor.rawValue, $0, socklen_t(length))
      }
    }
    try #require(status == 0, "errno \(errno)")
    return descriptor
  }

  /// Waits for the next datagram.
  static func receive(from descriptor: FileDescriptor) throws -> [UInt8] {
    try unsafe [UInt8](unsafeUninitializedCapacity: 65536) { buffer, count in
      count = try unsafe descriptor.read(into: UnsafeMutableRawBufferPointer(buffer))
    }
  }
}
