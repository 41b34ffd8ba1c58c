import Findings
import Foundation
import Ledger
import ReportModel
import Rules
import Spool
import SystemPackage
import TestFixtures
import Testing

@testable import Daemon

/// Files of the same bytes that come together.
@Suite(.serialized, .timeLimit(.minutes(30))) struct TwinTests {
  @Test func `all but the first of one batch are told that they are the same`() async throws {
    let daemon = try RunningDaemon()
    #expect(try await daemon.waits { daemon.log.contains("watching") })
    #expect(daemon.end() == (0, .exit))
    let names = (1...6).map { "\($0).txt" }
    for name in names { try daemon.scratch.write(Corpus.bytes("qinghe-2024.raw.txt"), to: "spool/inbox/\(name)") }
    try daemon.restart()
    #expect(try await daemon.waits { daemon.files(in: "accepted").count == 12 && daemon.files(in: ".work").isEmpty })
    #expect(daemon.end() == (0, .exit))
    let rows = try Ledger(path: daemon.scratch.url("state/ledger.sqlite").path).submissions(SubmissionFilter())
    let told = rows.flatMap(\.findings).filter { $0.rule == "duplicate-submission" }
    #expect(rows.count == 6 && told.count == 5)
    #expect(told.allSatisfy { $0.message.contains("通过审核") })
  }

  private func report(_ verdict: String) throws -> JudgedReport {
    var report = Judge(forms: try Configuration().formLibrary(), severities: [:]).hold(
      FileFacts(name: "a", format: nil, bytes: 0, sha256: "same"), because: "")
    if verdict == "accepted" { report.verdict = .accepted }
    return report
  }

  @Test func `the first that was decided on is waited for, and told of`() async throws {
    let inHand = ContentsInHand()
    let ids = (0..<4).map { _ in SubmissionID() }
    let path = try #require(InboxPath("office/a.docx"))
    for id in ids { await inHand.enter(id, from: path, sha256: "same") }
    #expect(await inHand.twin(of: ids[0]) == nil)
    await inHand.judged(ids[0], try report("held"))
    let waiting = Task { await inHand.twin(of: ids[3]) }
    // Whichever comes first: it waits for the second, which is given up, and then for the third.
    await inHand.leave(ids[1])
    await inHand.judged(ids[2], try report("accepted"))
    let told = try #require(await waiting.value)
    #expect(told.isAccepted && told.name == "a.docx")
    for id in ids { await inHand.leave(id) }
    await inHand.enter(ids[3], from: path, sha256: "same")
    #expect(await inHand.twin(of: ids[3]) == nil)
  }
}
