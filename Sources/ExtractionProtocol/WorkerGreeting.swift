/// What a process that is to read a hostile file says first: that it is shut in, or why it refuses to work.
package enum WorkerGreeting: Equatable, Sendable {
  /// - Parameter landlock: The version of Landlock that guards the file system; `nil` where the kernel has none.
  case ready(landlock: Int?)
  /// It has ended, or is about to.
  case refused(String)

  /// The longest greeting there is, in bytes.
  package static let longestMessage = 1024

  /// The exit status of a worker that crashed for want of memory. It is none of sysexits(3).
  package static let outOfMemoryStatus = 42

  package var message: [UInt8] {
    var writer = WireWriter()
    switch self {
    case .ready(let landlock):
      writer.write(0)
      writer.write(landlock)
    case .refused(let reason):
      writer.write(1)
      writer.write(String(reason.prefix(200)))
    }
    return writer.bytes
  }

  /// - Throws: ``WireError`` when the message is none of ``message``'s.
  package init(message: [UInt8]) throws(WireError) {
    var reader = WireReader(message)
    switch try reader.number() {
    case 0: self = .ready(landlock: try reader.optionalNumber())
    case 1: self = .refused(try reader.text())
    default: throw WireError(message: "it is no greeting")
    }
    guard reader.isAtEnd else { throw WireError(message: "there is more than a greeting") }
  }
}
