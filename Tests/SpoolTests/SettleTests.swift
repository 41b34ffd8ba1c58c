import Foundation
import Glibc
import LinuxSystem
import Spool
import SystemPackage
import Testing

struct SettleTests {
  private let temporary: TemporarySpool
  private let spool: Spool

  init() throws {
    temporary = try TemporarySpool()
    spool = try temporary.open()
  }

  @Test(arguments: Outcome.allCases)
  func `report and diagnostics lie together in the outcome`(_ outcome: Outcome) throws {
    try temporary.write("inbox/红旗区/年报.docx", [1, 2, 3])
    try temporary.setPermissions(0o604, of: "inbox/红旗区/年报.docx")
    var before = try temporary.status(of: "inbox/红旗区/年报.docx")
    let claim = try spool.claimed("红旗区/年报.docx")
    let id = claim.id
    let settled = try claim.settle(as: outcome, diagnostics: [.page, .object])

    #expect(settled.report == FilePath("\(outcome)/红旗区/年报.docx"))
    #expect(settled.diagnostics.map(\.string) == ["html", "json"].map { "\(outcome)/红旗区/年报.docx.审核结果.\($0)" })
    #expect(settled.outcome == outcome && settled.id == id && settled.path == InboxPath("红旗区/年报.docx"))
    let after = try temporary.status(of: settled.report)
    // A move is a change.
    before.changedAt = after.changedAt
    #expect(after == before)
    #expect(try temporary.read(settled.diagnostics[0]) == DiagnosticsFile.page.bytes)
    #expect(try temporary.read(settled.diagnostics[1]) == DiagnosticsFile.object.bytes)

    #expect(try temporary.workEntries() == [id.rawValue])
    try spool.finish(settled)
    #expect(try temporary.workEntries() == [])
    try spool.finish(settled)
    let files = try Outcome.allCases.flatMap { try temporary.files(below: FilePath($0.rawValue)) }
    #expect(files.count == 3)
  }

  @Test func `a report without diagnostics is filed too`() throws {
    try temporary.write("inbox/a.docx")
    #expect(try spool.process("a.docx", diagnostics: []).diagnostics == [])
    #expect(try temporary.files(below: "accepted") == ["a.docx"])
  }

  @Test func `diagnostics can be read by the share`() throws {
    // Any group but our own shows that it was handed over; who may not do that has it readable all the same.
    let group: UInt32 = geteuid() == 0 ? 12345 : getgid()
    try #require(unsafe chown(temporary.root.appending("accepted").string, .max, group) == 0)
    try temporary.write("inbox/a.docx")
    let status = try temporary.status(of: spool.process("a.docx").diagnostics[0])
    #expect(status.permissions == FilePermissions(rawValue: 0o664))
    #expect(status.group == group)
  }

  @Test func `a folder of an office has the permissions and the group of its inbox`() throws {
    let group: UInt32 = geteuid() == 0 ? 12346 : getgid()
    try temporary.write("inbox/区/镇/a.docx")
    try #require(unsafe chown(temporary.root.appending("inbox/区").string, .max, group) == 0)
    try temporary.setPermissions(0o2750, of: "inbox/区")
    try temporary.setPermissions(0o2730, of: "inbox/区/镇")
    _ = try spool.process("区/镇/a.docx", as: .rejected)
    #expect(try temporary.status(of: "rejected/区").permissions.rawValue == 0o2750)
    #expect(try temporary.status(of: "rejected/区").group == group)
    // The owner, which is the service, can always work there.
    #expect(try temporary.status(of: "rejected/区/镇").permissions.rawValue == 0o2730)
  }

  // MARK: Names

  @Test(arguments: [
    (["a.docx"], "a.docx", "a (2).docx"),
    (["a.docx", "a (2).docx"], "a.docx", "a (3).docx"),
    (["A.DOCX"], "a.docx", "a (2).docx"),
    (["a.docx", "A (2).Docx"], "a.docx", "a (3).docx"),
    (["a.docx.审核结果.html"], "a.docx", "a (2).docx"),
    (["A.docx.审核结果.HTML"], "a.docx", "a (2).docx"),
    (["a (2).docx"], "a.docx", "a.docx"),
    (["年报"], "年报", "年报 (2)"),
    (["a.tar.gz"], "a.tar.gz", "a.tar (2).gz"),
    (["no extension.but a long sentence"], "no extension.but a long sentence", "no extension.but a long sentence (2)"),
    (["É.txt"], "é.txt", "é (2).txt"),
  ])
  func `a name that is taken gets a number`(_ present: [String], _ name: String, _ expected: String) throws {
    for name in present { try temporary.write(FilePath("accepted/\(name)"), [9]) }
    try temporary.write(FilePath("inbox/\(name)"), [1])
    let settled = try spool.process(FilePath(name))
    #expect(settled.report.string == "accepted/\(expected)")
    #expect(settled.diagnostics.map(\.string) == ["accepted/\(expected).审核结果.html"])
    #expect(try temporary.read(settled.report) == [1])
    for name in present { #expect(try temporary.read(FilePath("accepted/\(name)")) == [9]) }
  }

  @Test func `a folder takes a name too`() throws {
    try temporary.makeFolder("accepted/a.docx")
    try temporary.write("inbox/a.docx")
    #expect(try spool.process("a.docx").report == "accepted/a (2).docx")
  }

  @Test func `a corrected report of the same name is filed beside the first`() throws {
    for number in 1...3 {
      try temporary.write("inbox/a.docx", [UInt8(number)])
      let settled = try spool.process("a.docx")
      #expect(try temporary.read(settled.report) == [UInt8(number)])
    }
    #expect(try temporary.files(below: "accepted").filter { $0.hasSuffix(".docx") }.count == 3)
  }

  /// 255 bytes: 83 characters of three bytes, and the extension.
  private static let longest = String(repeating: "年", count: 83) + "1.docx"

  @Test func `the longest name is kept, and its diagnostics fit`() throws {
    try #require(Self.longest.utf8.count == 255)
    try temporary.write(FilePath("inbox/\(Self.longest)"))
    let settled = try spool.process(FilePath(Self.longest))
    #expect(settled.report.lastComponent?.string == Self.longest)
    let name = try #require(settled.diagnostics[0].lastComponent).string
    #expect(name.utf8.count <= 255 && name.utf8.count > 250)
    #expect(name.hasPrefix("年年年") && name.hasSuffix(".docx.审核结果.html"))
    #expect(!name.contains("\u{FFFD}"))
    #expect(try #require(name.firstMatch(of: /~[0-9a-f]{8}\.docx/)).range.lowerBound > name.startIndex)
    #expect(IgnoredNames().ignores(try #require(FilePath.Component(name))))
  }

  @Test func `long names that differ at their end have diagnostics of their own`() throws {
    let other = String(repeating: "年", count: 83) + "2.docx"
    var names: Set<FilePath> = []
    for name in [Self.longest, other] {
      try temporary.write(FilePath("inbox/\(name)"))
      let settled = try spool.process(FilePath(name))
      #expect(settled.report.lastComponent?.string == name)
      names.insert(settled.diagnostics[0])
    }
    #expect(names.count == 2)
  }

  @Test func `the longest name, taken, is shortened between two characters`() throws {
    try temporary.write(FilePath("accepted/\(Self.longest)"))
    try temporary.write(FilePath("inbox/\(Self.longest)"))
    let name = try #require(spool.process(FilePath(Self.longest)).report.lastComponent).string
    #expect(name.utf8.count <= 255 && name.hasSuffix(" (2).docx") && !name.contains("\u{FFFD}"))
    #expect(name.hasPrefix("年年年"))
  }

  @Test func `a long name that is no text is shortened as well`() throws {
    let bytes = [UInt8](repeating: 0xC4, count: 250) + Array(".docx".utf8)
    let name = try #require(FilePath.Component(bytes: bytes))
    try temporary.write(FilePath("inbox").appending(name))
    let settled = try spool.process(FilePath(root: nil, [name]))
    #expect(settled.report.lastComponent?.bytes == bytes)
    #expect(try #require(settled.diagnostics[0].lastComponent).bytes.count <= 255)
    #expect(try temporary.read(settled.diagnostics[0]) == DiagnosticsFile.page.bytes)
  }

  @Test(arguments: ["two\nlines.docx", "-rf.docx", " leading.docx", "<b>.docx", "\u{FEFF}.docx"])
  func `an awkward name is kept`(_ name: String) throws {
    try temporary.write(FilePath("inbox/\(name)"))
    #expect(try spool.process(FilePath(name)).report.string == "accepted/\(name)")
  }

  // MARK: Others at the same time

  @Test func `submissions of one name, settled at once, all find a place`() async throws {
    let spool = spool
    var claims: [SubmissionID] = []
    for number in 0..<12 {
      try temporary.write("inbox/a.docx", [UInt8(number)])
      claims.append(try spool.claimed("a.docx").id)
    }
    let settled = try await withThrowingTaskGroup(of: Settled.self) { group in
      for id in claims {
        group.addTask {
          guard case .claimed(let claim) = try spool.resume(id) else { throw Unexpected("not claimed") }
          let bytes = try claim.report.readAll(upTo: 9)
          return try claim.settle(
            as: .accepted, diagnostics: [DiagnosticsFile(suffix: ".审核结果.html", bytes: bytes)])
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(Set(settled.map(\.report)).count == 12)
    for settled in settled {
      #expect(settled.diagnostics[0].string == settled.report.string + ".审核结果.html")
      #expect(try temporary.read(settled.report) == temporary.read(settled.diagnostics[0]))
    }
  }

  @Test(arguments: [Checkpoint.planWritten, .diagnosticsMoved], ["a.docx", "a.docx.审核结果.html"])
  func `a name that is taken after it was chosen is given up`(_ moment: Checkpoint, _ name: String) throws {
    let temporary = temporary
    let counter = Counter()
    let spool = try temporary.open { checkpoint throws(SpoolError) in
      guard checkpoint == moment, counter.next() == 1 else { return }
      try? temporary.write(FilePath("accepted/\(name)"), [9])
    }
    try temporary.write("inbox/a.docx")
    let settled = try spool.process("a.docx", diagnostics: [.object, .page])
    #expect(settled.report == "accepted/a (2).docx")
    #expect(
      try temporary.files(below: "accepted")
        == ["a (2).docx", "a (2).docx.审核结果.html", "a (2).docx.审核结果.json", name])
    #expect(try temporary.read(FilePath("accepted/\(name)")) == [9])
    #expect(try temporary.workEntries() == [])
  }

  @Test func `a link in the place of an outcome folder is not followed, and the report waits`() throws {
    try temporary.makeFolder("elsewhere")
    try temporary.makeLink("accepted/office", to: "../elsewhere")
    try temporary.write("inbox/office/a.docx")
    let claim = try spool.claimed("office/a.docx")
    let id = claim.id
    var caught: SpoolError?
    do throws(SpoolError) { _ = try claim.settle(as: .accepted, diagnostics: [.page]) } catch { caught = error }
    let error = try #require(caught)
    #expect(error.code == .filing && error.message.contains("accepted/office"))
    #expect(try temporary.files(below: "elsewhere") == [])

    try temporary.remove("accepted/office")
    guard case .claimed(let again) = try spool.resume(id) else { throw Unexpected("not claimed") }
    #expect(try again.settle(as: .accepted, diagnostics: [.page]).report == "accepted/office/a.docx")
    #expect(try temporary.files(below: "accepted/office") == ["a.docx", "a.docx.审核结果.html"])
  }
}
