import DocumentModel
import Findings
package import ReportModel

/// The diagnostics as a SARIF 2.1.0 log, for viewers and pipelines that know linters.
package enum DiagnosticsSARIF {
  /// One log with one run for all reports, as JSON in UTF-8 on one line, without a newline at its end.
  ///
  /// A report that was held makes the run unsuccessful and is named in a notification: a consumer must not take the
  /// absence of results for a pass.
  package static func render(_ judged: [JudgedReport]) -> [UInt8] {
    JSONObject.bytes { log in
      log.add("$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")
      log.add("version", "2.1.0")
      log.add("runs", array: CollectionOfOne(judged)) { run, judged in add(judged, to: &run) }
    }
  }

  private static func add(_ judged: [JudgedReport], to run: inout JSONObject) {
    let rules = ruleOrder(judged)
    let indices = Dictionary(uniqueKeysWithValues: zip(rules, rules.indices))
    run.add("tool") { tool in
      tool.add("driver") { driver in
        driver.add("name", "nianbaod")
        driver.add("version", judged.first?.version)
        driver.add("rules", array: rules) { $0.add("id", $1.rawValue) }
      }
    }
    addInvocation(judged, to: &run)
    run.add("language", "zh-CN")
    run.add("artifacts", array: judged) { artifact, report in
      artifact.add("location") { $0.add("uri", uri(report.file.name)) }
      artifact.add("length", report.file.bytes)
      if let sha256 = report.file.sha256 { artifact.add("hashes") { $0.add("sha-256", sha256) } }
    }
    let results = judged.enumerated().flatMap { index, report in report.findings.map { (index, report, $0) } }
    run.add("results", array: results) { json, each in
      let (artifact, report, finding) = each
      json.add("ruleId", finding.rule.rawValue)
      json.add("ruleIndex", indices[finding.rule])
      json.add("level", level(finding.severity))
      json.add("message") { $0.add("text", message(finding)) }
      json.add("locations", array: finding.places) { location, place in
        add(report.file, artifact, line: place.source.line, to: &location)
        guard let name = logicalName(place, in: report.report) else { return }
        location.add("logicalLocations", array: CollectionOfOne(name)) { $0.add("fullyQualifiedName", $1) }
      }
      json.add("properties") { properties in
        properties.add("found", finding.found)
        properties.add("expected", finding.expected)
        properties.add("page", finding.place.source.page)
        EvidenceJSON.add(finding, to: &properties)
      }
    }
  }

  private static func addInvocation(_ judged: [JudgedReport], to run: inout JSONObject) {
    let held = judged.enumerated().filter { $0.element.verdict == .held }
    run.add("invocations", array: CollectionOfOne(held)) { invocation, held in
      invocation.add("executionSuccessful", held.isEmpty)
      guard !held.isEmpty else { return }
      invocation.add("toolExecutionNotifications", array: held) { notification, each in
        notification.add("level", "error")
        notification.add("message") { $0.add("text", plain(each.element.heldBecause ?? "未能审核。")) }
        notification.add("locations", array: CollectionOfOne(each)) {
          add($1.element.file, $1.offset, line: nil, to: &$0)
        }
      }
    }
  }

  private static func add(_ file: FileFacts, _ artifact: Int, line: Int?, to location: inout JSONObject) {
    location.add("physicalLocation") { physical in
      physical.add("artifactLocation") { artifactLocation in
        artifactLocation.add("uri", uri(file.name))
        artifactLocation.add("index", artifact)
      }
      guard let line, line > 0 else { return }
      physical.add("region") { $0.add("startLine", line) }
    }
  }

  /// The rules that speak, in the order in which they first do.
  private static func ruleOrder(_ judged: [JudgedReport]) -> [RuleID] {
    var seen: Set<RuleID> = []
    return judged.flatMap(\.findings).map(\.rule).filter { seen.insert($0).inserted }
  }

  private static func level(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "note"
    }
  }

  private static func message(_ finding: Finding) -> String {
    var sentences = [plain(finding.message)]
    if let found = finding.found { sentences.append("填的是：\(plain(found, limit: ShownLimit.value))") }
    if let expected = finding.expected { sentences.append("应该是：\(plain(expected, limit: ShownLimit.value))") }
    for item in ShownEvidence(of: finding).items {
      // Already cut, and longer than a sentence may be.
      switch item {
      case .quote(let quote): sentences.append("原文：\(plain(quote.words, limit: .max))")
      case .comparison(let comparison): sentences += comparison.lines.map { "对照：\(plain($0, limit: .max))" }
      }
    }
    if !finding.advice.isEmpty { sentences.append("怎么改：\(plain(finding.advice))") }
    return sentences.joined(separator: "\n")
  }

  /// A literal text in a message string, where braces stand for placeholders and `[…](…)` for a link.
  private static func plain(_ text: String, limit: Int = ShownLimit.sentence) -> String {
    var result = ""
    for scalar in text.shown(limit: limit).unicodeScalars {
      switch scalar {
      case "{", "}": result.unicodeScalars.append(scalar)
      case "(" where result.unicodeScalars.last == "]": result += " "
      default: break
      }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  /// The figure's id where a cell is meant, else as much of table, row and column as is known.
  private static func logicalName(_ place: FindingPlace, in report: AnnualReport?) -> String? {
    if let table = place.table, let row = place.row, let column = place.column,
      let reading = report?.tables.first(where: { $0.table.id == table })
    {
      return reading.table.figureID(row: row, column: column)
    }
    let parts = [place.table, place.row, place.column].compactMap(\.self)
    guard parts.isEmpty else { return parts.joined(separator: ".") }
    return place.section.map { "section.\($0)" }
  }

  /// A relative reference to the file: every byte but the unreserved ones of RFC 3986 is percent-encoded.
  private static func uri(_ name: String) -> String {
    var result = ""
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return result
  }
}
