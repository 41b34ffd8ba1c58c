package import Ledger
import Rendering
import ReportModel
package import Rules
package import Spool
import SystemPackage

extension Ledger {
  /// Two reports share one or another turn of phrase. Of a text of which half is copied, far more.
  private static let leastShared = 4

  /// What is remembered that matters for a report.
  ///
  /// - Parameters:
  ///   - query: Whose report it is, and what it holds.
  ///   - submission: Its own id: after a crash it may have been recorded already, and is no earlier one of itself.
  /// - Returns: Only what counts: of several accepted reports of a year the last.
  /// - Throws: ``LedgerError``.
  package func memory(for query: MemoryQuery, besides submission: SubmissionID) throws(LedgerError) -> Memory {
    var memory = Memory()
    if query.office != nil, let year = query.year {
      let offices = query.offices
      memory.lastYear = try latestAccepted(offices: offices, year: year - 1).map { AcceptedReport($0, year: year - 1) }
      memory.firstReceived = try firstReceived(offices: offices, year: year).map(CivilDate.init(secondsSince1970:))
      let others = try alike(
        query.fingerprints, years: [year, year - 1], besides: offices, sharing: Self.leastShared, limit: 3)
      memory.others = others.compactMap(AcceptedProse.init)
    }
    guard let sha256 = query.sha256 else { return memory }
    for verdict in [SubmissionRow.Verdict.accepted, .rejected] where memory.sameContent == nil {
      let rows = try submissions(
        SubmissionFilter(verdict: verdict, sha256: sha256, limit: 2), isWhole: false)
      memory.sameContent = rows.first { $0.id != submission.rawValue }.map(EarlierSubmission.init)
    }
    return memory
  }
}

extension AcceptedReport {
  fileprivate init(_ row: SubmissionRow, year: Int) {
    // More decimals than an Int has digits are no figure, whoever wrote them into the ledger.
    let figures = row.figures.filter { (0...18).contains($0.decimals) }.map {
      ($0.id, Figure(significand: $0.significand, decimals: $0.decimals))
    }
    self.init(year: year, figures: Dictionary(figures) { first, _ in first }, prose: row.prose?.text)
  }
}

extension AcceptedProse {
  fileprivate init?(_ row: SubmissionRow) {
    guard let office = row.office, let year = row.year, let prose = row.prose else { return nil }
    self.init(office: office, year: year, text: prose.text)
  }
}

extension EarlierSubmission {
  fileprivate init(_ row: SubmissionRow) {
    self.init(InboxPath(bytes: row.path), isAccepted: row.verdict == .accepted, settledAt: row.settledAt)
  }

  /// - Parameters:
  ///   - path: Where it lay.
  ///   - isAccepted: Whether it was accepted; rejected if not.
  ///   - settledAt: When, in seconds since 1970.
  init(_ path: InboxPath?, isAccepted: Bool, settledAt: Int) {
    self.init(
      name: path.map { FilePath($0.name.string).printable } ?? "", isAccepted: isAccepted,
      time: CivilTime(secondsSince1970: settledAt, offset: CivilTime.beijing).words)
  }
}
