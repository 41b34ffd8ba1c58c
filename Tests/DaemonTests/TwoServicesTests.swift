import Foundation
import Glibc
import TestFixtures
import Testing

/// Two services that were given the same folders.
@Suite(.serialized, .timeLimit(.minutes(30))) struct TwoServicesTests {
  private func start(_ daemon: RunningDaemon, spool: String = "spool", state: String = "state") throws
    -> Program.Result
  {
    let scratch = daemon.scratch
    try FileManager.default.createDirectory(at: scratch.url(spool + "/inbox"), withIntermediateDirectories: true)
    return try Program.run([
      "run", "--config", scratch.url("nianbaod.yaml").path, "--spool", scratch.url(spool).path, "--state",
      scratch.url(state).path,
    ])
  }

  private func expectUnharmed(_ daemon: RunningDaemon) async throws {
    let status = try Program.run([
      "status", "--config", daemon.scratch.url("nianbaod.yaml").path, "--spool", daemon.scratch.url("spool").path,
      "--state", daemon.scratch.url("state").path,
    ])
    #expect(status.status == 0 && status.output.contains("running"), "\(status)")
    try daemon.scratch.write(Corpus.bytes("qinghe-2024.raw.txt"), to: "spool/inbox/a.txt")
    #expect(try await daemon.waits { daemon.exists("accepted/a.txt") })
    #expect(daemon.end() == (0, .exit))
    #expect(daemon.log.components(separatedBy: "accepted a.txt").count == 2)
  }

  @Test func `the second on one state folder does not start, and says who has it`() async throws {
    let daemon = try RunningDaemon()
    #expect(try await daemon.waits { daemon.log.contains("watching") })
    let second = try start(daemon, spool: "another")
    #expect(second.status == 75)
    #expect(
      second.errors.contains(
        "another nianbaod, process \(daemon.pid), works with \(daemon.scratch.url("state").path), and only one may"),
      "\(second.errors)")
    try await expectUnharmed(daemon)
  }

  @Test func `the second on one spool does not start, whatever state folder it has`() async throws {
    let daemon = try RunningDaemon()
    #expect(try await daemon.waits { daemon.log.contains("watching") })
    let second = try start(daemon, state: "another")
    #expect(second.status == 75)
    #expect(
      second.errors.contains(
        "another nianbaod, process \(daemon.pid), works with \(daemon.scratch.url("spool").path), and only one may"),
      "\(second.errors)")
    try await expectUnharmed(daemon)
  }

  @Test func `what a service that was killed had is the next one's`() async throws {
    let daemon = try RunningDaemon()
    #expect(try await daemon.waits { daemon.log.contains("watching") })
    #expect(daemon.end(by: SIGKILL).reason == .uncaughtSignal)
    #expect(FileManager.default.fileExists(atPath: daemon.scratch.url("state/control").path))
    try daemon.restart()
    #expect(try await daemon.waits { daemon.log.components(separatedBy: "watching").count == 3 }, "\(daemon.log)")
    try await expectUnharmed(daemon)
  }

  @Test func `a spool that is opened again is still the service's own`() async throws {
    let daemon = try RunningDaemon()
    #expect(try await daemon.waits { daemon.log.contains("watching") })
    #expect(kill(daemon.pid, SIGHUP) == 0)
    #expect(try await daemon.waits { daemon.log.contains("the configuration was read anew") })
    #expect(try start(daemon, state: "another").status == 75)
    let (spool, away) = (daemon.scratch.url("spool"), daemon.scratch.url("away"))
    try FileManager.default.moveItem(at: spool, to: away)
    try FileManager.default.moveItem(at: away, to: spool)
    try await expectUnharmed(daemon)
  }
}
