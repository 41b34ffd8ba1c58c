import Ledger
import Spool

/// Brings verdicts to the disk, those that have gathered meanwhile all at once: two synchronizations and one transaction
/// for a batch, be it of one or of hundreds.
struct Committer: Sendable {
  let tray: OutTray
  let filing: FilingDesk
  let ledger: LedgerDesk
  let journal: OutcomeJournal
  let waitingRoom: WaitingRoom
  let inHand: ContentsInHand

  private struct Filed {
    var item: JudgedSubmission
    var settled: Settled
    var row: SubmissionRow

    init(_ item: JudgedSubmission, _ settled: Settled) {
      self.item = item
      self.settled = settled
      row = SubmissionRow(settled, judged: item.judged, durationMicroseconds: item.begun.microseconds)
    }
  }

  /// Ends when no more verdicts come.
  func run() async {
    while true {
      let batch = await tray.takeAll()
      guard !batch.isEmpty else { return }
      await commit(batch)
    }
  }

  private func commit(_ batch: [JudgedSubmission]) async {
    await record(batch)
    // From now on the ledger tells of them, or they are judged again.
    for item in batch { await inHand.leave(item.id) }
  }

  private func record(_ batch: [JudgedSubmission]) async {
    let filed = await file(batch)
    guard !filed.isEmpty else { return }
    // A row may be there before its outcome is durable: after a power cut the plan is carried out, to the same end.
    async let durability = synchronize()
    let recordErrors = await ledger.record(filed.map(\.row))
    let syncError = await durability

    var done: [Filed] = []
    for (filed, recordError) in zip(filed, recordErrors) {
      if let error: any Error = syncError ?? recordError {
        await waitingRoom.add(filed.item.id, after: error, failures: filed.item.failures)
      } else {
        done.append(filed)
        journal.settled(
          filed.settled, judged: filed.item.judged, durationMicroseconds: filed.row.durationMicroseconds)
      }
    }
    if let error = await filing.finish(done.map(\.settled)) {
      journal.failed("cannot tidy up after reports that are filed", error)
    }
    await waitingRoom.gate.ended(done.map(\.item.id))
  }

  /// Files what is not filed yet.
  private func file(_ batch: [JudgedSubmission]) async -> [Filed] {
    let filings = batch.compactMap { item -> Filing? in
      guard case .judged(let filing) = item.stage else { return nil }
      return filing
    }
    var results = await filing.file(filings)[...]
    var filed: [Filed] = []
    for item in batch {
      switch item.stage {
      case .filed(let settled): filed.append(Filed(item, settled))
      case .judged:
        switch results.popFirst() {
        case .moved(let settled): filed.append(Filed(item, settled))
        case .outdated: waitingRoom.add(item.id, .outdated)
        case .failed(let error): await waitingRoom.add(item.id, after: error, failures: item.failures)
        case nil: break
        }
      }
    }
    return filed
  }

  private func synchronize() async -> SpoolError? {
    do throws(SpoolError) {
      try await filing.synchronize()
      return nil
    } catch {
      return error
    }
  }
}
