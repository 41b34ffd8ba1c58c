package import Logging
import SystemPackage

/// Writes log events to the journal, each metadata key as a field of its own.
///
/// - `nianbao.file` becomes `NIANBAO_FILE`, ``JournalEvent/metadataKey`` becomes `MESSAGE_ID`.
/// - An array becomes one field for each element.
/// - ``JournalPriority/metadataKey`` sets the priority; otherwise the level does.
/// - A key that makes no field name, or one that is not metadata's to set, is kept in `METADATA` as `key=value`.
package struct JournalLogHandler: LogHandler {
  package var logLevel: Logger.Level
  package var metadata: Logger.Metadata = [:]
  package var metadataProvider: Logger.MetadataProvider?

  private let identifier: String

  /// - Parameters:
  ///   - identifier: The program's name, `SYSLOG_IDENTIFIER`: what `journalctl -t` selects by.
  ///   - logLevel: Events below it are not written.
  ///   - metadataProvider: Adds metadata at each event.
  package init(identifier: String, logLevel: Logger.Level = .info, metadataProvider: Logger.MetadataProvider? = nil) {
    self.identifier = identifier
    self.logLevel = logLevel
    self.metadataProvider = metadataProvider
  }

  package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  package func log(event: LogEvent) {
    do {
      try Journal.send(fields(of: event))
    } catch {
      // A record that journald refuses is still worth a line where systemd or a terminal may see it.
      var fallback = StandardErrorLogHandler(logLevel: logLevel, prefixesPriority: Journal.isAvailable)
      fallback.metadata = context
      fallback[metadataKey: "journal.error"] = "\(error)"
      fallback.log(event: event)
    }
  }

  /// The record that an event becomes.
  func fields(of event: LogEvent) -> [JournalField] {
    LogRecord(event, context: context).journalFields(identifier: identifier)
  }

  private var context: Logger.Metadata {
    guard let metadataProvider else { return metadata }
    return metadata.merging(metadataProvider.get()) { _, provided in provided }
  }
}

extension LogRecord {
  fileprivate static let ownNames: Set<JournalField.Name> = [
    .message, .priority, .syslogIdentifier, .codeFile, .codeLine, .codeFunction,
  ]

  fileprivate func journalFields(identifier: String) -> [JournalField] {
    let own = [
      JournalField(.message, message),
      JournalField(.priority, String(priority.rawValue)),
      JournalField(.syslogIdentifier, identifier),
      JournalField(.codeFile, file),
      JournalField(.codeLine, String(line)),
      JournalField(.codeFunction, function),
    ]
    return own
      + entries.map { entry in
        guard let name = JournalField.Name(metadataKey: entry.key), !Self.ownNames.contains(name) else {
          return JournalField("METADATA", "\(entry.key)=\(entry.value)")
        }
        return JournalField(name, entry.value)
      }
  }
}
