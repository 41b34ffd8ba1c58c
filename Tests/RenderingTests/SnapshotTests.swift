import Foundation
import Rendering
import ReportModel
import Testing

/// Whole renderings, kept beside the tests to be read by people in reviews. `RECORD_SNAPSHOTS=1 swift test` writes them
/// anew and then fails, so that a recording never passes for a check.
struct SnapshotTests {
  @Test(arguments: Judgement.allCases)
  func `a judgement renders as it did when last reviewed`(judgement: Judgement) throws {
    let (name, judged) = (judgement.rawValue, judgement.judged)
    try check(DiagnosticsPage.render(judged), "\(name).html")
    try check(DiagnosticsJSON.render(judged), "\(name).json")
    try check(DiagnosticsText.render(judged), "\(name).txt")
    try check(DiagnosticsSARIF.render([judged]), "\(name).sarif")
  }

  private func check(_ bytes: [UInt8], _ name: String) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Snapshots/\(name)")
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try Data(bytes).write(to: file)
      Issue.record("Recorded \(name). Review it, and run again without RECORD_SNAPSHOTS.")
      return
    }
    let recorded = try [UInt8](Data(contentsOf: file))
    guard recorded != bytes else { return }
    let difference = zip(recorded, bytes).enumerated().first { $0.element.0 != $0.element.1 }?.offset
    let offset = difference ?? min(recorded.count, bytes.count)
    let context = String(decoding: bytes.dropFirst(max(0, offset - 60)).prefix(160), as: UTF8.self)
    Issue.record(
      "\(name) differs from its snapshot at byte \(offset): …\(context)… RECORD_SNAPSHOTS=1 records it anew.")
  }
}
