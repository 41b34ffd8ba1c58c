import Foundation
import Synchronization

/// The real program, watching a spool of its own.
final class RunningDaemon: Sendable {
  let scratch: Scratch
  private let process: Mutex<Process>
  private let program: URL
  private let environment: [String: String]
  /// Whether the command line says where the folders are.
  private let overridesFolders: Bool
  /// The configuration, which says so itself.
  let configurationWithFolders: String
  /// A program that becomes this one, with its arguments.
  private let launcher: [String]

  /// The programs lie beside the test bundle.
  static let programs = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()

  init(
    configuration: String = "settle: 50ms\nrescan: 0\n", scratch: Scratch? = nil,
    programs: URL = RunningDaemon.programs,
    environment: [String: String] = [:], launcher: [String] = [], overridesFolders: Bool = true
  ) throws {
    self.scratch = try scratch ?? Scratch()
    program = programs.appending(path: "nianbaod")
    self.environment = environment
    self.launcher = launcher
    self.overridesFolders = overridesFolders
    configurationWithFolders =
      configuration + "spool: \"\(self.scratch.url("spool").path)\"\nstate: \"\(self.scratch.url("state").path)\"\n"
    try self.scratch.write(overridesFolders ? configuration : configurationWithFolders, to: "nianbaod.yaml")
    try FileManager.default.createDirectory(at: self.scratch.url("spool/inbox"), withIntermediateDirectories: true)
    process = Mutex(try Self.start(program, self.scratch, environment, launcher, overridesFolders))
  }

  deinit {
    process.withLock { $0.terminate() }
  }

  private static func start(
    _ program: URL, _ scratch: Scratch, _ environment: [String: String], _ launcher: [String],
    _ overridesFolders: Bool
  ) throws -> Process {
    let process = Process()
    let command =
      launcher + [program.path, "run", "--config", scratch.url("nianbaod.yaml").path]
      + (overridesFolders ? ["--spool", scratch.url("spool").path, "--state", scratch.url("state").path] : [])
    process.executableURL = URL(filePath: command[0])
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.arguments = Array(command.dropFirst())
    let log = scratch.url("log")
    if !FileManager.default.fileExists(atPath: log.path) {
      _ = FileManager.default.createFile(atPath: log.path, contents: nil)
    }
    let handle = try FileHandle(forWritingTo: log)
    try handle.seekToEnd()
    process.standardError = handle
    try process.run()
    return process
  }

  var pid: Int32 { process.withLock { $0.processIdentifier } }

  var isRunning: Bool { process.withLock { $0.isRunning } }

  /// What it has logged so far.
  var log: String { (try? String(contentsOf: scratch.url("log"), encoding: .utf8)) ?? "" }

  /// Sends a signal and waits for the end.
  func end(by signal: Int32 = SIGTERM) -> (status: Int32, reason: Process.TerminationReason) {
    process.withLock { process in
      kill(process.processIdentifier, signal)
      process.waitUntilExit()
      return (process.terminationStatus, process.terminationReason)
    }
  }

  func restart() throws {
    try process.withLock { $0 = try Self.start(program, scratch, environment, launcher, overridesFolders) }
  }

  func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: scratch.url("spool/" + path).path)
  }

  /// The files below a folder of the spool, by their paths in it.
  func files(in folder: String) -> [String] {
    let root = scratch.url("spool/" + folder)
    let found = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    return found.filter { path in
      var isFolder: ObjCBool = false
      return unsafe FileManager.default.fileExists(atPath: root.appending(path: path).path, isDirectory: &isFolder)
        && !isFolder.boolValue
    }.sorted()
  }

  /// Waits until something is so. Gives up after half a minute, which no machine should need.
  func waits(until condition: () -> Bool) async throws -> Bool {
    for _ in 0..<1500 {
      if condition() { return true }
      try await Task.sleep(for: .milliseconds(20))
    }
    return false
  }
}
