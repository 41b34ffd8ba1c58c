import Foundation
import SystemPackage

/// What a finished command left behind.
struct CommandResult: CustomStringConvertible, Sendable {
  var command: [String]
  /// The exit status, or the signal that ended it.
  var status: Int32
  var standardOutput: String
  var standardError: String

  var succeeded: Bool { status == 0 }

  var description: String {
    "\(command.joined(separator: " ")) ended with \(status)\n\(standardOutput)\(standardError)"
  }
}

/// A command of the machine that the tests run on.
enum Command {
  /// Runs a command to its end. A status other than zero is a result, not an error.
  static func run(
    _ command: [String], in folder: URL? = nil, environment: [String: String]? = nil
  ) async throws -> CommandResult {
    let output = try CapturedOutput()
    let error = try CapturedOutput()
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    process.currentDirectoryURL = folder
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output.handle
    process.standardError = error.handle
    let status = try await withCheckedThrowingContinuation { continuation in
      process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
      do {
        try process.run()
      } catch {
        continuation.resume(throwing: error)
      }
    }
    return try CommandResult(
      command: command, status: status, standardOutput: output.text(), standardError: error.text())
  }

  /// Runs a command that has to succeed.
  @discardableResult
  static func require(
    _ command: [String], in folder: URL? = nil, environment: [String: String]? = nil
  ) async throws -> String {
    let result = try await run(command, in: folder, environment: environment)
    guard result.succeeded else { throw MachineError("A command failed.", detail: result.description) }
    return result.standardOutput
  }

  /// Whether a program is found in PATH.
  static func isInstalled(_ program: String) -> Bool {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return path.split(separator: ":").contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(program)") }
  }
}

/// A nameless file that takes what a process prints. Unlike a pipe it never makes the process wait for a reader.
final class CapturedOutput: Sendable {
  let handle: FileHandle

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "nianbaod-output-\(UUID().uuidString)")
    // Appending keeps what is written at the end, wherever a reader has moved to.
    let descriptor = try FileDescriptor.open(
      FilePath(url.path), .readWrite, options: [.create, .exclusiveCreate, .append, .closeOnExec],
      permissions: .ownerReadWrite)
    handle = FileHandle(fileDescriptor: descriptor.rawValue, closeOnDealloc: true)
    try FileManager.default.removeItem(at: url)
  }

  /// All that has been printed so far.
  func text() throws -> String {
    try handle.seek(toOffset: 0)
    return String(decoding: try handle.readToEnd() ?? Data(), as: UTF8.self)
  }
}
