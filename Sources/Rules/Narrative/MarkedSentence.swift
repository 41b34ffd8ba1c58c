import Findings
import Narrative

/// The sentence of a claim, with the claim marked in it.
struct MarkedSentence {
  /// What makes the claim.
  let marked: String
  private let before: [Unicode.Scalar]
  private let after: [Unicode.Scalar]

  init(_ claim: Claim) {
    let scalars = Array(claim.sentence.unicodeScalars)
    let range = claim.marked.clamped(to: scalars.indices)
    marked = String(scalars[range].prefix(40))
    before = Array(scalars[..<range.lowerBound])
    after = Array(scalars[range.upperBound...])
  }

  /// For a message: round the mark no more than the eye takes in.
  var quotation: String {
    let (before, after) = around(30)
    return "\(before)「\(marked)」\(after)"
  }

  func quote(section: Int?) -> Quote {
    let (before, after) = around(160)
    let runs = [Quote.Run(before), Quote.Run(marked, isMarked: true), Quote.Run(after)]
    let source = section == nil ? "\(Comparison.thisReport)开头" : Quote.source(section: section)
    return Quote(source: source, runs: runs.filter { !$0.text.isEmpty })
  }

  private func around(_ breadth: Int) -> (before: String, after: String) {
    (
      (before.count > breadth ? "…" : "") + String(before.suffix(breadth)),
      String(after.prefix(breadth)) + (after.count > breadth ? "…" : "")
    )
  }
}
