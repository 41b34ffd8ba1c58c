import Findings
import Foundation
import Ledger
import LinuxSystem
import Logging
import ServiceLifecycle
import Spool
import Synchronization
import SystemPackage

/// Keeps a file for the textfile collector of node_exporter, replaced in one step soon after anything has changed.
final class MetricsFile: Service {
  /// The least time between two replacements.
  private static let pause: Duration = .seconds(1)

  private struct State {
    var path: String?
    var metrics = Metrics()
    var hasFailed = false
  }

  private let state: Mutex<State>
  private let status: ServiceStatus
  private let spool: String
  private let logger: Logger
  private let changes: AsyncStream<Void>
  private let changed: AsyncStream<Void>.Continuation

  /// - Parameters:
  ///   - path: The file; `nil` for none.
  ///   - ledgers: Where the outcomes of earlier runs are counted, so that counters go on.
  ///   - status: What is so at the moment.
  ///   - spool: Whose files are counted.
  ///   - logger: Told, once, when the file cannot be written.
  init(path: String?, ledgers: LedgerStore, status: ServiceStatus, spool: String, logger: Logger) {
    var metrics = Metrics()
    let counts = try? ledgers.use { ledger throws(LedgerError) in try ledger.outcomeCounts() }
    for count in counts ?? [] {
      metrics.add(Metrics.Outcome(verdict: Verdict(count.verdict), office: count.office), count: count.count)
    }
    state = Mutex(State(path: path, metrics: metrics))
    self.status = status
    self.spool = spool
    self.logger = logger
    (changes, changed) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
  }

  /// Goes on with another file, or with none.
  func move(to path: String?) {
    state.withLock { state in
      state.path = path
      state.hasFailed = false
    }
    note()
  }

  /// Something has changed that the file tells.
  func note() {
    changed.yield()
  }

  /// A report has its outcome.
  func settled(_ verdict: Verdict, office: String?, durationMicroseconds: Int) {
    let now = Int(Date().timeIntervalSince1970)
    state.withLock { state in
      state.metrics.add(Metrics.Outcome(verdict: verdict, office: office))
      state.metrics.took(Double(durationMicroseconds) / 1_000_000, at: now)
    }
    note()
  }

  func run() async {
    note()
    await withGracefulShutdownHandler {
      for await _ in changes {
        guard isWanted else { continue }
        write()
        _ = await PauseUntilShutdown.pause(for: Self.pause)
      }
      write()
    } onGracefulShutdown: {
      self.changed.finish()
    }
  }

  private var isWanted: Bool { state.withLock { $0.path != nil } }

  private func write() {
    let (path, metrics) = state.withLock { ($0.path, $0.metrics) }
    guard let path else { return }
    do throws(Errno) {
      try Self.replace(FilePath(path), with: Array(metrics.text(with: gauges).utf8))
      state.withLock { $0.hasFailed = false }
    } catch {
      let isNews = state.withLock { state in
        defer { state.hasFailed = true }
        return !state.hasFailed
      }
      guard isNews else { return }
      logger.error(
        "the metrics cannot be written to \(path): \(error). The unit has to let the service write there (ReadWritePaths=), and so has the folder"
      )
    }
  }

  private var gauges: Metrics.Gauges {
    let facts = status.facts
    let folders = FolderCounts(spool: spool, counting: [.inHand, .held])
    return Metrics.Gauges(
      waiting: facts.waiting, inHand: folders.inHand, held: folders.held,
      takesIn: facts.obstacle == nil && facts.watching, rescans: facts.rescans, overflows: facts.overflows)
  }

  /// Who reads it sees the old file or the new one.
  private static func replace(_ path: FilePath, with bytes: [UInt8]) throws(Errno) {
    guard let name = path.lastComponent, let draft = FilePath.Component(".\(name.string).new") else {
      throw .invalidArgument
    }
    let folder = try Directory(at: path.removingLastComponent())
    do throws(Errno) { try folder.unlink(draft) } catch .noSuchFileOrDirectory {}
    let file = try folder.createFile(draft)
    try file.writeAll(bytes)
    try file.setPermissions([.ownerReadWrite, .groupRead, .otherRead])
    try file.close()
    try folder.renameReplacing(draft, to: name, in: folder)
  }
}

extension Verdict {
  init(_ verdict: SubmissionRow.Verdict) {
    self =
      switch verdict {
      case .accepted: .accepted
      case .rejected: .rejected
      case .held: .held
      }
  }
}
