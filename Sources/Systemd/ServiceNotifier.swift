import CSystemd
import Glibc
package import SystemPackage

/// Tells systemd how the service fares. Outside systemd it does nothing.
package struct ServiceNotifier: Sendable {
  package init() {}

  /// Sends states as one datagram: the manager sees all of them, or none.
  ///
  /// - Returns: Whether a manager listens.
  /// - Throws: Why the manager that asked for notifications could not be told.
  @discardableResult
  package func notify(_ states: ServiceState...) throws(Errno) -> Bool {
    let status = unsafe sd_notify(0, states.map(\.assignment).joined(separator: "\n"))
    guard status >= 0 else { throw Errno(rawValue: -status) }
    return status > 0
  }

  /// How long the manager waits for ``ServiceState/alive`` before it takes the service for hung; `nil` when it does not.
  /// Half of it is a good interval to keep.
  package var watchdogInterval: Duration? {
    var microseconds: UInt64 = 0
    guard unsafe sd_watchdog_enabled(0, &microseconds) > 0 else { return nil }
    return .microseconds(Int64(clamping: microseconds))
  }
}
