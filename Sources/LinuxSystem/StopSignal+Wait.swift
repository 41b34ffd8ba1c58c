import Glibc
package import SystemPackage

extension StopSignal {
  /// Blocks the thread until the signal is raised or some time has passed.
  ///
  /// - Parameter time: How long to wait at most; `nil` for ever.
  /// - Returns: Whether it is raised.
  /// - Throws: What `poll(2)` reports.
  package func wait(for time: Duration?) throws(Errno) -> Bool {
    var interests = [pollfd(fd: descriptor.raw, events: Int16(POLLIN), revents: 0)]
    return try waitUntilReady(&interests, deadline: time.map { .now.advanced(by: $0) })
  }
}
