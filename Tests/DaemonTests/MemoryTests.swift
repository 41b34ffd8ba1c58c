import Foundation
import Ledger
import TestFixtures
import Testing

/// The real daemon over two years of one unit.
@Suite(.serialized, .timeLimit(.minutes(2))) struct MemoryTests {
  @Test func `a report is held against the one accepted last of the year before`() async throws {
    let daemon = try RunningDaemon()
    let last = try Corpus.text("qinghe-2023.raw.txt")
    let now = try Corpus.text()
    #expect(try await findings(of: last, as: "2023.txt", daemon).isEmpty)
    #expect(try await findings(of: now, as: "2024.txt", daemon).isEmpty)

    // It replaces the first, also after a restart.
    let corrected = try last.replacingOnly("9 5 8 0 1 1 24", with: "8 6 8 0 1 1 24")
      .replacingOnly("60 36 29 19 22 30 196", with: "61 35 29 19 22 30 196")
      .replacingOnly("12 9 0 0 0 0 21", with: "13 8 0 0 0 0 21")
    #expect(try await findings(of: corrected, as: "2023-corrected.txt", daemon).isEmpty)
    #expect(daemon.end() == (0, .exit))
    try daemon.restart()

    let again = try await findings(of: now, as: "again.txt", daemon)
    #expect(again.map(\.rule) == ["carried-in", "carried-in", "duplicate-submission"])
    #expect(again.first?.message.contains("“自然人”一列的上年结转是 9 件，而2023年报告里结转下年度继续办理的是 8 件") == true)
    #expect(again.last?.message.contains("“2024.txt”") == true)
    let page = daemon.scratch.url("spool/accepted/again.txt.审核结果.html")
    #expect(try String(contentsOf: page, encoding: .utf8).contains("“商业企业”一列的上年结转是 5 件"))

    #expect(daemon.end() == (0, .exit))
    let ledger = try Ledger(path: daemon.scratch.url("state/ledger.sqlite").path)
    let kept = try ledger.submissions(SubmissionFilter(offices: ["青禾镇"], year: 2023))
    #expect(kept.map { String(decoding: $0.path, as: UTF8.self) } == ["2023-corrected.txt", "2023.txt"])
    #expect(kept.allSatisfy { $0.figures.count == 200 })
  }

  @Test func `a report that is rejected is nobody's last year`() async throws {
    let daemon = try RunningDaemon()
    let wrong = try Corpus.text("qinghe-2023.raw.txt").replacingOnly("9 5 8 0 1 1 24", with: "9 5 8 0 1 1 25")
    #expect(try await !findings(of: wrong, as: "2023.txt", daemon).isEmpty)
    #expect(daemon.exists("rejected/2023.txt"))
    #expect(try await findings(of: Corpus.text(), as: "2024.txt", daemon).isEmpty)
    #expect(daemon.end() == (0, .exit))
  }

  @Test func `a report that another unit has handed in, or last year's over again, is named`() async throws {
    let daemon = try RunningDaemon()
    let own = WrittenReport.market
    #expect(try await findings(of: own.handedIn("", for: 2023).report(), as: "青禾镇2023.txt", daemon).isEmpty)
    let later = WrittenReport.marketLater
    #expect(try await findings(of: later.report(), as: "青禾镇2024.txt", daemon).isEmpty)
    // One that is mended and handed in again is held against nothing of its own year.
    let mended = try later.report().replacingOnly("在九个村民组的打谷场上", with: "在九个村民组的晒谷场上")
    #expect(try await findings(of: mended, as: "青禾镇2024改.txt", daemon).isEmpty)

    let copy = try later.handedIn("", by: "白杨镇").report().replacingOnly("401条", with: "377条")
    let copied = try await findings(of: copy, as: "白杨镇2024.txt", daemon)
    #expect(copied.map(\.rule) == ["same-as-another"])
    #expect(copied.first?.message.contains("与“青禾镇2024年报告”相同") == true)
    let street = WrittenReport.street.handedIn("", for: 2023).report
    #expect(try await findings(of: street(), as: "柳荫街道2023.txt", daemon).isEmpty)

    #expect(daemon.end() == (0, .exit))
    try daemon.restart()
    let again = try own.report()
    let repeated = try await findings(of: again, as: "青禾镇2024旧.txt", daemon)
    #expect(repeated.map(\.rule) == ["same-as-last-year"])
    #expect(repeated.first?.message.contains("与本单位2023年报告相同") == true)
    #expect(daemon.exists("accepted/青禾镇2024旧.txt"))
    #expect(daemon.end() == (0, .exit))
  }

  /// Hands a report in and waits for its record.
  private func findings(of text: String, as name: String, _ daemon: RunningDaemon) async throws -> [FindingRow] {
    try daemon.scratch.write(text, to: "spool/inbox/\(name)")
    // The work folder is left after the record.
    #expect(try await daemon.waits { daemon.files(in: "inbox").isEmpty && daemon.files(in: ".work").isEmpty })
    let ledger = try Ledger(path: daemon.scratch.url("state/ledger.sqlite").path)
    return try #require(ledger.submissions(SubmissionFilter()).first { $0.path == Array(name.utf8) }).findings
  }
}
