import DocumentModel
import Findings
import Rules
import StrictYAML

/// Lays the settings of a YAML file over a configuration.
enum ConfigurationFile {
  private static let keys = [
    "spool", "state", "settle", "writer_deadline", "rescan", "workers", "limits", "diagnostics", "severities",
    "likeness", "ignore", "forms", "offices", "metrics",
  ]

  /// - Parameters:
  ///   - text: the file's text.
  ///   - source: the file's name, for errors.
  ///   - configuration: what the file's settings are laid over.
  /// - Throws: `YAMLError` that names the line, the key and what belongs there.
  static func apply(_ text: String, source: String, to configuration: inout Configuration) throws(YAMLError) {
    guard let document = try YAMLValue.parse(text, source: source) else { return }
    let map = try document.map(keys: keys)
    if let value = map.optional("spool") { configuration.spool = try value.absolutePath() }
    if let value = map.optional("state") { configuration.state = try value.absolutePath() }
    if let value = map.optional("settle") { configuration.settle = try value.duration() }
    if let value = map.optional("writer_deadline") { configuration.writerDeadline = try value.duration() }
    if let value = map.optional("rescan") { configuration.rescan = try value.duration() }
    if let value = map.optional("workers") { configuration.workers = try value.int(in: 1...64) }
    if let value = map.optional("limits") { try apply(value, to: &configuration.limits) }
    if let value = map.optional("diagnostics") { configuration.diagnostics = try diagnostics(value) }
    if let value = map.optional("severities") { try severities(value, to: &configuration.severities) }
    if let value = map.optional("likeness") { try apply(value, to: &configuration.likeness) }
    if let value = map.optional("ignore") { configuration.ignore = try value.strings() }
    if let value = map.optional("forms") { configuration.forms = try value.absolutePath() }
    if let value = map.optional("offices") { configuration.offices = try value.absolutePath() }
    if let value = map.optional("metrics") { configuration.metrics = try value.absolutePath() }
  }

  private static func apply(_ value: YAMLValue, to limits: inout Configuration.Limits) throws(YAMLError) {
    let map = try value.map(keys: ["file", "unpacked", "entries", "nesting", "pages", "time", "memory"])
    if let value = map.optional("file") { limits.document.file = try value.bytes() }
    if let value = map.optional("unpacked") { limits.document.unpacked = try value.bytes() }
    if let value = map.optional("entries") { limits.document.entries = try value.int(in: 1...1_000_000) }
    // The readers follow what is nested by calling themselves.
    if let value = map.optional("nesting") { limits.document.nesting = try value.int(in: 16...1_000) }
    if let value = map.optional("pages") { limits.document.pages = try value.int(in: 1...100_000) }
    if let value = map.optional("memory") { limits.memory = try value.bytes() }
    if let value = map.optional("time") {
      limits.time = try value.duration()
      guard limits.time >= .seconds(1) else { throw value.error("a worker needs at least 1s") }
    }
  }

  private static func apply(_ value: YAMLValue, to likeness: inout LikenessMarks) throws(YAMLError) {
    let map = try value.map(keys: ["last_year", "another", "problems"])
    if let value = map.optional("last_year") { likeness.lastYear = try value.percent(rule: "same-as-last-year") }
    if let value = map.optional("another") { likeness.another = try value.percent(rule: "same-as-another") }
    if let value = map.optional("problems") { likeness.problems = try value.percent(rule: "problems-repeated") }
  }

  private static func diagnostics(_ value: YAMLValue) throws(YAMLError) -> [Configuration.DiagnosticsKind] {
    var kinds: [Configuration.DiagnosticsKind] = []
    for item in try value.list() {
      let kind = try item.choice(of: Configuration.DiagnosticsKind.self)
      if !kinds.contains(kind) { kinds.append(kind) }
    }
    guard !kinds.isEmpty else { throw value.error("at least one of html, json and text is needed") }
    return kinds
  }

  private static func severities(
    _ value: YAMLValue, to severities: inout [RuleID: RuleLevel]
  ) throws(YAMLError) {
    let known = RuleBook.rules.map { $0.description.id }
    for (key, level) in try value.entries() {
      let rule = RuleID(rawValue: key)
      guard known.contains(rule) else { throw level.error("there is no rule of this name") }
      severities[rule] = try level.choice(of: RuleLevel.self)
    }
  }
}

extension YAMLValue {
  fileprivate func absolutePath() throws(YAMLError) -> String {
    let path = try string()
    guard path.hasPrefix("/") else { throw error("expected a path that begins with /, found \(path)") }
    return path
  }

  /// A mark, in hundredths. That of nothing would name every report.
  fileprivate func percent(rule: RuleID) throws(YAMLError) -> Int {
    let text = try string()
    guard let number = Int(text.hasSuffix("%") ? String(text.dropLast()) : text), (1...100).contains(number) else {
      throw error(
        "expected a percentage from 1 to 100 such as 60, found \(text); severities: { \(rule): off } leaves the rule out"
      )
    }
    return number
  }

  fileprivate func int(in range: ClosedRange<Int>) throws(YAMLError) -> Int {
    let number = try int()
    guard range.contains(number) else {
      throw error("expected a number from \(range.lowerBound) to \(range.upperBound), found \(number)")
    }
    return number
  }
}
