import Findings
import Foundation
import Rules
import Testing

/// The command that explains the rules.
@Suite struct RulesCommandTests {
  private struct Sheets: Decodable {
    struct Rule: Decodable {
      var rule: String
      var severity: String
      var `default`: String
      var checks: [String: String]
      var source: String
      var example: [String: String]
    }
    var schema: String
    var rules: [Rule]
  }

  private func rules(_ arguments: [String] = [], configuration: String = "") throws -> Program.Result {
    let scratch = try Scratch()
    let path = try scratch.write(configuration, to: "nianbaod.yaml")
    return try Program.run(["rules", "--config", path] + arguments)
  }

  private var ids: [String] { RuleBook.rules.map { $0.description.id.rawValue } }

  @Test func `every rule has its line, in the order of a review`() throws {
    let result = try rules()
    #expect(result.status == 0 && result.errors.isEmpty)
    let lines = result.output.split(separator: "\n").map { $0.split(separator: " ").prefix(2).map(String.init) }
    #expect(lines == RuleBook.rules.map { [$0.description.id.rawValue, $0.description.severity.rawValue] })
  }

  @Test func `a list says what the configuration sets`() throws {
    let lines = try rules(configuration: "severities: { title: off, section-heading: error, blank-cell: error }")
      .output.split(separator: "\n")
    func line(_ id: String) -> [Substring] {
      lines.first { $0.hasPrefix(id + " ") }?.split(separator: " ") ?? []
    }
    #expect(line("title").prefix(4) == ["title", "warning", "→", "off"])
    #expect(line("section-heading").prefix(4) == ["section-heading", "warning", "→", "error"])
    #expect(line("blank-cell").prefix(3) == ["blank-cell", "error", "A"], "it is set to what it is anyway")
  }

  @Test(arguments: RuleBook.rules.map { $0.description.id.rawValue })
  func `a rule is explained with all its texts`(_ id: String) throws {
    let result = try rules([id])
    #expect(result.status == 0 && result.errors.isEmpty)
    #expect(result.output.hasPrefix(id + "\n"))
    let description = try #require(RuleBook.rules.map { $0.description }.first { $0.id.rawValue == id })
    // Lines are wrapped at spaces and between ideographs.
    func bare(_ text: String) -> String { text.filter { !$0.isWhitespace } }
    let example = try #require(description.example)
    for text in [description.administrator, description.clerk, description.source, example.wrong, example.right] {
      #expect(bare(result.output).contains(bare(text)), "\(text)")
    }
  }

  @Test func `the object for programs holds every rule, or the one that is asked for`() throws {
    let all = try rules(["--format", "json"], configuration: "severities: { title: off }")
    #expect(all.output.hasSuffix("}\n") && all.output.split(separator: "\n").count == 1)
    let sheets = try JSONDecoder().decode(Sheets.self, from: Data(all.output.utf8))
    #expect(sheets.schema == "nianbaod/rules/1")
    #expect(sheets.rules.map(\.rule) == ids)
    #expect(sheets.rules.first { $0.rule == "title" }?.severity == "off")
    let one = try JSONDecoder().decode(
      Sheets.self, from: Data(try rules(["title", "--format", "json"]).output.utf8))
    #expect(one.rules.map(\.rule) == ["title"])
    #expect(one.rules.map(\.severity) == ["warning"])
  }

  @Test(arguments: [
    ("request-balance", "did you mean requests-balance?"),
    ("missing", "did you mean missing-section or missing-table or missing-row?"),
    ("payroll", "nianbaod rules lists all there are"),
  ])
  func `an unknown rule ends with 64 and what may be meant`(_ id: String, _ hint: String) throws {
    let result = try rules([id])
    #expect(result.status == 64 && result.output.isEmpty)
    #expect(result.errors == "nianbaod: there is no rule \(id); \(hint)\n")
  }

  @Test func `an unknown rule cannot command a terminal`() throws {
    let result = try rules(["\u{1B}[2J\u{202E}"])
    #expect(result.status == 64)
    #expect(result.errors.contains("[U+001B][2J[U+202E]") && !result.errors.contains("\u{1B}"))
  }

  @Test func `a wrong configuration is a wrong configuration here too`() throws {
    #expect(try rules(configuration: "severities: { titel: off }").status == 78)
  }

  @Test func `the README lists the rules as they are`() throws {
    let readme = try String(contentsOf: Self.root.appending(path: "README.md"), encoding: .utf8)
    let before = try #require(readme.firstRange(of: "<!-- rules -->\n"))
    let after = try #require(readme.firstRange(of: "<!-- /rules -->\n"))
    try #require(before.upperBound < after.lowerBound)
    #expect(
      String(readme[before.upperBound..<after.lowerBound]) == (try rules(["--format", "markdown"]).output),
      "run `nianbaod rules --format markdown` and put what it prints between the marks <!-- rules --> in README.md")
  }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
}
