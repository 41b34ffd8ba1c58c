package import SystemPackage

/// Why a process could not be shut in. It must not read anything then.
package struct SandboxError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What could not be done.
  package var step: String
  package var cause: Errno

  package var description: String { "\(step): \(cause)" }

  /// Says of what fails in `body` which step it was.
  static func explaining<Value: ~Copyable>(
    _ step: String, _ body: () throws(Errno) -> Value
  ) throws(SandboxError) -> Value {
    do {
      return try body()
    } catch {
      throw SandboxError(step: step, cause: error)
    }
  }
}
