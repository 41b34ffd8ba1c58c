import Findings
import Ledger
import LinuxSystem
import Logging
import ReportModel
import Rules
import Spool
import SystemPackage

/// The way of a file from the inbox to its verdict.
struct Pipeline: Sendable {
  /// A file that was begun so often without an end is not begun again: it may be what brings the service down.
  static let mostAttempts = 2

  let claims: ClaimDesk
  let filing: FilingDesk
  let checker: Checker
  let diagnostics: [Configuration.DiagnosticsKind]
  let journal: OutcomeJournal
  let gate: IntakeGate
  let inHand: ContentsInHand
  /// Where verdicts go.
  let tray = OutTray()
  let conversions = SubmissionQueue<SubmissionID>()
  let waitingRoom: WaitingRoom

  /// Files that have to be converted go by a lane of their own, so that quick ones do not stand behind them.
  enum Lane {
    case quick, conversion
  }

  /// What came before of a submission.
  struct History {
    var failures = 0
    /// Whether it was changed after it was judged.
    var isOutdated = false

    /// Judging once more for the disk's fault, or the writer's, is no attempt that counts.
    var isAttempt: Bool { failures == 0 && !isOutdated }
  }

  /// Takes a file that is ready.
  func take(_ path: InboxPath) async {
    // It stays in the inbox until there is room for its outcome.
    while await gate.pass() {
      do {
        try await claim(path)
        return
      } catch {
        // It is still in the inbox, where the next scan finds it.
        guard await gate.pause(after: error) else {
          journal.failed("cannot take \(path.printable)", error)
          return
        }
      }
    }
  }

  private func claim(_ path: InboxPath) async throws {
    switch try await claims.claim(path) {
    case .claimed(let claim):
      let id = claim.id
      do {
        try await judge(claim)
      } catch {
        await waitingRoom.add(id, after: error, failures: 0)
      }
    case .stranded(let id, let error): await waitingRoom.add(id, after: error, failures: 0)
    case .gone: break
    case .refused(let kind): journal.refused(path, kind: kind)
    }
  }

  /// Goes on with what lies in the work folder: what an earlier run has left, or a quick lane has put off.
  func goOn(with id: SubmissionID, in lane: Lane = .quick, after history: History = History()) async {
    do {
      switch try await claims.resume(id) {
      case .claimed(let claim): try await judge(claim, in: lane, after: history)
      case .planned(let planned): try await complete(planned, after: history)
      }
    } catch {
      await waitingRoom.add(id, after: error, failures: history.failures, in: lane)
    }
  }

  private func judge(
    _ claim: consuming Claim, in lane: Lane = .quick, after history: History = History()
  ) async throws {
    let begun = Stopwatch()
    let (id, path) = (claim.id, claim.path)
    guard !claim.isBeingWritten, var claim = try await claims.isolate(claim, always: history.isOutdated) else {
      waitingRoom.add(id, .beingWritten)
      return
    }
    let judged: JudgedReport
    let wasInterrupted = claim.attempts >= Self.mostAttempts && history.isAttempt
    if wasInterrupted, !checker.refusesUnread(size: claim.status.size) {
      let facts = try checker.facts(of: claim.report, name: path.name.string)
      judged = checker.judge.hold(facts, because: "审核这个文件时，服务器连续两次中断。")
    } else {
      if history.isAttempt { claim = try await claims.beginAttempt(claim) }
      let read = try await check(try claim.report.duplicate(), of: id, from: path, in: lane)
      if history.isAttempt { claim = try await claims.endAttempt(claim) }
      guard let read else {
        conversions.add(id)
        return
      }
      judged = read
    }
    let filing = claim.filing(as: Outcome(judged.verdict), diagnostics: diagnostics.map { $0.file(for: judged) })
    await tray.add(
      JudgedSubmission(stage: .judged(filing), judged: judged, begun: begun, failures: history.failures))
  }

  /// Of a submission that was decided before a crash only the record may be missing: it is judged again for that alone.
  private func complete(_ planned: PlannedFiling, after history: History) async throws {
    let begun = Stopwatch()
    switch await filing.complete(planned) {
    case .failed(let error): throw error
    case .outdated: waitingRoom.add(planned.id, .outdated)
    case .moved(let settled):
      guard let file = try await claims.openFiled(settled) else {
        if let error = await filing.finish([settled]) { throw error }
        journal.takenAway(settled)
        return
      }
      guard var judged = try await check(file, of: settled.id, from: settled.path, in: .conversion) else { return }
      judged.verdict = Verdict(settled.outcome)
      await tray.add(
        JudgedSubmission(stage: .filed(settled), judged: judged, begun: begun, failures: history.failures))
    }
  }

  /// `nil` for a file that the other lane has to take.
  private func check(
    _ file: consuming OwnedDescriptor, of id: SubmissionID, from path: InboxPath, in lane: Lane
  ) async throws(Errno) -> JudgedReport? {
    let name = path.name.string
    let reception = Reception(of: id, from: path)
    let recall = Recall { await memory(for: $0, of: id, from: path) }
    let onFailure: @Sendable (any ReadingFailure) -> Void = { journal.readingFailed($0, file: name) }
    do throws(Errno) {
      let judged: JudgedReport? =
        switch lane {
        case .quick:
          try await checker.checkAtOnce(file, name: name, received: reception, recalling: recall, onFailure: onFailure)
        case .conversion:
          try await checker.check(file, name: name, received: reception, recalling: recall, onFailure: onFailure)
        }
      if let judged { await inHand.judged(id, judged) } else { await inHand.leave(id) }
      return judged
    } catch {
      await inHand.leave(id)
      throw error
    }
  }

  /// The ledger is history: where it fails, a report is judged as if there were none.
  private func memory(for query: MemoryQuery, of id: SubmissionID, from path: InboxPath) async -> Memory {
    do {
      if let sha256 = query.sha256 { await inHand.enter(id, from: path, sha256: sha256) }
      var memory = try await claims.memory(for: query, besides: id)
      if memory.sameContent == nil { memory.sameContent = await inHand.twin(of: id) }
      return memory
    } catch {
      journal.failed("judges submission \(id.rawValue) without comparing it with earlier ones", error)
      return Memory()
    }
  }
}

/// The time since it was made.
struct Stopwatch {
  private let start = ContinuousClock.now

  var microseconds: Int {
    let (seconds, attoseconds) = (ContinuousClock.now - start).components
    return Int(seconds) * 1_000_000 + Int(attoseconds / 1_000_000_000_000)
  }
}

extension Outcome {
  init(_ verdict: Verdict) {
    self =
      switch verdict {
      case .accepted: .accepted
      case .rejected: .rejected
      case .held: .held
      }
  }
}

extension Verdict {
  init(_ outcome: Outcome) {
    self =
      switch outcome {
      case .accepted: .accepted
      case .rejected: .rejected
      case .held: .held
      }
  }
}
