import Logging

/// A log event with all that its handler adds, flat and in a fixed order: what the journal and a terminal are given.
struct LogRecord: Equatable, Sendable {
  struct Entry: Equatable, Sendable {
    var key: String
    var value: String
  }

  var message: String
  var priority: JournalPriority
  /// Sorted by key. An array stands as one entry for each element, a dictionary as one for each `key.inner`.
  var entries: [Entry]
  var file: String
  var line: UInt
  var function: String

  /// What the event itself says comes before `context`, the metadata that its handler holds.
  init(_ event: LogEvent, context: Logger.Metadata) {
    var metadata = context
    metadata.merge(event.metadata ?? [:]) { _, own in own }
    priority = JournalPriority(event.level)
    if let value = metadata[JournalPriority.metadataKey], let wanted = JournalPriority(metadata: value) {
      priority = wanted
      metadata[JournalPriority.metadataKey] = nil
    }
    message = event.message.description
    entries = metadata.sorted { $0.key < $1.key }.flatMap { Self.entries(key: $0.key, value: $0.value) }
    if let error = event.error {
      entries.append(Entry(key: "error", value: "\(error)"))
    }
    file = event.file
    line = event.line
    function = event.function
  }

  private static func entries(key: String, value: Logger.MetadataValue) -> [Entry] {
    switch value {
    case .string(let text): [Entry(key: key, value: text)]
    case .stringConvertible(let value): [Entry(key: key, value: value.description)]
    case .array(let elements): elements.flatMap { entries(key: key, value: $0) }
    case .dictionary(let inner):
      inner.sorted { $0.key < $1.key }.flatMap { entries(key: "\(key).\($0.key)", value: $0.value) }
    }
  }
}

extension JournalPriority {
  /// The priority that a metadata value names by its number.
  fileprivate init?(metadata value: Logger.MetadataValue) {
    let text: String? =
      switch value {
      case .string(let text): text
      case .stringConvertible(let value): value.description
      case .array, .dictionary: nil
      }
    guard let number = text.flatMap(Int.init) else { return nil }
    self.init(rawValue: number)
  }
}
