import Foundation
import Ledger
import LinuxSystem
import Spool
import SystemPackage
import TestFixtures
import Testing

/// Reports that are in the work folder already and not yet whole, or change there.
@Suite(.serialized, .timeLimit(.minutes(10))) struct ClaimedFileTests {
  private static let page = ".审核结果.html"

  private func report() throws -> [UInt8] { try Corpus.bytes("qinghe-2024.raw.txt") }

  /// Claims a file as the daemon would have, had its writer opened it in the instant between the look and the claim.
  private func claim(_ name: String, in scratch: Scratch) throws {
    let spool = Spool(try SpoolLayout(root: FilePath(scratch.url("spool").path)))
    guard case .claimed(let claim) = try spool.claim(#require(InboxPath(FilePath(name)))), claim.isBeingWritten else {
      Issue.record("not claimed as a file that is being written")
      return
    }
  }

  @Test func `a claimed file is not judged before its writer has closed it, over a restart and the deadline`()
    async throws
  {
    let scratch = try Scratch()
    let daemon = try RunningDaemon(
      configuration: "settle: 50ms\nrescan: 0\nwriter_deadline: 1s\n", scratch: scratch)
    #expect(try await daemon.waits { daemon.log.contains("watching") })
    #expect(daemon.end() == (0, .exit))

    let path = try scratch.write(Array(report().prefix(1000)), to: "spool/inbox/青禾镇/slow.txt")
    let writer = try FileHandle(forWritingTo: URL(filePath: path))
    try writer.seekToEnd()
    try claim("青禾镇/slow.txt", in: scratch)
    try daemon.restart()
    try scratch.write(report() + Array("\n".utf8), to: "spool/inbox/quick.txt")
    #expect(try await daemon.waits { daemon.exists("accepted/quick.txt") })
    #expect(try await daemon.waits { daemon.log.contains("slow.txt is still open for writing after the deadline") })
    #expect(daemon.log.components(separatedBy: "still open for writing").count == 2)
    #expect(!daemon.exists("accepted/青禾镇/slow.txt"))

    // What waits by the minute is looked at anew by the next start.
    #expect(daemon.end() == (0, .exit))
    try daemon.restart()
    try await Task.sleep(for: .milliseconds(300))
    #expect(!daemon.exists("accepted/青禾镇/slow.txt") && !daemon.exists("rejected/青禾镇/slow.txt"))
    try writer.write(contentsOf: Data(report().dropFirst(1000)))
    try writer.close()
    #expect(try await daemon.waits { daemon.exists("accepted/青禾镇/slow.txt") && daemon.files(in: ".work").isEmpty })
    #expect(try Data(contentsOf: scratch.url("spool/accepted/青禾镇/slow.txt")) == Data(report()))
    #expect(daemon.end() == (0, .exit))
  }

  @Test func `a file with another name is filed as it was judged`() async throws {
    let daemon = try RunningDaemon()
    let scratch = daemon.scratch
    #expect(try await daemon.waits { daemon.log.contains("watching") })
    let original = try scratch.write(report(), to: "original.txt")
    try FileManager.default.linkItem(atPath: original, toPath: scratch.url("spool/inbox/linked.txt").path)
    #expect(try await daemon.waits { daemon.exists("accepted/linked.txt") && daemon.files(in: ".work").isEmpty })
    try Data("something else".utf8).write(to: URL(filePath: original))
    let filed = scratch.url("spool/accepted/linked.txt")
    #expect(try Data(contentsOf: filed) == Data(report()))
    #expect(daemon.end() == (0, .exit))
    let row = try Ledger(path: scratch.url("state/ledger.sqlite").path).submissions(SubmissionFilter()).first
    #expect(row?.sha256 == SHA256Digest(of: try report()).hexadecimal)
  }

  @Test func `an outcome folder that nobody may write to holds up its own reports alone, and not for ever`()
    async throws
  {
    let scratch = try Scratch()
    // A file in the place of the folder: even root cannot make one there.
    try scratch.write("in the way", to: "spool/accepted/office")
    let daemon = try RunningDaemon(scratch: scratch)
    #expect(try await daemon.waits { daemon.log.contains("watching") })
    for number in 0..<5 {
      try scratch.write(report() + Array(repeating: 10, count: number), to: "spool/inbox/office/\(number).txt")
      try scratch.write(report() + Array(repeating: 32, count: number), to: "spool/inbox/\(number).txt")
    }
    #expect(try await daemon.waits { (0..<5).allSatisfy { daemon.exists("accepted/\($0).txt") } }, "\(daemon.log)")
    #expect(try await daemon.waits { daemon.log.components(separatedBy: "which waits in .work").count == 6 })
    #expect(daemon.files(in: "inbox").isEmpty && !daemon.log.contains("no reports are taken in"))
    try FileManager.default.removeItem(at: scratch.url("spool/accepted/office"))
    #expect(try await daemon.waits { daemon.files(in: ".work").isEmpty }, "\(daemon.log)")
    #expect(daemon.files(in: "accepted/office").count == 10)
    // What is wrong was said once of each.
    #expect(daemon.log.components(separatedBy: "which waits in .work").count == 6)
    #expect(daemon.end() == (0, .exit))
  }
}
