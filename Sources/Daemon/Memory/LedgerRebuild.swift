import Foundation
import Ledger
import LinuxSystem
import Spool
import SystemPackage

/// What the JSON diagnostics in the outcome folders tell of earlier submissions.
///
/// They lie in a share. Only those are believed that the service has written itself and whose report lies beside them as it
/// was judged. Of a report no more is read than was then.
struct LedgerRebuild {
  private static let suffix = ".审核结果.json"
  /// Far more than any diagnostics take.
  private static let most = 8 << 20

  let spool: FilePath

  /// The submissions, without what the diagnostics do not hold.
  var rows: [SubmissionRow] {
    Outcome.allCases.flatMap { outcome in
      guard let folder = try? Directory(at: spool.appending(outcome.folderName)) else { return [SubmissionRow]() }
      return rows(below: "", in: folder, as: outcome)
    }
  }

  private func rows(below start: FilePath, in root: borrowing Directory, as outcome: Outcome) -> [SubmissionRow] {
    var rows: [SubmissionRow] = []
    var pending = [start]
    while let path = pending.popLast() {
      guard let folder = try? root.directory(at: path) else { continue }
      var names: [FilePath.Component] = []
      try? folder.forEachEntry { entry in
        switch entry.kind {
        case .directory: pending.append(path.appending(entry.name))
        case .regular where entry.name.string.hasSuffix(Self.suffix): names.append(entry.name)
        default: break
        }
      }
      rows += names.compactMap { row($0, in: folder, at: path, as: outcome) }
    }
    return rows
  }

  private func row(
    _ name: FilePath.Component, in folder: borrowing Directory, at path: FilePath, as outcome: Outcome
  ) -> SubmissionRow? {
    ThreadActivity.step()
    guard let file = try? folder.openForReading(FilePath(root: nil, [name])), let status = try? file.status(),
      status.owner == geteuid(), let bytes = try? file.readAll(upTo: Self.most),
      let record = try? JSONDecoder().decode(DiagnosticsRecord.self, from: Data(bytes)),
      record.isSupported, record.verdict.rawValue == outcome.rawValue,
      let settledAt = record.checkedAt,
      let reportName = FilePath.Component(String(name.string.dropLast(Self.suffix.count))),
      let report = try? folder.openForReading(FilePath(root: nil, [reportName])),
      isAsJudged(report, record.file)
    else { return nil }
    let below = path.appending(reportName)
    let filed = FilePath(root: nil, [outcome.folderName])
    return SubmissionRow(
      id: "rebuilt-\(settledAt)-\(record.file.sha256 ?? SHA256Digest(of: below.bytes).hexadecimal)",
      receivedAt: settledAt, settledAt: settledAt, path: below.bytes,
      office: record.report?.office, year: record.report?.year, form: record.report?.form, verdict: record.verdict,
      sha256: record.file.sha256, format: record.file.format, bytes: record.file.bytes, title: record.report?.title,
      diagnosticsPath: filed.pushing(path.appending(name)).bytes, outcomePath: filed.pushing(below).bytes,
      durationMicroseconds: 0, findings: record.findings.map(\.row),
      figures: outcome == .accepted ? record.figures : [])
  }

  /// One that was too large to be read then is told by its size alone.
  private func isAsJudged(_ report: borrowing OwnedDescriptor, _ file: DiagnosticsRecord.File) -> Bool {
    guard let size = try? report.status().size, size == file.bytes else { return false }
    guard let sha256 = file.sha256 else { return true }
    return (try? SHA256Digest(of: report, upTo: size).hexadecimal) == sha256
  }
}
