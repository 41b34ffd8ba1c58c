import CAttempts
import Glibc
import LinuxSystem
import Sandbox
import SystemPackage

// Shuts itself in as a worker or a converter does, tries something, and answers what came of it: nothing for success,
// otherwise the name of an error.
//
//     sandbox-probe reader ATTEMPT [PATH]
//     sandbox-probe office ATTEMPT PATH FOLDER
//     sandbox-probe free   ATTEMPT [PATH]       without a sandbox, to see that the attempt can succeed
//
// Behind `reader` may stand `,` and a system call that the kernel is to lack. Of a sandbox that cannot be entered the
// reason is answered.

let arguments = CommandLine.arguments.dropFirst() + ["", "", "", ""]
let (kind, name, path, folder) = (arguments[1].split(separator: ","), arguments[2], arguments[3], arguments[4])
let socket = MessageSocket(taking: OwnedDescriptor(taking: 0))

do {
  try ProcessRestrictions.exitWhenOutOfMemory(status: 42)
  if kind.count > 1, unsafe lack(String(kind[1])) != 0 { exit(EXIT_FAILURE) }
  switch kind.first {
  case "reader":
    _ = try ReaderSandbox.enter(limits: ResourceLimits(addressSpace: 1 << 30))
    try ResourceLimits.allowProcessorTime(seconds: 0)
  case "office":
    let limits = ResourceLimits(addressSpace: 2 << 30, fileSize: 2 << 20, processorTime: 1)
    _ = try OfficeSandbox.enter(
      folder: FilePath(folder), suite: "/usr/lib/libreoffice", program: "/usr/bin/true", limits: limits)
  default:
    break
  }
  let error = unsafe attempt(name, path)
  let answer = error == 0 ? "done" : unsafe error_name(error).map { unsafe String(cString: $0) } ?? "no such attempt"
  try socket.send(Array(answer.utf8), deadline: nil)
} catch let error as SandboxError {
  try socket.send(Array(error.description.utf8.prefix(100)), deadline: nil)
} catch {
  _ = try? FileDescriptor.standardError.writeAll("sandbox-probe: \(error)\n".utf8)
  exit(EXIT_FAILURE)
}
