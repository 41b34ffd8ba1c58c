import DocumentModel
package import Findings

/// How an administrator has set a rule.
package enum RuleLevel: String, CaseIterable, Sendable {
  case error, warning, info
  /// The rule is not asked.
  case off

  var severity: Severity? { Severity(rawValue: rawValue) }
}

/// All rules, with the severities in force.
package struct RuleBook: Sendable {
  /// Every rule, in the order in which a reviewer would look.
  package static let rules: [any Rule.Type] = [
    UnreadableRule.self, UnsupportedFormatRule.self, NoTextLayerRule.self, DamagedTextRule.self, NotAReportRule.self,
    UnreadPartRule.self, SeveralReportsRule.self, TitleRule.self, UnknownOfficeRule.self, WrongOfficeRule.self,
    LateRule.self,
    YearMismatchRule.self, OutdatedFormRule.self,
    MissingSectionRule.self, SectionHeadingRule.self, SectionOrderRule.self, EmptySectionRule.self,
    MissingTableRule.self, ColumnHeadsRule.self, TableLayoutRule.self, MissingRowRule.self, BlankCellRule.self,
    NotANumberRule.self, CellRemarkRule.self,
    SettledReadingRule.self,
    RequestsRowTotalRule.self, RequestsConcludedTotalRule.self, RequestsBalanceRule.self, LitigationTotalRule.self,
    NarrativeMismatchRule.self, ItemisedTotalRule.self,
    RulesByUnitRule.self, InForcePlausibleRule.self, FeeStatementRule.self, FeeItemisationRule.self,
    SupervisionStatementRule.self, OverviewAspectsRule.self, ProblemsStatementRule.self, AuthorPropertyRule.self,
    PersonalInformationRule.self, PlaceholderTextRule.self, LeftoverTemplateRule.self, NumberingRule.self,
    StrayYearRule.self, DoubledWordRule.self, SupersededDecreeRule.self, PartsCountRule.self,
    CarriedInRule.self, InForceContinuityRule.self, YearOnYearRule.self, DuplicateSubmissionRule.self,
    SameAsLastYearRule.self, ProblemsRepeatedRule.self, SameAsAnotherRule.self,
  ]

  private let levels: [RuleID: RuleLevel]

  /// - Parameter levels: what differs from the rules' own severities.
  package init(levels: [RuleID: RuleLevel] = [:]) {
    self.levels = levels
  }

  /// Asks every rule.
  ///
  /// - Parameters:
  ///   - subject: What they are asked about.
  ///   - afterEach: Called when one has answered.
  /// - Returns: errors first, then warnings, then the rest; each in the report's order.
  package func findings(on subject: Subject, afterEach: () -> Void = {}) -> [Finding] {
    var findings: [Finding] = []
    for stage in RuleStage.allCases {
      for rule in Self.rules where rule.description.stage == stage {
        let level = levels[rule.description.id]
        if level == .off { continue }
        defer { afterEach() }
        for var finding in rule.init().check(subject) {
          if let severity = level?.severity { finding.severity = severity }
          // Any quotation may hold what must not be passed on.
          findings.append(finding.tellingLookalikes.masked)
        }
        // What stands in the way of reading is said once: the rules behind it would only repeat it.
        if stage == .reading, !findings.isEmpty { return findings }
      }
    }
    return Self.sorted(findings)
  }

  private static func sorted(_ findings: [Finding]) -> [Finding] {
    let rank: [Severity: Int] = [.error: 0, .warning: 1, .info: 2]
    func key(_ finding: Finding) -> [Int] {
      let place = finding.place
      return [
        rank[finding.severity] ?? 3, place.section ?? 0, place.source.page ?? 0, place.source.line ?? 0,
        place.source.paragraph ?? 0, place.source.table ?? 0, place.source.row ?? 0, place.source.column ?? 0,
      ]
    }
    // The sort is stable: findings at one place stay in the order of their rules.
    return findings.map { (key($0), $0) }.sorted { $0.0.lexicographicallyPrecedes($1.0) }.map(\.1)
  }
}
