import Logging
import Systemd

/// Reads the configuration anew while the service runs. A wrong one changes nothing.
actor Reloader {
  private let load: @Sendable () throws(ConfigurationError) -> Configuration
  private let assemble: @Sendable (Configuration) throws -> IntakeFactory
  private let intake: IntakeSwitch
  private let metrics: MetricsFile
  private let logger: Logger
  private let status: ServiceStatus
  private var current: Configuration
  private var latest: Task<Result<String, ReloadError>, Never>?

  /// - Parameters:
  ///   - current: What is in force.
  ///   - load: Reads what is to be.
  ///   - assemble: Puts together what takes reports in by a configuration, once all files that it names have been read.
  ///   - intake: Where that goes.
  ///   - metrics: Moves to another file when that is named.
  ///   - logger: Told what has come of it.
  ///   - status: Says that it is going on.
  init(
    current: Configuration, load: @escaping @Sendable () throws(ConfigurationError) -> Configuration,
    assemble: @escaping @Sendable (Configuration) throws -> IntakeFactory, intake: IntakeSwitch, metrics: MetricsFile,
    logger: Logger, status: ServiceStatus
  ) {
    self.current = current
    self.load = load
    self.assemble = assemble
    self.intake = intake
    self.metrics = metrics
    self.logger = logger
    self.status = status
  }

  /// Puts the configuration in force that the files hold now.
  ///
  /// - Returns: What has changed, in words.
  /// - Throws: ``ReloadError``; what was in force still is.
  func reload() async throws(ReloadError) -> String {
    // One after the other: who asks while another is under way wants what the files hold now.
    let earlier = latest
    let reload = Task {
      _ = await earlier?.value
      return await reloadNow()
    }
    latest = reload
    return try await reload.value.get()
  }

  private func reloadNow() async -> Result<String, ReloadError> {
    status.beginReload()
    defer { status.endReload() }
    do throws(ReloadError) {
      let changes = try await putInForce()
      logger.notice("the configuration was read anew: \(changes)", metadata: JournalEvent.reloaded.metadata)
      return .success(changes)
    } catch {
      logger.error(
        "the configuration was not read anew, and the old one stays in force: \(error)",
        metadata: JournalEvent.reloadRefused.metadata)
      return .failure(error)
    }
  }

  private func putInForce() async throws(ReloadError) -> String {
    do {
      let next = try load()
      for (key, isSame) in [("spool", next.spool == current.spool), ("state", next.state == current.state)]
      where !isSame {
        throw ReloadError.needsRestart(key: key)
      }
      let changed = next.keysThatDiffer(from: current)
      try await intake.change(to: try assemble(next))
      if next.metrics != current.metrics { metrics.move(to: next.metrics) }
      current = next
      return changed.isEmpty
        ? "no key has changed, forms and roster were read too" : "changed \(changed.joined(separator: ", "))"
    } catch let error as ReloadError {
      throw error
    } catch {
      throw .refused("\(error)")
    }
  }
}

extension Configuration {
  /// The keys whose values are not those of another configuration, in the order of the file.
  func keysThatDiffer(from other: Configuration) -> [String] {
    let settings = sections
    let others = other.sections
    let keys = settings.map(\.key) + others.map(\.key).filter { key in !settings.contains { $0.key == key } }
    return keys.filter { key in
      settings.first { $0.key == key }?.lines != others.first { $0.key == key }?.lines
    }
  }

  /// The effective configuration, a key with all its lines at a time.
  private var sections: [(key: String, lines: [Substring])] {
    var sections: [(key: String, lines: [Substring])] = []
    for line in yaml.split(separator: "\n") {
      if line.first != " ", let end = line.firstIndex(of: ":") { sections.append((String(line[..<end]), [])) }
      if !sections.isEmpty { sections[sections.count - 1].lines.append(line) }
    }
    return sections
  }
}
