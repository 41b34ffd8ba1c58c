/// Why the daemon cannot start or go on, in a sentence with its remedy.
package struct DaemonError: Error, Sendable, CustomStringConvertible {
  package var description: String

  init(_ cause: some Error) {
    description = "\(cause)"
  }
}
