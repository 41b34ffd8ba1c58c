import ArgumentParser
import Daemon
import Findings
import Glibc
import Rendering
import SystemPackage

struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "Lists the rules, or explains one.",
    discussion: """
      Severities are those in force; where the configuration sets another than the rule's own, both are shown. \
      Exit status: 0, 64 when there is no such rule, 78 configuration.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, markdown
  }

  @OptionGroup var options: ConfigurationOptions

  @Option(help: "How the rules are printed: \(Format.allCases.map(\.rawValue).joined(separator: ", ")).")
  var format: Format = .text

  @Argument(help: ArgumentHelp("The rule to explain.", valueName: "id"))
  var id: String?

  func run() throws {
    let rules = try options.load().rules
    let asked = try id.map { [try rule($0, among: rules)] } ?? rules
    // A reader that has gone away, as head(1) does, ends the program by SIGPIPE.
    _ = try? FileDescriptor.standardOutput.writeAll(printed(asked))
  }

  private func rule(_ id: String, among rules: [RuleSheet]) throws -> RuleSheet {
    if let rule = rules.first(where: { $0.id.rawValue == id }) { return rule }
    let nearest = RuleID(rawValue: id).nearest(among: rules.map(\.id)).map(\.rawValue)
    let hint =
      nearest.isEmpty
      ? "nianbaod rules lists all there are" : "did you mean \(nearest.joined(separator: " or "))?"
    throw Complaint.end("there is no rule \(id.shown(limit: 100)); \(hint)", with: .validationFailure)
  }

  private func printed(_ rules: [RuleSheet]) -> [UInt8] {
    switch format {
    case .text:
      guard id != nil, let rule = rules.first else { return RuleSheetsText.list(rules) }
      return RuleSheetsText.explanation(of: rule, coloured: isatty(STDOUT_FILENO) == 1)
    case .json: return RuleSheetsJSON.render(rules) + [UInt8(ascii: "\n")]
    case .markdown: return RuleSheetsMarkdown.table(rules)
    }
  }
}
