package import Findings

/// What people are told of a rule.
package struct RuleSheet: Equatable, Sendable {
  package var id: RuleID
  /// The rule's own severity.
  package var severity: Severity
  /// The severity in force; `nil` when the rule is switched off.
  package var severityInForce: Severity?
  /// The law, decree or practice that the rule rests on.
  package var source: String
  /// What is checked, for the clerk, in Chinese.
  package var clerk: String
  /// The same for the administrator, in English.
  package var administrator: String
  package var example: Example?

  package init(
    id: RuleID,
    severity: Severity,
    severityInForce: Severity?,
    source: String,
    clerk: String,
    administrator: String,
    example: Example? = nil
  ) {
    self.id = id
    self.severity = severity
    self.severityInForce = severityInForce
    self.source = source
    self.clerk = clerk
    self.administrator = administrator
    self.example = example
  }

  /// An excerpt of a report that breaks the rule, and the same mended; both may have several lines.
  package struct Example: Equatable, Sendable {
    package var wrong: String
    package var right: String

    package init(wrong: String, right: String) {
      self.wrong = wrong
      self.right = right
    }
  }

  /// In the words of the configuration.
  var wordInForce: String { severityInForce?.rawValue ?? "off" }
  var isSet: Bool { severityInForce != severity }
}
