package import Logging

/// Where the service's log goes.
package enum ServiceLog {
  /// The journal when systemd connected standard error to it, otherwise lines on standard error.
  ///
  /// - Parameters:
  ///   - identifier: The program's name in the journal.
  ///   - logLevel: Events below it are not written.
  ///   - metadataProvider: Adds metadata at each event.
  /// - Returns: A handler for `LoggingSystem.bootstrap` or a logger of one's own.
  package static func handler(
    identifier: String,
    logLevel: Logger.Level = .info,
    metadataProvider: Logger.MetadataProvider? = nil
  ) -> any LogHandler {
    guard Journal.isAvailable else {
      return StandardErrorLogHandler(logLevel: logLevel, metadataProvider: metadataProvider)
    }
    return JournalLogHandler(identifier: identifier, logLevel: logLevel, metadataProvider: metadataProvider)
  }
}
