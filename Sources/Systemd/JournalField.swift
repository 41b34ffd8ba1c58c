/// One field of a journal record.
///
/// The value is bytes: whatever a file name may hold, newlines included, stays inside its field.
package struct JournalField: Hashable, Sendable {
  package let name: Name
  package let value: [UInt8]

  package init(_ name: Name, _ value: some Sequence<UInt8>) {
    self.name = name
    self.value = Array(value)
  }

  package init(_ name: Name, _ value: String) {
    self.init(name, value.utf8)
  }

  /// `NAME=value`, as sd_journal_sendv(3) takes a field: it ends where its length says, not at a newline.
  var payload: [UInt8] {
    Array(name.rawValue.utf8) + CollectionOfOne(UInt8(ascii: "=")) + value
  }
}

extension JournalField {
  /// The name of a field: capital letters, digits and underscores, 64 at most, a letter first.
  ///
  /// journald keeps names with a leading underscore for what it knows itself, and drops names that break the other
  /// rules without a word.
  package struct Name: Hashable, Sendable, RawRepresentable, CustomStringConvertible {
    package let rawValue: String

    /// `nil` for text that journald would not take as a name.
    package init?(rawValue: String) {
      guard let first = rawValue.utf8.first, Self.isCapital(first),
        rawValue.utf8.count <= 64,
        rawValue.utf8.allSatisfy({ Self.isCapital($0) || Self.isDigit($0) || $0 == UInt8(ascii: "_") })
      else { return nil }
      self.rawValue = rawValue
    }

    /// The name that a metadata key stands for: `nianbao.file` is `NIANBAO_FILE`. `nil` when it makes no name.
    package init?(metadataKey key: String) {
      let folded = key.uppercased().utf8.map { byte in
        Self.isCapital(byte) || Self.isDigit(byte) ? byte : UInt8(ascii: "_")
      }
      self.init(rawValue: String(decoding: folded, as: UTF8.self))
    }

    package var description: String { rawValue }

    private static func isCapital(_ byte: UInt8) -> Bool {
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
  }
}

extension JournalField.Name: ExpressibleByStringLiteral {
  package init(stringLiteral value: StaticString) {
    guard let name = Self(rawValue: value.description) else {
      preconditionFailure("\(value) is no name of a journal field")
    }
    self = name
  }
}

extension JournalField.Name {
  package static let message: Self = "MESSAGE"
  package static let messageID: Self = "MESSAGE_ID"
  package static let priority: Self = "PRIORITY"
  package static let syslogIdentifier: Self = "SYSLOG_IDENTIFIER"
  package static let codeFile: Self = "CODE_FILE"
  package static let codeLine: Self = "CODE_LINE"
  package static let codeFunction: Self = "CODE_FUNC"
}
