import Findings
import ReportModel
import Rules
import Spool

/// Reports that are judged and not in the ledger yet, by what they hold: of two with the same bytes that come together, the
/// later one is told of the earlier.
actor ContentsInHand {
  private final class Entry {
    let id: SubmissionID
    let path: InboxPath
    /// Whether its judge is done with it.
    var isJudged = false
    /// What others are told of it; `nil` when nobody could decide on it.
    var outcome: EarlierSubmission?
    var waiting: [CheckedContinuation<EarlierSubmission?, Never>] = []

    init(_ id: SubmissionID, _ path: InboxPath) {
      self.id = id
      self.path = path
    }

    func end(_ outcome: EarlierSubmission?) {
      guard !isJudged else { return }
      isJudged = true
      self.outcome = outcome
      for continuation in waiting { continuation.resume(returning: outcome) }
      waiting = []
    }
  }

  /// By SHA-256, the first that came first.
  private var entries: [String: [Entry]] = [:]
  private var digests: [SubmissionID: String] = [:]

  /// A report is being judged. To be called before the ledger is asked: what is not here any more is there.
  func enter(_ id: SubmissionID, from path: InboxPath, sha256: String) {
    leave(id)
    digests[id] = sha256
    entries[sha256, default: []].append(Entry(id, path))
  }

  /// What became, or is about to become, of the first report of the same contents that came before. It is waited for, and
  /// it waits for nobody that came later.
  ///
  /// - Parameter id: A report that has entered.
  /// - Returns: `nil` when there is none of which anything is to be told.
  func twin(of id: SubmissionID) async -> EarlierSubmission? {
    guard let sha256 = digests[id] else { return nil }
    for entry in (entries[sha256] ?? []).prefix(while: { $0.id != id }) {
      let outcome = entry.isJudged ? entry.outcome : await withCheckedContinuation { entry.waiting.append($0) }
      if let outcome { return outcome }
    }
    return nil
  }

  /// A report has its verdict, and is on its way to the disk.
  func judged(_ id: SubmissionID, _ report: JudgedReport) {
    guard let sha256 = digests[id], let entry = entries[sha256]?.first(where: { $0.id == id }) else { return }
    let isDecided = report.verdict != .held
    entry.end(
      isDecided
        ? EarlierSubmission(entry.path, isAccepted: report.verdict == .accepted, settledAt: report.checkedAt) : nil)
  }

  /// A report is in the ledger, or its verdict is void.
  func leave(_ id: SubmissionID) {
    guard let sha256 = digests.removeValue(forKey: id) else { return }
    entries[sha256]?.first { $0.id == id }?.end(nil)
    entries[sha256]?.removeAll { $0.id == id }
    if entries[sha256]?.isEmpty == true { entries[sha256] = nil }
  }
}
