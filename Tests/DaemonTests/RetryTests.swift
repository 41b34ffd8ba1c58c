import Foundation
import LinuxSystem
import SystemPackage
import TestFixtures
import Testing

/// Reports that nobody could decide on, put back.
@Suite(.serialized, .timeLimit(.minutes(10))) struct RetryTests {
  private static let page = ".审核结果.html"

  private func report() throws -> [UInt8] { try Corpus.bytes("qinghe-2024.raw.txt") }

  private func retry(_ arguments: [String], in scratch: Scratch) throws -> Program.Result {
    try Program.run(["retry", "--spool", scratch.url("spool").path] + arguments)
  }

  @Test func `a report that was held for its reader's fault is accepted when that is mended`() async throws {
    let scratch = try Scratch()
    try scratch.copyPrograms(["nianbaod"])
    for program in ["nianbaod-convert", "nianbaod-extract"] {
      try scratch.writeProgram("#!/bin/sh\n\(Greeting.ready)\nkill -SEGV $$", to: "bin/\(program)")
    }
    let daemon = try RunningDaemon(scratch: scratch, programs: scratch.url("bin"))
    try scratch.write(report(), to: "spool/inbox/青禾镇/年报.txt")
    try scratch.write(report() + Array("\n".utf8), to: "spool/inbox/other.txt")
    #expect(
      try await daemon.waits { daemon.files(in: "held").count == 4 && daemon.files(in: ".work").isEmpty })
    // Why, for the clerk and for the administrator.
    let page = try String(contentsOf: scratch.url("spool/held/青禾镇/年报.txt" + Self.page), encoding: .utf8)
    #expect(page.contains("两次都没能读完"))
    #expect(daemon.log.contains("held 青禾镇/年报.txt: 读取文件的程序两次都没能读完这个文件。"))
    #expect(daemon.log.contains("the worker was killed by"))

    let mended = scratch.url("bin/nianbaod-extract")
    try FileManager.default.removeItem(at: mended)
    try FileManager.default.copyItem(at: RunningDaemon.programs.appending(path: "nianbaod-extract"), to: mended)
    let result = try retry(["青禾镇/年报.txt"], in: scratch)
    #expect(result.status == 0 && result.output == "青禾镇/年报.txt: back in the inbox\n", "\(result)")
    #expect(try await daemon.waits { daemon.exists("accepted/青禾镇/年报.txt" + Self.page) })
    #expect(daemon.files(in: "held") == ["other.txt", "other.txt" + Self.page])

    #expect(try retry(["--all"], in: scratch).output == "other.txt: back in the inbox\n")
    #expect(try await daemon.waits { daemon.exists("accepted/other.txt") && daemon.files(in: ".work").isEmpty })
    #expect(daemon.files(in: "held").isEmpty)
    #expect(daemon.files(in: "accepted").count == 4)
    #expect(daemon.end() == (0, .exit))
  }

  @Test func `names that are not held, and none at all`() throws {
    let scratch = try Scratch()
    for folder in ["inbox", "held/a", ".work"] {
      try FileManager.default.createDirectory(at: scratch.url("spool/" + folder), withIntermediateDirectories: true)
    }
    try scratch.write("1", to: "spool/held/a/1.docx")
    let held = scratch.url("spool/held").path
    let result = try retry(["no such", "../inbox", "\(held)/a/1.docx"], in: scratch)
    #expect(result.status == 66 && result.output == "a/1.docx: back in the inbox\n")
    #expect(result.errors == "nianbaod: no such is not held\nnianbaod: ../inbox is not held\n")
    let none = try retry(["--all"], in: scratch)
    #expect(none.status == 0 && none.output.isEmpty && none.errors.isEmpty)
    #expect(try retry([], in: scratch).status == 64)
    #expect(try retry(["--all", "a"], in: scratch).status == 64)
    #expect(try Program.run(["retry", "--all", "--spool", scratch.url("none").path]).status == 74)
  }
}
