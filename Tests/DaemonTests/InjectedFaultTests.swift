import Foundation
import Glibc
import Ledger
import TestFixtures
import TestSockets
import Testing

/// System calls that fail as they do on a disk that fails or a quota that is used up, one kind at a time.
@Suite(.serialized, .timeLimit(.minutes(30))) struct InjectedFaultTests {
  struct Fault: Sendable, CustomTestStringConvertible {
    var call: String
    var error: String
    /// What is done instead of failing.
    var delay: String?

    var testDescription: String { "\(call) fails with \(error)" }
  }

  static let faults = [
    Fault(call: "syncfs", error: "EIO"), Fault(call: "syncfs", error: "EDQUOT"),
    Fault(call: "mkdirat", error: "EDQUOT"),
    Fault(call: "renameat2", error: "EIO"), Fault(call: "fdatasync", error: "EIO"),
    Fault(call: "pwrite64", error: "EDQUOT"),
  ]

  private func report(_ number: Int) throws -> [UInt8] {
    try Corpus.bytes("qinghe-2024.raw.txt") + Array("\n\(String(repeating: "\t", count: number))\n".utf8)
  }

  /// The kernel's own way of failing a call, by `strace`; `nil` where that is not to be had.
  private func inject(_ fault: Fault, into daemon: RunningDaemon) throws -> Process? {
    let strace = Process()
    strace.executableURL = URL(filePath: "/usr/bin/strace")
    strace.arguments = [
      "-f", "-qq", "-o", "/dev/null", "-e", "trace=\(fault.call)", "-e",
      "inject=\(fault.call):\(fault.delay ?? "error=\(fault.error)")",
      "-p", "\(daemon.pid)",
    ]
    strace.standardError = FileHandle.nullDevice
    do { try strace.run() } catch { return nil }
    for _ in 0..<100 {
      let status = try String(contentsOfFile: "/proc/\(daemon.pid)/status", encoding: .utf8)
      if !status.contains("TracerPid:\t0\n") { return strace }
      usleep(20_000)
    }
    kill(strace.processIdentifier, SIGKILL)
    return nil
  }

  @Test(arguments: faults)
  func `nothing is lost, and the service goes on by itself`(_ fault: Fault) async throws {
    let daemon = try RunningDaemon()
    #expect(try await daemon.waits { daemon.log.contains("watching") })
    // So that the ledger is in use.
    try daemon.scratch.write(report(0), to: "spool/inbox/0.txt")
    #expect(try await daemon.waits { daemon.files(in: "accepted").count == 2 && daemon.files(in: ".work").isEmpty })
    guard let strace = try inject(fault, into: daemon) else {
      FileHandle.standardError.write(Data("strace cannot attach: \(fault.testDescription) is NOT tested.\n".utf8))
      return
    }
    for number in 1...5 { try daemon.scratch.write(report(number), to: "spool/inbox/\(number).txt") }
    #expect(try await daemon.waits { daemon.log.contains("no reports are taken in") }, "\(daemon.log)")
    #expect(daemon.log.components(separatedBy: "accepted 0.txt").count == 2)
    #expect(!daemon.log.contains("accepted 1.txt"))
    // It lets go of whom it traces; a milder signal may be blocked for the children of who runs the tests.
    kill(strace.processIdentifier, SIGKILL)
    strace.waitUntilExit()

    #expect(try await daemon.waits { daemon.files(in: "accepted").count == 12 && daemon.files(in: ".work").isEmpty })
    #expect(try await daemon.waits { daemon.log.contains("reports are taken in again") }, "\(daemon.log)")
    for number in 0...5 {
      #expect(try Data(contentsOf: daemon.scratch.url("spool/accepted/\(number).txt")) == Data(report(number)))
      #expect(daemon.log.components(separatedBy: "accepted \(number).txt").count == 2)
    }
    #expect(daemon.end() == (0, .exit))
    let ledger = try Ledger(path: daemon.scratch.url("state/ledger.sqlite").path)
    #expect(try ledger.submissions(SubmissionFilter()).count == 6)
  }

  @Test func `the watchdog is not fed while a thread hangs, and is again when it gets on`() async throws {
    let name = "@nianbaod-test-\(UUID().uuidString)"
    let socket = try DatagramSocket(listeningAt: name)
    try socket.limitWaiting(toSeconds: 20)
    let daemon = try RunningDaemon(environment: ["NOTIFY_SOCKET": name, "WATCHDOG_USEC": "2000000"])
    #expect(try await daemon.waits { daemon.log.contains("watching") })
    let slow = Fault(call: "syncfs", error: "", delay: "delay_enter=15s:when=1")
    guard let strace = try inject(slow, into: daemon) else {
      FileHandle.standardError.write(Data("strace cannot attach: a thread that hangs is NOT tested.\n".utf8))
      return
    }
    try daemon.scratch.write(report(1), to: "spool/inbox/1.txt")
    #expect(
      try await daemon.waits { daemon.log.contains("at the same job since the last look: filing") }, "\(daemon.log)")
    func signsSoFar() throws -> Int {
      var signs = 0
      while let datagram = try? socket.receive() {
        signs += String(decoding: datagram, as: UTF8.self).contains("WATCHDOG=1") ? 1 : 0
      }
      return signs
    }
    try socket.limitWaiting(toSeconds: 4)
    // It ends with four seconds in which nothing came: a sign of life every second is due otherwise.
    #expect(try signsSoFar() > 0)
    #expect(!daemon.log.contains("accepted 1.txt"))
    #expect(try await daemon.waits { daemon.log.contains("accepted 1.txt") })
    kill(strace.processIdentifier, SIGKILL)
    strace.waitUntilExit()
    var isFed = false
    for _ in 0..<20 where !isFed {
      isFed = String(decoding: try socket.receive(), as: UTF8.self).contains("WATCHDOG=1")
    }
    #expect(isFed)
    // Who has too many signs of life before it that nobody reads waits, and does not end.
    Thread.detachNewThread { while (try? socket.receive()) != nil {} }
    #expect(daemon.log.components(separatedBy: "at the same job").count == 2)
    #expect(daemon.end() == (0, .exit))
  }

  @Test func `a ledger that somebody else holds is waited for`() async throws {
    let daemon = try RunningDaemon()
    #expect(try await daemon.waits { daemon.log.contains("watching") })
    let holder = Process()
    holder.executableURL = URL(filePath: "/usr/bin/python3")
    holder.arguments = [
      "-c",
      """
      import sqlite3, sys
      ledger = sqlite3.connect(sys.argv[1], isolation_level=None)
      ledger.execute("BEGIN IMMEDIATE")
      print("held", flush=True)
      sys.stdin.read()
      """, daemon.scratch.url("state/ledger.sqlite").path,
    ]
    let (input, output) = (Pipe(), Pipe())
    holder.standardInput = input
    holder.standardOutput = output
    try holder.run()
    // The line may come in pieces.
    var line = Data()
    while line.last != UInt8(ascii: "\n") {
      let piece = output.fileHandleForReading.availableData
      try #require(!piece.isEmpty)
      line += piece
    }

    for number in 1...3 { try daemon.scratch.write(report(number), to: "spool/inbox/\(number).txt") }
    #expect(try await daemon.waits { daemon.log.contains("no reports are taken in") }, "\(daemon.log)")
    #expect(daemon.log.contains("locked"))
    try input.fileHandleForWriting.close()
    holder.waitUntilExit()
    #expect(try await daemon.waits { daemon.log.contains("reports are taken in again") }, "\(daemon.log)")
    #expect(try await daemon.waits { daemon.files(in: "accepted").count == 6 && daemon.files(in: ".work").isEmpty })
    #expect(daemon.end() == (0, .exit))
    let ledger = try Ledger(path: daemon.scratch.url("state/ledger.sqlite").path)
    #expect(try ledger.submissions(SubmissionFilter()).count == 3)
  }

  @Test func `folders for which no watches are left are found by the rescan`() async throws {
    let scratch = try Scratch()
    for number in 0..<6 {
      try FileManager.default.createDirectory(
        at: scratch.url("spool/inbox/office \(number)"), withIntermediateDirectories: true)
    }
    // A limit of its own has only a user namespace.
    let daemon = try RunningDaemon(
      configuration: "settle: 50ms\nrescan: 1s\n", scratch: scratch,
      launcher: [
        "/usr/bin/unshare", "--user", "--map-root-user", "/bin/sh", "-c",
        "echo 4 >/proc/sys/user/max_inotify_watches && exec \"$@\"", "sh",
      ])
    _ = try await daemon.waits { daemon.log.contains("watching") || !daemon.isRunning }
    guard daemon.isRunning else {
      FileHandle.standardError.write(
        Data("No user namespace: running out of watches is NOT tested.\n\(daemon.log)".utf8))
      return
    }
    #expect(daemon.log.contains("with 4 folders"))
    #expect(daemon.log.components(separatedBy: "raise the sysctl fs.inotify.max_user_watches").count == 4)
    for number in 0..<6 { try scratch.write(report(number), to: "spool/inbox/office \(number)/a.txt") }
    #expect(try await daemon.waits { daemon.files(in: "accepted").count == 12 && daemon.files(in: ".work").isEmpty })
    // Not with every rescan.
    #expect(daemon.log.components(separatedBy: "raise the sysctl fs.inotify.max_user_watches").count == 4)
    #expect(daemon.end() == (0, .exit))
  }
}

/// A device that fails under a file system, which then gives up its journal and can only be mounted anew.
@Suite(.timeLimit(.minutes(30))) struct FailingDeviceTests {
  private func run(_ command: String...) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  @Test func `what was dropped before a device failed is judged when it is mounted again`() async throws {
    guard geteuid() == 0 else {
      FileHandle.standardError.write(Data("Not root, no device can fail: that is NOT tested.\n".utf8))
      return
    }
    let scratch = try Scratch()
    // The device is a file with holes on a disk that becomes full: what is written into a hole fails then.
    let backing = try MountedDisk(at: scratch.url("backing"), options: "size=48m")
    let image = scratch.url("backing/image").path
    try FileManager.default.createDirectory(at: scratch.url("spool"), withIntermediateDirectories: true)
    let spool = scratch.url("spool").path
    try #require(run("truncate", "-s", "200M", image) == 0)
    try #require(
      run("mkfs.ext4", "-q", "-E", "lazy_itable_init=0,lazy_journal_init=0,nodiscard", "-J", "size=4", image) == 0)
    try #require(run("mount", "-o", "loop", image, spool) == 0)
    defer { _ = try? run("umount", "-l", spool) }

    let daemon = try RunningDaemon(
      configuration: "settle: 50ms\nrescan: 0\nlimits: { file: 1MiB }\n", scratch: scratch)
    #expect(try await daemon.waits { daemon.log.contains("watching") })
    let bytes = try Corpus.bytes("qinghe-2024.raw.txt")
    for number in 0..<20 { try scratch.write(bytes + [UInt8(ascii: "\n")], to: "spool/dropped/\(number).txt") }
    try #require(run("sync", "-f", spool) == 0)
    _ = try run("dd", "if=/dev/zero", "of=" + scratch.url("backing/ballast").path, "bs=1M")
    for number in 0..<20 {
      try FileManager.default.moveItem(
        at: scratch.url("spool/dropped/\(number).txt"), to: scratch.url("spool/inbox/\(number).txt"))
    }
    #expect(try await daemon.waits { daemon.log.contains("no reports are taken in") }, "\(daemon.log)")
    #expect(daemon.end() == (0, .exit))

    // What an administrator does then.
    try #require(run("umount", spool) == 0)
    try FileManager.default.removeItem(at: scratch.url("backing/ballast"))
    // A copy: who holds mounts of their own, as other tests do, keeps the failed file system of the first one alive.
    let rescued = scratch.url("rescued").path
    try #require(run("cp", "--sparse=always", image, rescued) == 0)
    #expect(try run("e2fsck", "-p", rescued) < 4)
    try #require(run("mount", "-o", "loop", rescued, spool) == 0)
    // Not all moves into the inbox have come to the disk.
    let dropped = scratch.url("spool/dropped").path
    for name in (try? FileManager.default.contentsOfDirectory(atPath: dropped)) ?? [] {
      try FileManager.default.moveItem(
        at: scratch.url("spool/dropped/\(name)"), to: scratch.url("spool/inbox/\(name)"))
    }
    try daemon.restart()
    #expect(
      try await daemon.waits { daemon.files(in: "accepted").count == 40 && daemon.files(in: ".work").isEmpty },
      "\(daemon.log)")
    for number in 0..<20 {
      #expect(try Data(contentsOf: scratch.url("spool/accepted/\(number).txt")) == Data(bytes + [UInt8(ascii: "\n")]))
    }
    #expect(daemon.end() == (0, .exit))
    #expect(try run("umount", spool) == 0)
    _ = consume backing
  }
}
