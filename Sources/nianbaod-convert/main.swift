import ExtractionProtocol
import Glibc
import LinuxSystem
import Sandbox
import SystemPackage

// Becomes an office suite that can do no harm, for one file that comes over standard input. A program of its own: what
// reads files may start nothing, and what starts something links no reader.

do {
  let conversion = try Conversion(arguments: Array(CommandLine.arguments.dropFirst()))
  try? ProcessRestrictions.dieWithParent()
  // The suite does not inherit the duplicate.
  let socket = MessageSocket(taking: try CurrentProcess.standardInput())
  do {
    let confinement = try conversion.enterSandbox()
    try socket.send(WorkerGreeting.ready(landlock: confinement.landlock).message, deadline: nil)
  } catch let error as SandboxError {
    try socket.send(WorkerGreeting.refused(error.description).message, deadline: nil)
    exit(EXIT_FAILURE)
  }
  var message = try socket.receive(maximumBytes: 0, deadline: nil)
  guard let file = message.takeDescriptor() else { exit(EXIT_SUCCESS) }
  try conversion.run(on: file)
} catch {
  // Standard error leads to the daemon's journal.
  _ = try? FileDescriptor.standardError.writeAll("nianbaod-convert: \(error)\n".utf8)
  exit(EXIT_FAILURE)
}
