package import Findings

/// One thing that is checked.
///
/// A rule is one small type with one pure `check`. Its texts stand in its own file.
package protocol Rule: Sendable {
  static var description: RuleDescription { get }

  init()

  /// What breaks the rule, in the report's order.
  func check(_ subject: Subject) -> [Finding]
}

/// What is known of a rule apart from its code.
package struct RuleDescription: Sendable {
  package var id: RuleID
  package var severity: Severity
  /// When the rule is asked.
  package var stage: RuleStage
  /// The law, decree or practice that the rule rests on.
  package var source: String
  /// What is checked and why, for the clerk, in Chinese.
  package var clerk: String
  /// The same for the administrator, in English.
  package var administrator: String
  /// What breaks the rule, and what it should be.
  package var example: RuleExample?

  package init(
    id: RuleID,
    severity: Severity,
    stage: RuleStage = .report,
    source: String,
    clerk: String,
    administrator: String,
    example: RuleExample? = nil
  ) {
    self.id = id
    self.severity = severity
    self.stage = stage
    self.source = source
    self.clerk = clerk
    self.administrator = administrator
    self.example = example
  }
}

/// An excerpt of a report that breaks a rule, and the same as it should be. In Chinese, as reports are.
package struct RuleExample: Equatable, Sendable {
  package var wrong: String
  package var right: String

  package init(wrong: String, right: String) {
    self.wrong = wrong
    self.right = right
  }
}

/// Rules are asked in stages.
package enum RuleStage: Int, CaseIterable, Sendable {
  /// Whether the file can be read and is a report at all. The first finding ends the questioning.
  case reading
  /// What the report holds.
  case report
}

extension Rule {
  /// A finding of this rule, with its default severity.
  func finding(
    _ message: String,
    advice: String,
    at place: FindingPlace = FindingPlace(),
    found: String? = nil,
    expected: String? = nil,
    evidence: [Evidence] = []
  ) -> Finding {
    Finding(
      rule: Self.description.id, severity: Self.description.severity, message: message, advice: advice, place: place,
      found: found, expected: expected, evidence: evidence)
  }
}
