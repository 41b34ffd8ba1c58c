import Foundation
import Glibc
import LinuxSystem
import SystemPackage

/// A process that shuts itself in and then tries something, see Tests/SandboxProbe.
enum Probe {
  struct Result: Equatable {
    /// `done`, or the name of an error such as `EPERM`; `nil` when the process was ended first.
    var answer: String?
    var end: TerminationStatus
  }

  private static let program = FilePath(
    URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
      .appending(path: "sandbox-probe").path)

  /// Runs one attempt.
  ///
  /// - Parameters:
  ///   - kind: `reader`, `office`, or `free` for none at all; `reader,seccomp` on a kernel without that call.
  ///   - attempt: Its name in Tests/CAttempts.
  ///   - path: The file that it is about.
  ///   - folder: That which an office suite may write in.
  /// - Returns: What came of it.
  /// - Throws: When the probe cannot be run, or does not end.
  static func run(_ kind: String, _ attempt: String, _ path: String = "", folder: String = "") throws -> Result {
    let process = try ChildProcess(executable: program, arguments: [kind, attempt, path, folder], environment: [:])
    let deadline = SuspendingClock.now + .seconds(60)
    var answer: String?
    do {
      answer = String(decoding: try process.socket.receive(maximumBytes: 100, deadline: deadline).bytes, as: UTF8.self)
    } catch MessageSocketError.closed {
      answer = nil
    }
    guard try process.waitForEnd(until: deadline) else { throw POSIXError(.ETIMEDOUT) }
    return Result(answer: answer, end: try process.reap())
  }

  /// Whether the kernel has Landlock. Where it has not, standard error is told, once, that nothing of it is tested.
  static let hasLandlock: Bool = {
    guard LandlockRuleset.version == nil else { return true }
    let text = "This kernel has no Landlock: that files cannot be read in the sandbox is NOT tested.\n"
    FileHandle.standardError.write(Data(text.utf8))
    return false
  }()
}

/// A folder that goes when the test does, with a file in it.
final class ProbeFolder {
  let url: URL
  var file: String { url.appending(path: "file").path }

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "nianbaod-probe-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
    try Data("text".utf8).write(to: url.appending(path: "file"))
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  /// A socket at which somebody listens, as the system's own services do.
  func listen(at name: String) throws -> String {
    let path = url.appending(path: name).path
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    unsafe withUnsafeMutableBytes(of: &address.sun_path) { bytes in unsafe bytes.copyBytes(from: path.utf8) }
    let descriptor = socket(AF_UNIX, CInt(SOCK_STREAM.rawValue), 0)
    let isBound = unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        unsafe bind(descriptor, pointer, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
      }
    }
    guard isBound, Glibc.listen(descriptor, 5) == 0 else { throw POSIXError(.EADDRNOTAVAIL) }
    return path
  }
}
