package import Logging

/// How urgent a record is, on the scale of syslog(3): the lower, the more urgent.
package enum JournalPriority: Int, CaseIterable, Sendable {
  case critical = 2
  case error
  case warning
  case notice
  case info
  case debug

  package init(_ level: Logger.Level) {
    self =
      switch level {
      case .critical: .critical
      case .error: .error
      case .warning: .warning
      case .notice: .notice
      case .info: .info
      case .debug, .trace: .debug
      }
  }

  /// The metadata key under which a log call sets its record's priority apart from its level.
  package static let metadataKey = "priority"

  /// The value to set under ``metadataKey``.
  package var metadataValue: Logger.MetadataValue { "\(rawValue)" }
}
