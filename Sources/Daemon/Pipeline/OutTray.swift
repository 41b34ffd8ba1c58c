import LinuxSystem
import ReportModel
import Spool
import Synchronization

/// A judged report on its way to the disk.
struct JudgedSubmission: Sendable {
  enum Stage: Sendable {
    case judged(Filing)
    /// Filed before a crash; only the record may be missing.
    case filed(Settled)
  }

  var stage: Stage
  var judged: JudgedReport
  var begun: Stopwatch
  /// How many times it could not be filed before.
  var failures: Int

  var id: SubmissionID {
    switch stage {
    case .judged(let filing): filing.id
    case .filed(let settled): settled.id
    }
  }
}

/// Verdicts that wait for the disk. While one batch is being written, the next gathers here; whoever brings more than the
/// disk can take waits.
final class OutTray: Sendable {
  /// The most in the tray, and in a batch.
  static let capacity = 256

  private struct State {
    var items: [JudgedSubmission] = []
    var isFinished = false
    var taker: CheckedContinuation<Void, Never>?
    var bringers: [CheckedContinuation<Void, Never>] = []

    mutating func wakeAll() -> [CheckedContinuation<Void, Never>] {
      defer {
        bringers = []
        taker = nil
      }
      return bringers + (taker.map { [$0] } ?? [])
    }
  }

  private let state = Mutex(State())

  /// Adds a verdict, when there is room.
  func add(_ item: JudgedSubmission) async {
    while true {
      let (isAdded, taker) = state.withLock { state -> (Bool, CheckedContinuation<Void, Never>?) in
        guard state.items.count < Self.capacity || state.isFinished else { return (false, nil) }
        state.items.append(item)
        defer { state.taker = nil }
        return (true, state.taker)
      }
      taker?.resume()
      if isAdded { return }
      await withCheckedContinuation { continuation in
        let hasRoom = state.withLock { state in
          if state.items.count < Self.capacity || state.isFinished { return true }
          state.bringers.append(continuation)
          return false
        }
        if hasRoom { continuation.resume() }
      }
    }
  }

  /// All verdicts that have gathered.
  ///
  /// - Returns: At least one; none when there will be no more.
  func takeAll() async -> [JudgedSubmission] {
    while true {
      let (items, isFinished, bringers) = state.withLock { state in
        let items = state.items
        state.items = []
        defer { state.bringers = [] }
        return (items, state.isFinished, state.bringers)
      }
      for bringer in bringers { bringer.resume() }
      if !items.isEmpty || isFinished { return items }
      await withCheckedContinuation { continuation in
        let isReady = state.withLock { state in
          if !state.items.isEmpty || state.isFinished { return true }
          state.taker = continuation
          return false
        }
        if isReady { continuation.resume() }
      }
    }
  }

  /// Says that no more will come.
  func finish() {
    let waiting = state.withLock { state in
      state.isFinished = true
      return state.wakeAll()
    }
    for continuation in waiting { continuation.resume() }
  }
}
