import Findings

/// How many slips of each family were tried and caught, by which rules, and where, as a table in Markdown.
struct TrialTable {
  let text: String

  init(_ results: [TrialResult]) {
    var lines = [
      "| family | tried | caught | at the right place | by | cannot be seen | missed | too much said |",
      "|---|---|---|---|---|---|---|---|",
    ]
    for family in Family.allCases {
      let own = results.filter { $0.trial.family == family }
      lines.append(Self.row(family.rawValue, own))
    }
    lines.append(Self.row("all slips", results.filter { !$0.trial.isHarmless }))
    lines += ["", "What cannot be seen:", ""]
    for result in results {
      if case .unseen(let why) = result.trial.outcome { lines.append("- \(result.trial): \(why)") }
    }
    lines +=
      ["", "Each:", ""]
      + results.map { result in
        let rules = result.findings.map { finding in
          [finding.rule.rawValue, finding.place.row, finding.place.column].compactMap { $0 }.joined(separator: " ")
        }
        return "- \(result.trial) — \(rules.isEmpty ? "nothing" : rules.joined(separator: ", "))"
          + (result.isRight ? "" : " — **WRONG**")
      }
    text = lines.joined(separator: "\n") + "\n"
  }

  private static func row(_ name: String, _ results: [TrialResult]) -> String {
    let caught = results.filter(\.isCaught)
    let rules = Dictionary(grouping: caught.flatMap { $0.trial.expected.map(\.rule) }) { $0 }
    let words = rules.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map { $0.key }
    let cells = [
      name, "\(results.count)", "\(caught.count)", "\(caught.count { $0.misplaced.isEmpty })",
      words.joined(separator: ", "), "\(results.count(where: \.trial.isUnseen))",
      "\(results.count { !$0.missing.isEmpty })", "\(results.count { !$0.surplus.isEmpty })",
    ]
    return "| \(cells.joined(separator: " | ")) |"
  }
}
