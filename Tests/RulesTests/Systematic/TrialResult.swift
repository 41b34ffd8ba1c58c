import DocumentModel
import Findings
import Rules

/// What was said of a changed report, set against what should have been.
struct TrialResult: Sendable {
  let trial: Trial
  let findings: [Finding]
  /// What should have been said and was not.
  private(set) var missing: [Expected] = []
  /// What was said and should not have been.
  private(set) var surplus: [Finding] = []
  /// What was said of another place than the changed one.
  private(set) var misplaced: [Finding] = []

  init(_ trial: Trial) throws {
    self.trial = trial
    let judged = try trial.judged()
    findings = judged.findings
    var rest = findings
    for expected in trial.expected {
      guard let index = rest.firstIndex(where: { Expected($0, like: expected) == expected }) else {
        // Of a harmless change these are the most that may be said.
        if !trial.isHarmless { missing.append(expected) }
        continue
      }
      let finding = rest.remove(at: index)
      if trial.pointsAtChange, !trial.isHarmless, !judged.touched.contains(finding.place.source) {
        misplaced.append(finding)
      }
    }
    surplus = rest
  }

  var isRight: Bool { missing.isEmpty && surplus.isEmpty && misplaced.isEmpty && verdict == wantedVerdict }

  var isCaught: Bool { !trial.expected.isEmpty && missing.isEmpty }

  var verdict: Verdict { Verdict(findings) }

  /// One error rejects, and a warning does not.
  var wantedVerdict: Verdict {
    let severities = Dictionary(
      RuleBook.rules.map { ($0.description.id.rawValue, $0.description.severity) },
      uniquingKeysWith: { first, _ in first })
    return trial.expected.contains { severities[$0.rule] == .error } ? .rejected : .accepted
  }

  var said: String {
    findings.map { finding in
      let place = [
        finding.place.section.map(String.init), finding.place.row, finding.place.column, finding.found,
        finding.expected,
      ]
      return "\(finding.rule) · \(place.compactMap { $0 }.joined(separator: " · ")) · \(finding.place.source)"
    }.joined(separator: "\n")
  }
}

extension Trial {
  var isHarmless: Bool {
    if case .harmless = outcome { true } else { false }
  }

  var isUnseen: Bool {
    if case .unseen = outcome { true } else { false }
  }
}
