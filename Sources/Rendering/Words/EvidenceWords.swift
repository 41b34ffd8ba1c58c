import Findings

/// What all renderings show of evidence: as much as is useful, whatever a file has put into it.
enum EvidenceWords {
  /// More rows than anybody compares.
  static let mostRows = 20

  /// The runs of a quotation, cut where they become longer than a sentence.
  static func shownRuns(of quote: Quote) -> [Quote.Run] {
    var room = ShownLimit.sentence
    var runs: [Quote.Run] = []
    for run in quote.runs where room > 0 {
      let count = run.text.unicodeScalars.count
      runs.append(
        count <= room ? run : Quote.Run(String(run.text.unicodeScalars.prefix(room)) + "…", isMarked: run.isMarked))
      room -= count
    }
    return runs
  }

  /// The words of a quotation in one line, what is marked between brackets.
  static func line(_ quote: Quote) -> String {
    shownRuns(of: quote).map { $0.isMarked ? "【\($0.text)】" : $0.text }.joined()
  }

  /// A row of a comparison in one line.
  static func line(_ row: Comparison.Row, of comparison: Comparison) -> String {
    let values = zip(comparison.columns, row.values).filter { !$0.1.isEmpty }.map { "\($0.0) \($0.1)" }
    return ([row.label] + values).joined(separator: "  ")
  }
}
