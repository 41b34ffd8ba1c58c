import Glibc
package import SystemPackage

/// Why a message could not be passed on.
package enum MessageSocketError: Error, Equatable, Sendable {
  /// The other side has closed its end or is gone.
  case closed
  /// The deadline has passed before the message was through.
  case timedOut
  /// The message holds more bytes than the limit. None of them was taken.
  case tooLarge(announced: Int, limit: Int)
  case system(Errno)

  init(_ error: Errno) {
    self =
      switch error {
      case .brokenPipe, .connectionReset: .closed
      case .timedOut: .timedOut
      default: .system(error)
      }
  }
}

extension MessageSocketError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .closed: "the other process has closed the connection"
    case .timedOut: "the other process did not answer in time"
    case .tooLarge(let announced, let limit): "the message has \(announced) bytes where \(limit) are allowed"
    case .system(let error): "the connection failed: \(error)"
    }
  }
}
