/// Something to tell the service manager, sd_notify(3).
package enum ServiceState: Hashable, Sendable {
  /// Start-up or reloading is finished.
  case ready
  /// The configuration is being read again; ``ready`` follows.
  case reloading
  /// The service is on its way down.
  case stopping
  /// A sign of life for the watchdog.
  case alive
  /// One line for administrators, shown by `systemctl status`.
  case status(String)
  /// Asks for this much time from now on, for a start or stop that takes longer than the unit allows.
  case extendTimeout(Duration)

  /// `NAME=value`, always one line.
  var assignment: String {
    switch self {
    case .ready: "READY=1"
    case .reloading: "RELOADING=1"
    case .stopping: "STOPPING=1"
    case .alive: "WATCHDOG=1"
    // A second line would be read as another assignment.
    case .status(let text): "STATUS=\(text.escapingControls)"
    case .extendTimeout(let time): "EXTEND_TIMEOUT_USEC=\(time.wholeMicroseconds)"
    }
  }
}

extension Duration {
  /// Rounded down; zero for a negative duration.
  fileprivate var wholeMicroseconds: Int64 {
    guard self > .zero else { return 0 }
    let (seconds, attoseconds) = components
    return seconds * 1_000_000 + attoseconds / 1_000_000_000_000
  }
}
