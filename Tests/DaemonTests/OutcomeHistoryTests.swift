import Foundation
import Ledger
import LinuxSystem
import SystemPackage
import Testing

@testable import Daemon

struct OutcomeHistoryTests {
  private let scratch: Scratch
  private let state: String

  init() throws {
    scratch = try Scratch()
    state = scratch.folder.path
  }

  private func row(_ id: String, words: Int = 10) -> SubmissionRow {
    SubmissionRow(
      id: id, receivedAt: 1, settledAt: 2, path: [0xFF, 0x0A], office: "小店镇", year: 2024, form: "2021",
      verdict: .accepted, sha256: nil, format: nil, bytes: 3, title: "\n", diagnosticsPath: nil, outcomePath: [1],
      durationMicroseconds: 4,
      findings: [FindingRow(rule: "late", severity: .warning, message: "晚", places: ["section.5"], found: "1")],
      figures: [FigureRow(id: "a", significand: 5, decimals: 1)],
      prose: ProseRow(text: String(repeating: "字", count: words), fingerprints: [.min, 7]))
  }

  private func all(_ history: OutcomeHistory) -> [SubmissionRow] {
    var rows: [SubmissionRow] = []
    history.forEach(where: { _ in true }) { rows += $0 }
    return rows
  }

  private func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: state + "/history").sorted()
  }

  @Test func `what was added comes back, also from files opened anew`() throws {
    let rows = (1...200).map { row("\($0)") }
    let history = try OutcomeHistory(in: state)
    try history.add(Array(rows.prefix(100)))
    try OutcomeHistory(in: state).add(Array(rows.dropFirst(100)))
    #expect(all(try OutcomeHistory(in: state)) == rows)
    #expect(try OutcomeHistory(in: state).ids == rows.map(\.id))
    #expect(try files() == ["00000001.log"])
  }

  @Test(arguments: [1, 60, 200]) func `an outcome that was broken off is passed over, and nothing follows on it`(
    _ bytesKept: Int
  ) throws {
    try OutcomeHistory(in: state).add([row("1")])
    let path = state + "/history/00000001.log"
    let whole = try Data(contentsOf: URL(filePath: path))
    try Data(whole + whole.prefix(bytesKept)).write(to: URL(filePath: path))
    let history = try OutcomeHistory(in: state)
    try history.add([row("2")])
    #expect(all(history).map(\.id) == ["1", "2"])
    #expect(try files() == ["00000001.log", "00000002.log"])
  }

  @Test func `an outcome that is not as it was written is passed over alone`() throws {
    let history = try OutcomeHistory(in: state)
    try history.add([row("1"), row("2"), row("3")])
    let path = URL(filePath: state + "/history/00000001.log")
    var bytes = try Data(contentsOf: path)
    let place = try #require(bytes.range(of: Data(#""id":"2""#.utf8)))
    bytes[place.lowerBound + 6] = UInt8(ascii: "9")
    try bytes.write(to: path)
    #expect(all(history).map(\.id) == ["1", "3"])
  }

  @Test func `it has bounds, and the oldest goes`() throws {
    let history = try OutcomeHistory(
      in: state, bounds: OutcomeHistory.Bounds(file: 3000, files: 3, outcome: 2000))
    for number in 1...40 { try history.add([row("\(number)", words: 100)]) }
    #expect(try files().count == 3)
    let size = try files().reduce(0) { try $0 + Data(contentsOf: URL(filePath: state + "/history/" + $1)).count }
    #expect(size <= 9000)
    let kept = all(history).map(\.id)
    #expect(!kept.isEmpty && kept == (41 - kept.count...40).map(String.init))
    // One that is too large is kept without its words.
    try history.add([row("large", words: 10_000)])
    #expect(all(history).last?.prose == nil && all(history).last?.id == "large")
  }

  @Test func `files that somebody has removed are begun anew`() throws {
    let history = try OutcomeHistory(in: state)
    try history.add([row("1")])
    try FileManager.default.removeItem(atPath: state + "/history")
    try history.add([row("2")])
    #expect(all(history).map(\.id) == ["2"])
  }
}
