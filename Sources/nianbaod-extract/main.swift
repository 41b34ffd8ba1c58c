import Extraction
import ExtractionProtocol
import Glibc
import LinuxSystem
import Sandbox
import SystemPackage

// The worker: reads hostile files, answers documents. It is started by nianbaod, which talks to it through its standard
// input, and lives until that is closed.

do {
  let arguments = CommandLine.arguments.dropFirst().compactMap { Int($0) }
  guard arguments.count == 2, let memory = arguments.first, let seconds = arguments.last else {
    throw StartError(description: "nianbaod-extract is started by nianbaod; there is nothing to run by hand")
  }
  // If the parent is gone already, the closed connection ends the worker just as well.
  try? ProcessRestrictions.dieWithParent()
  let worker = Worker(socket: MessageSocket(taking: OwnedDescriptor(taking: 0)), secondsForFile: seconds)
  do {
    let extractor = try Extractor()
    try ProcessRestrictions.exitWhenOutOfMemory(status: WorkerGreeting.outOfMemoryStatus)
    let confinement = try ReaderSandbox.enter(limits: ResourceLimits(addressSpace: memory))
    try worker.greet(.ready(landlock: confinement.landlock))
    try worker.work(with: extractor)
  } catch let error as ExtractionSetupError {
    try worker.greet(.refused(error.description))
  } catch let error as SandboxError {
    try worker.greet(.refused(error.description))
  }
} catch {
  // Standard error leads to the daemon's journal.
  _ = try? FileDescriptor.standardError.writeAll("nianbaod-extract: \(error)\n".utf8)
  exit(EXIT_FAILURE)
}
