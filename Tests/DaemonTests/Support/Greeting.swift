import ExtractionProtocol

/// The first word of a process that is shut in, for one that is a shell script.
enum Greeting {
  static let ready = command(.ready(landlock: 1))

  static let readyWithoutLandlock = command(.ready(landlock: nil))

  static func refused(_ reason: String) -> String { command(.refused(reason)) }

  private static func command(_ greeting: WorkerGreeting) -> String {
    let message = greeting.message
    let bytes = [0, 0, 0, UInt8(message.count)] + message
    let octal = bytes.map { byte in
      let digits = String(byte, radix: 8)
      return "\\" + String(repeating: "0", count: 3 - digits.count) + digits
    }
    return "printf '\(octal.joined())' >&0"
  }
}
