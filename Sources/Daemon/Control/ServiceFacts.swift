/// What a running service knows of itself, as it answers `nianbaod status`.
package struct ServiceFacts: Codable, Equatable, Sendable {
  package enum Phase: String, Codable, Sendable {
    case starting, running, stopping
  }

  package var version: String
  /// When it was started, in seconds since 1970.
  package var since: Int
  package var phase: Phase
  /// Whether the inbox is where it was.
  package var watching: Bool
  /// How many folders of the inbox are watched.
  package var folders: Int
  /// Why nothing is taken in; `nil` while everything is.
  package var obstacle: String?
  /// Whether the kernel says who still writes to a file; if not, the quiet time is all there is.
  package var checksWriters: Bool
  /// Whether the inbox is looked at by the clock, because its file system does not tell what others do.
  package var polls: Bool
  /// Since the start.
  package var rescans: Int
  /// How many times more happened than the system could hold, since the start.
  package var overflows: Int
  /// How many files wait, of those that are held in mind.
  package var waiting: Int
  /// By verdict.
  package var today: [String: Int]
}
