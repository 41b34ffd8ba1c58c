import Foundation
import Ledger

/// A folder for one test's ledger, gone with the test.
final class LedgerFile {
  let path: String
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "nianbaod-ledger-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.appending(path: "ledger.sqlite").path
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  func write(_ bytes: some Sequence<UInt8>) throws {
    try Data(bytes).write(to: URL(filePath: path))
  }

  func open() throws -> Ledger {
    try Ledger(path: path)
  }
}

extension SubmissionRow {
  /// An accepted report, different in what a test names.
  static func example(
    id: String = "2027-000001",
    settledAt: Int = 1_800_000_000,
    path: [UInt8] = Array("小店镇/2024年报.docx".utf8),
    office: String? = "小店镇",
    year: Int? = 2024,
    verdict: Verdict = .accepted,
    sha256: String = String(repeating: "a", count: 64),
    findings: [FindingRow] = [],
    figures: [FigureRow] = [],
    prose: ProseRow? = nil
  ) -> SubmissionRow {
    SubmissionRow(
      id: id, receivedAt: settledAt - 2, settledAt: settledAt, path: path, office: office, year: year, form: "2021",
      verdict: verdict, sha256: sha256, format: "docx", bytes: 40142, title: "小店镇2024年政府信息公开工作年度报告",
      diagnosticsPath: Array("accepted/小店镇/2024年报.docx.审核结果.html".utf8),
      outcomePath: Array("accepted/小店镇/2024年报.docx".utf8), durationMicroseconds: 1_234_567, findings: findings,
      figures: figures, prose: prose)
  }
}
