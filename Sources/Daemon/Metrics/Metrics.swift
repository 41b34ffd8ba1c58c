import Findings

/// What has become of reports, in numbers for monitoring.
struct Metrics: Equatable, Sendable {
  struct Outcome: Hashable, Sendable {
    var verdict: Verdict
    /// `nil` when the report does not say whose it is.
    var office: String?
  }

  /// Beyond so many, further offices are counted as one: who hands in names at random does not fill the monitoring.
  static let mostOffices = 2_000
  static let otherOffices = "(others)"
  /// Upper bounds in seconds.
  static let durationBounds = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60]

  private(set) var outcomes: [Outcome: Int] = [:]
  private(set) var durationCounts = Array(repeating: 0, count: durationBounds.count + 1)
  private(set) var durationSum = 0.0
  /// When the last outcome was on the disk, in seconds since 1970.
  private(set) var lastSuccess: Int?
  private var offices: Set<String> = []

  /// - Parameters:
  ///   - outcome: Of a report, or of several of earlier runs.
  ///   - count: How many.
  mutating func add(_ outcome: Outcome, count: Int = 1) {
    var outcome = outcome
    if let office = outcome.office, !offices.contains(office) {
      if offices.count < Self.mostOffices {
        offices.insert(office)
      } else {
        outcome.office = Self.otherOffices
      }
    }
    outcomes[outcome, default: 0] += count
  }

  /// - Parameters:
  ///   - duration: From the claim to the outcome, in seconds.
  ///   - time: When the outcome was on the disk, in seconds since 1970.
  mutating func took(_ duration: Double, at time: Int) {
    durationCounts[Self.durationBounds.firstIndex { duration <= $0 } ?? Self.durationBounds.count] += 1
    durationSum += duration
    lastSuccess = max(lastSuccess ?? time, time)
  }

  /// What is so at the moment.
  struct Gauges: Equatable, Sendable {
    var waiting = 0
    var inHand = 0
    var held = 0
    var takesIn = true
    var rescans = 0
    var overflows = 0
  }
}

/// The text format of Prometheus, version 0.0.4.
extension Metrics {
  func text(with gauges: Gauges) -> String {
    var text = MetricsText()
    text.family("nianbaod_info", "gauge", "The version that runs.")
    text.sample("nianbaod_info", [("version", Version.current)], "1")
    text.family("nianbaod_outcomes_total", "counter", "Reports that have their outcome, by verdict and office.")
    let counted = outcomes.sorted { left, right in
      (left.key.verdict.rawValue, left.key.office ?? "") < (right.key.verdict.rawValue, right.key.office ?? "")
    }
    for (outcome, count) in counted {
      text.sample(
        "nianbaod_outcomes_total", [("verdict", outcome.verdict.rawValue), ("office", outcome.office ?? "")], "\(count)"
      )
    }
    text.gauge(
      "nianbaod_waiting_files", "Files known to wait in the inbox; at most some thousands are.", gauges.waiting)
    text.gauge("nianbaod_in_hand_files", "Files that are claimed and have no outcome yet.", gauges.inHand)
    text.gauge("nianbaod_held_files", "Files in held.", gauges.held)
    text.gauge(
      "nianbaod_taking_in", "1 while reports are taken in, 0 while something is in the way.", gauges.takesIn ? 1 : 0)
    text.counter("nianbaod_rescans_total", "How often the inbox was looked through since the start.", gauges.rescans)
    text.counter("nianbaod_overflows_total", "How often the kernel has lost events since the start.", gauges.overflows)
    if let lastSuccess {
      text.gauge("nianbaod_last_success_timestamp_seconds", "When the last outcome was on the disk.", lastSuccess)
    }
    text.family("nianbaod_duration_seconds", "histogram", "From the claim to the outcome, since the start.")
    var sum = 0
    for (bound, count) in zip(Self.durationBounds.map { "\($0)" } + ["+Inf"], durationCounts) {
      sum += count
      text.sample("nianbaod_duration_seconds_bucket", [("le", bound)], "\(sum)")
    }
    text.sample("nianbaod_duration_seconds_sum", [], "\(durationSum)")
    text.sample("nianbaod_duration_seconds_count", [], "\(sum)")
    return text.text
  }
}

private struct MetricsText {
  private(set) var text = ""

  mutating func family(_ name: String, _ type: String, _ help: String) {
    text += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n"
  }

  mutating func sample(_ name: String, _ labels: [(name: String, value: String)], _ value: String) {
    let labels = labels.map { "\($0.name)=\"\(escaped($0.value))\"" }.joined(separator: ",")
    text += labels.isEmpty ? "\(name) \(value)\n" : "\(name){\(labels)} \(value)\n"
  }

  mutating func gauge(_ name: String, _ help: String, _ value: Int) {
    family(name, "gauge", help)
    sample(name, [], "\(value)")
  }

  mutating func counter(_ name: String, _ help: String, _ value: Int) {
    family(name, "counter", help)
    sample(name, [], "\(value)")
  }

  private func escaped(_ value: String) -> String {
    var escaped = ""
    for character in value.unicodeScalars {
      switch character {
      case "\\": escaped += "\\\\"
      case "\"": escaped += "\\\""
      case "\n": escaped += "\\n"
      default: escaped.unicodeScalars.append(character)
      }
    }
    return escaped
  }
}
