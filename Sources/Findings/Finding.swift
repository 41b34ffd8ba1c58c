/// One thing a reviewer would mark: where, what was found, what was expected, how to mend it.
///
/// A finding stays meaningful without the rule that made it: it carries its texts. `message` and `advice` are Chinese,
/// for the clerk who wrote the report.
package struct Finding: Equatable, Sendable {
  package var rule: RuleID
  package var severity: Severity
  package var message: String
  package var advice: String
  package var place: FindingPlace
  /// The other places, behind the first, where the same slip was made many times.
  package var otherPlaces: [FindingPlace] = []
  package var found: String?
  package var expected: String?
  /// What lets the reader see it for himself.
  package var evidence: [Evidence]

  package init(
    rule: RuleID,
    severity: Severity,
    message: String,
    advice: String,
    place: FindingPlace = FindingPlace(),
    found: String? = nil,
    expected: String? = nil,
    evidence: [Evidence] = []
  ) {
    self.rule = rule
    self.severity = severity
    self.message = message
    self.advice = advice
    self.place = place
    self.found = found
    self.expected = expected
    self.evidence = evidence
  }

  /// Every place, in the report's order.
  package var places: [FindingPlace] { [place] + otherPlaces }
}
