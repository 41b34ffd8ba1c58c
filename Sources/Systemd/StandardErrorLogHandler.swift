package import Logging
package import SystemPackage

/// Writes log events to standard error, one line each: `message key=value …`, keys sorted.
///
/// Whatever a message or a value holds, it stays on its line and cannot steer a terminal.
package struct StandardErrorLogHandler: LogHandler {
  package var logLevel: Logger.Level
  package var metadata: Logger.Metadata = [:]
  package var metadataProvider: Logger.MetadataProvider?

  private let prefixesPriority: Bool
  private let descriptor: FileDescriptor

  /// - Parameters:
  ///   - logLevel: Events below it are not written.
  ///   - prefixesPriority: Begins each line with `<N>`, which journald reads as its priority, sd-daemon(3).
  ///   - metadataProvider: Adds metadata at each event.
  ///   - descriptor: Where the lines go.
  package init(
    logLevel: Logger.Level = .info,
    prefixesPriority: Bool = false,
    metadataProvider: Logger.MetadataProvider? = nil,
    descriptor: FileDescriptor = .standardError
  ) {
    self.logLevel = logLevel
    self.prefixesPriority = prefixesPriority
    self.metadataProvider = metadataProvider
    self.descriptor = descriptor
  }

  package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  package func log(event: LogEvent) {
    let context = metadata.merging(metadataProvider?.get() ?? [:]) { _, provided in provided }
    let line = LogRecord(event, context: context).line(prefixesPriority: prefixesPriority)
    // Nobody is left to be told when standard error itself is broken.
    _ = try? descriptor.writeAll("\(line)\n".utf8)
  }
}

extension LogRecord {
  fileprivate func line(prefixesPriority: Bool) -> String {
    var line = prefixesPriority ? "<\(priority.rawValue)>" : ""
    line += message.escapingControls
    // The message's number in the catalog is for machines.
    for entry in entries where entry.key != JournalEvent.metadataKey {
      line += " \(entry.key.escapingControls)=\(entry.value.quotedWhereNeeded)"
    }
    return line
  }
}
