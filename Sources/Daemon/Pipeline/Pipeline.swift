import Findings
import Ledger
import LinuxSystem
import Logging
import ReportModel
import Rules
import Spool
import SystemPackage

/// The way of a file from the inbox to its outcome.
struct Pipeline: Sendable {
  /// A file that was begun so often without an end is not begun again: it may be what brings the service down.
  static let mostAttempts = 2

  let desk: FilingDesk
  let checker: Checker
  let diagnostics: [Configuration.DiagnosticsKind]
  let journal: OutcomeJournal
  let conversions: ConversionQueue

  /// Files that have to be converted go by a lane of their own, so that quick ones do not stand behind them.
  private enum Lane {
    case quick, conversion
  }

  /// Takes a file that is ready.
  func take(_ path: InboxPath) async {
    do {
      switch try await desk.claim(path) {
      case .claimed(let claim):
        let id = claim.id
        do {
          try await judge(claim)
        } catch {
          await retry(id, after: error)
        }
      case .gone: break
      case .refused(let kind): journal.refused(path, kind: kind)
      }
    } catch {
      // It is still in the inbox, where the next scan finds it.
      journal.failed("cannot take \(path.printable)", error)
    }
  }

  /// Goes on with what an earlier run has left.
  func resume(_ id: SubmissionID) async {
    do {
      try await goOn(with: id)
    } catch {
      await retry(id, after: error)
    }
  }

  /// Goes on with what a quick lane has put off.
  func convert(_ id: SubmissionID) async {
    do {
      try await goOn(with: id, in: .conversion)
    } catch {
      await retry(id, in: .conversion, after: error)
    }
  }

  /// Tries until the submission is filed. While the disk fails nothing else is taken either, and the work folder keeps
  /// what there is.
  private func retry(_ id: SubmissionID, in lane: Lane = .quick, after error: any Error) async {
    journal.failed("cannot file submission \(id.rawValue), which waits in .work", error)
    while await PauseUntilShutdown.pause(for: .seconds(10)) {
      do {
        try await goOn(with: id, in: lane, isRetry: true)
        return
      } catch {
        continue
      }
    }
  }

  private func goOn(with id: SubmissionID, in lane: Lane = .quick, isRetry: Bool = false) async throws {
    switch try await desk.resume(id) {
    case .claimed(let claim): try await judge(claim, in: lane, isRetry: isRetry)
    case .planned(let planned): try await record(try await desk.complete(planned))
    }
  }

  /// A retry is of a report that was judged before and could not be filed: that is the disk's fault, and no attempt that
  /// counts.
  private func judge(_ claim: consuming Claim, in lane: Lane = .quick, isRetry: Bool = false) async throws {
    let begun = Stopwatch()
    let path = claim.path
    let judged: JudgedReport
    if claim.attempts >= Self.mostAttempts, !isRetry {
      let facts = FileFacts(
        name: path.name.string, format: nil, bytes: claim.status.size,
        sha256: try SHA256Digest(of: claim.report).hexadecimal)
      judged = checker.judge.hold(facts, because: "审核这个文件时，服务器连续两次中断。")
    } else {
      if !isRetry { claim = try await desk.beginAttempt(claim) }
      guard let read = try await check(try claim.report.duplicate(), of: claim.id, from: path, in: lane) else {
        let id = claim.id
        try await desk.putOff(claim, withdrawingAttempt: !isRetry)
        conversions.add(id)
        return
      }
      judged = read
    }
    let files = diagnostics.map { $0.file(for: judged) }
    let settled = try await desk.settle(claim, as: Outcome(judged.verdict), diagnostics: files)
    try await finish(settled, judged: judged, begun: begun)
  }

  /// Of a submission that was filed before a crash only the record may be missing: it is judged again for that alone.
  private func record(_ settled: Settled) async throws {
    let begun = Stopwatch()
    guard let file = try await desk.openFiled(settled) else {
      try await desk.finish(settled)
      journal.takenAway(settled)
      return
    }
    guard var judged = try await check(file, of: settled.id, from: settled.path, in: .conversion) else {
      return
    }
    judged.verdict = Verdict(settled.outcome)
    try await finish(settled, judged: judged, begun: begun)
  }

  /// `nil` for a file that the other lane has to take.
  private func check(
    _ file: consuming OwnedDescriptor, of id: SubmissionID, from path: InboxPath, in lane: Lane
  ) async throws(Errno) -> JudgedReport? {
    let name = path.name.string
    let reception = Reception(of: id, from: path)
    let recall = Recall { await memory(for: $0, besides: id) }
    let onFailure: @Sendable (any ReadingFailure) -> Void = { journal.readingFailed($0, file: name) }
    return switch lane {
    case .quick:
      try await checker.checkAtOnce(file, name: name, received: reception, recalling: recall, onFailure: onFailure)
    case .conversion:
      try await checker.check(file, name: name, received: reception, recalling: recall, onFailure: onFailure)
    }
  }

  /// The ledger is history: where it fails, a report is judged as if there were none.
  private func memory(for query: MemoryQuery, besides id: SubmissionID) async -> Memory {
    do {
      return try await desk.memory(for: query, besides: id)
    } catch {
      journal.failed("judges submission \(id.rawValue) without comparing it with earlier ones", error)
      return Memory()
    }
  }

  private func finish(_ settled: Settled, judged: JudgedReport, begun: Stopwatch) async throws {
    let row = SubmissionRow(settled, judged: judged, durationMicroseconds: begun.microseconds)
    try await desk.finish(settled, recording: row)
    journal.settled(settled, judged: judged, durationMicroseconds: row.durationMicroseconds)
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
