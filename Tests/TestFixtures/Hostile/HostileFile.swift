/// A file made to wear its reader out, to break it, or to take it in; or one that is merely not what its name says.
package struct HostileFile: Sendable, CustomStringConvertible {
  /// What must come of it.
  package enum Outcome: Hashable, Sendable {
    case accepted
    /// Rejected, with one of these rules as its only finding.
    case refused(Set<String>)
    /// Rejected for whatever is missing in it.
    case rejected
    /// Nobody could tell.
    case held
  }

  package var description: String
  /// The name under which it is handed in.
  package var name: String
  package var outcome: Outcome
  package var bytes: @Sendable () throws -> [UInt8]

  init(
    _ description: String, _ name: String, _ outcome: Outcome,
    _ bytes: @autoclosure @escaping @Sendable () throws -> [UInt8]
  ) {
    self.description = description
    self.name = name
    self.outcome = outcome
    self.bytes = bytes
  }

  package static let all =
    bombs + entities + nestings + misnamed + packages + markup + texts + portable + encrypted + truncated

  /// What a reader must not let out of the machine it runs on.
  package static let secret = "root:"
}

extension String {
  func times(_ count: Int) -> String { String(repeating: self, count: count) }
}
