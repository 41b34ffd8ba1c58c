/// Why the programs that read a file could not: a failure of ours or of the machine, never a fault of the author's.
package protocol ReadingFailure: Error, Sendable, CustomStringConvertible {
  /// The failure as a clerk should hear of it, in Chinese.
  var clerkReason: String { get }
  /// Whether a process met its end over the file.
  var endedProcess: Bool { get }
}
