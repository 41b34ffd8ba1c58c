import CLinux
import Glibc
package import SystemPackage

/// Signals as something to read instead of something that interrupts.
package final class SignalDescriptor: Sendable {
  private let descriptor: OwnedDescriptor

  /// Keeps signals from interrupting the calling thread and every thread that it starts from now on: call it before there
  /// are others.
  package init(blocking signals: [CInt]) throws(Errno) {
    descriptor = OwnedDescriptor(
      taking: try checked { unsafe clinux_make_signal_descriptor(signals, CInt(signals.count)) })
  }

  /// Blocks the thread until one of the signals comes.
  ///
  /// - Parameter stop: Ends the wait.
  /// - Returns: The signal; `nil` when the wait was ended.
  /// - Throws: What `poll(2)` and `read(2)` report.
  package func wait(or stop: StopSignal) throws(Errno) -> CInt? {
    var interests = [
      pollfd(fd: descriptor.raw, events: Int16(POLLIN), revents: 0),
      pollfd(fd: stop.descriptor.raw, events: Int16(POLLIN), revents: 0),
    ]
    while true {
      _ = try waitUntilReady(&interests, deadline: nil)
      guard interests[0].revents != 0 else { return nil }
      do throws(Errno) {
        return try checked { clinux_read_signal(descriptor.raw) }
      } catch .resourceTemporarilyUnavailable {}
    }
  }
}
