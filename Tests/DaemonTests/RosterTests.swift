import Daemon
import DocumentModel
import Findings
import Foundation
import Ledger
import LinuxSystem
import ReportModel
import Rules
import Spool
import SystemPackage
import TestFixtures
import Testing

/// The daemon with a roster of offices.
@Suite(.serialized, .timeLimit(.minutes(2))) struct RosterTests {
  private static let offices = """
    deadline: 01-20
    offices:
      - { unit: 青禾镇, other_names: [青禾乡] }
      - { unit: 白杨镇, folder: 乡镇/白杨镇 }
    """

  private func daemon() throws -> RunningDaemon {
    let scratch = try Scratch()
    let offices = try scratch.write(Self.offices, to: "offices.yaml")
    return try RunningDaemon(configuration: "settle: 50ms\nrescan: 0\noffices: \(offices)\n", scratch: scratch)
  }

  @Test func `a report in another unit's folder is told so, and accepted`() async throws {
    let daemon = try daemon()
    let text = try Corpus.text()
    #expect(try await submission(of: text, as: "青禾镇/年报.txt", daemon).findings.isEmpty)
    let misplaced = try await submission(of: text + "\n", as: "乡镇/白杨镇/年报.txt", daemon)
    let finding = misplaced.findings.first { $0.rule == "wrong-office" }
    #expect(finding?.message == "标题写的是青禾镇，文件却放在白杨镇的文件夹“乡镇/白杨镇”里。")
    #expect(daemon.exists("accepted/乡镇/白杨镇/年报.txt"))
    let page = daemon.scratch.url("spool/accepted/乡镇/白杨镇/年报.txt.审核结果.html")
    #expect(try String(contentsOf: page, encoding: .utf8).contains("请放到“青禾镇”文件夹"))
    let stranger = try await submission(of: Corpus.text("xiaodian-2024.raw.txt"), as: "年报.txt", daemon)
    #expect(stranger.findings.contains { $0.rule == "unknown-office" })
    #expect(stranger.office == "小店镇")
    #expect(daemon.end() == (0, .exit))
  }

  @Test func `a unit that was renamed is held against its earlier reports, and is on record by its new name`()
    async throws
  {
    let daemon = try daemon()
    let last = try Corpus.text("qinghe-2023.raw.txt").replacingOccurrences(of: "青禾镇", with: "青禾乡")
      .replacingOnly("9 5 8 0 1 1 24", with: "8 6 8 0 1 1 24")
      .replacingOnly("60 36 29 19 22 30 196", with: "61 35 29 19 22 30 196")
      .replacingOnly("12 9 0 0 0 0 21", with: "13 8 0 0 0 0 21")
    let before = try await submission(of: last, as: "2023.txt", daemon)
    #expect(before.findings.isEmpty)
    #expect(before.office == "青禾镇")
    let now = try await submission(of: Corpus.text(), as: "2024.txt", daemon)
    #expect(now.findings.filter { $0.rule == "carried-in" }.count == 2)
    #expect(daemon.end() == (0, .exit))
  }

  @Test(arguments: [
    // One second before midnight in Beijing, and midnight.
    (1_737_388_799_000, []), (1_737_388_800_000, ["late"]),
  ])
  func `the day of the deadline ends at midnight in Beijing`(_ milliseconds: Int, _ rules: [String]) async throws {
    let scratch = try Scratch()
    var configuration = Configuration()
    configuration.offices = try scratch.write(Self.offices, to: "offices.yaml")
    let judge = try Judge(configuration)
    let path = try #require(InboxPath(FilePath("青禾镇/年报.docx")))
    let reception = Reception(of: SubmissionID(at: UTCTime(millisecondsSince1970: milliseconds)), from: path)
    #expect(reception.folder == ["青禾镇"])
    let judged = await judge.judge(
      .document(try document()), of: FileFacts(name: "年报.docx", format: nil, bytes: 1, sha256: ""),
      received: reception, recalling: .nothing)
    #expect(judged.findings.map(\.rule.rawValue) == rules)
    #expect(judged.unit == "青禾镇")
  }

  @Test func `what is only looked at lies in no folder and is never late, but may be unknown`() throws {
    let scratch = try Scratch()
    let offices = try scratch.write(Self.offices, to: "offices.yaml")
    let path = try scratch.write("offices: \(offices)\n", to: "nianbaod.yaml")
    let known = try scratch.write(Corpus.text(), to: "乡镇/白杨镇/known.txt")
    let unknown = try scratch.write(Corpus.text("xiaodian-2024.raw.txt"), to: "unknown.txt")
    let output = try Program.run(["check", "--config", path, "--format", "json", known, unknown]).output
    let lines = output.split(separator: "\n")
    #expect(lines.map { $0.contains("\"rule\":") } == [false, true], "\(output)")
    #expect(lines.last?.contains("unknown-office") == true)
  }

  /// Lines as a text file's are, without an extractor.
  private func document() throws -> Document {
    let lines = try Corpus.text().split(separator: "\n", omittingEmptySubsequences: false)
    return Document(
      format: .txt,
      blocks: lines.enumerated().map { .paragraph(Paragraph(text: String($1), place: Place(line: $0 + 1))) })
  }

  /// Hands a report in and waits for its record.
  private func submission(of text: String, as path: String, _ daemon: RunningDaemon) async throws -> SubmissionRow {
    try daemon.scratch.write(text, to: "spool/inbox/\(path)")
    // The work folder is left after the record.
    #expect(try await daemon.waits { daemon.files(in: "inbox").isEmpty && daemon.files(in: ".work").isEmpty })
    let ledger = try Ledger(path: daemon.scratch.url("state/ledger.sqlite").path)
    return try #require(ledger.submissions(SubmissionFilter()).first { $0.path == Array(path.utf8) })
  }
}
