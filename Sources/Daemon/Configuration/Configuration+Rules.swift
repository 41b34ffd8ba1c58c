package import Rendering
import Findings
import Rules

extension Configuration {
  /// Every rule with the severity in force, in the order in which a reviewer would look.
  package var rules: [RuleSheet] {
    RuleBook.rules.map { rule in
      let description = rule.description
      let level = severities[description.id]
      return RuleSheet(
        id: description.id, severity: description.severity,
        severityInForce: level.map { Severity(rawValue: $0.rawValue) } ?? description.severity,
        source: description.source, clerk: description.clerk, administrator: description.administrator,
        example: description.example.map { RuleSheet.Example(wrong: $0.wrong, right: $0.right) })
    }
  }
}
