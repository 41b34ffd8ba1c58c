import Glibc
package import SystemPackage

/// Two connected sockets, each to be taken once.
package struct SocketPair: ~Copyable, Sendable {
  private var first: OwnedDescriptor?
  private var second: OwnedDescriptor?

  /// Makes a pair of `AF_UNIX` stream sockets.
  package init() throws(Errno) {
    var ends: [CInt] = [-1, -1]
    _ = try checked {
      unsafe socketpair(AF_UNIX, CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends)
    }
    first = OwnedDescriptor(taking: ends[0])
    second = OwnedDescriptor(taking: ends[1])
  }

  /// The end that nobody has taken yet; `nil` after two of them.
  package mutating func takeEnd() -> OwnedDescriptor? {
    first.take() ?? second.take()
  }
}
