import Foundation
import Glibc
import TestSockets

/// A Debian machine of its own, booted with systemd, on which the programs are installed as `make install` does it.
///
/// It has its own processes, users, loopback network and journal, and this computer's kernel. It is off when the test
/// is over, also when the test process dies.
actor Machine {
  /// The machine of the running test's suite, see ``BootedMachine``.
  @TaskLocal static var current: Machine?

  /// The machine's file system, as seen from here. What lies below /tmp, /run and /dev is seen from inside only.
  nonisolated let root: URL

  private let runner: Process
  private let console: CapturedOutput
  /// Closed to shut the machine down.
  private let lifeline: FileHandle
  /// Ends when the machine is off.
  private let end: Task<Void, Never>
  /// The machine's first process, by its number here.
  private let leader: String

  /// Boots a machine, with the programs unless they are not to be installed yet, and returns when all that starts at boot
  /// has started.
  static func boot(_ image: MachineImage = .base, isInstalled: Bool = true) async throws -> Machine {
    let name = "nianbaod-\(UUID().uuidString.prefix(8).lowercased())"
    let folder = MachineImage.cache.appending(path: "machines/\(name)")
    let root = folder.appending(path: "root")
    do {
      let image = try await image.prepared()
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try await Command.require(["cp", "--archive", "--reflink=auto", image.path, root.path])
      if isInstalled { try await Checkout.install(into: root) }
    } catch {
      try? FileManager.default.removeItem(at: folder)
      throw error
    }
    return try await Machine(name: name, folder: folder, root: root)
  }

  private init(name: String, folder: URL, root: URL) async throws {
    self.root = root
    let events = try MachineEvents(address: "@\(name)")
    let lifeline = Pipe()
    self.lifeline = lifeline.fileHandleForWriting
    let console = try CapturedOutput()
    self.console = console
    runner = Process()
    runner.executableURL = URL(filePath: MachineImage.script("run-machine.sh"))
    runner.arguments = [name, folder.path]
    runner.environment = ProcessInfo.processInfo.environment.merging(["NOTIFY_SOCKET": events.address]) { $1 }
    runner.standardInput = lifeline.fileHandleForReading
    runner.standardOutput = console.handle
    runner.standardError = console.handle
    let (ended, endedContinuation) = AsyncStream.makeStream(of: Never.self)
    runner.terminationHandler = { _ in
      events.finish()
      endedContinuation.finish()
    }
    end = Task { for await _ in ended {} }
    try runner.run()

    guard let leader = await events.leaderOnceReady() else {
      try? lifeline.fileHandleForWriting.close()
      await end.value
      throw MachineError("The machine did not boot. Its console:", detail: try console.text())
    }
    self.leader = leader
  }

  /// Runs a command inside, as root, to its end. A status other than zero is a result, not an error.
  ///
  /// Start services by systemd: what a command leaves running is waited for.
  func run(_ command: [String]) async throws -> CommandResult {
    try await Command.run(
      ["nsenter", "--target", leader, "--mount", "--uts", "--ipc", "--net", "--pid", "--cgroup"] + command,
      environment: ["PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8"])
  }

  /// Runs a command inside, but with this computer's network, as a machine has that can reach Debian's mirrors.
  func runWithNetwork(_ command: [String]) async throws -> CommandResult {
    try await Command.run(
      ["nsenter", "--target", leader, "--mount", "--uts", "--ipc", "--pid", "--cgroup"] + command,
      environment: [
        "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8",
        "DEBIAN_FRONTEND": "noninteractive",
      ])
  }

  /// Runs a command inside that has to succeed, and returns what it printed.
  @discardableResult
  func require(_ command: [String]) async throws -> String {
    let result = try await run(command)
    guard result.succeeded else { throw MachineError("A command in the machine failed.", detail: result.description) }
    return result.standardOutput
  }

  /// Shuts the machine down and returns when it is off and its files are gone.
  func shutdown() async {
    try? lifeline.close()
    await end.value
  }
}
