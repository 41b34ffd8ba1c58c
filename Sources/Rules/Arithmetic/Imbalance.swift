import DocumentModel
import Findings
import ReportModel

/// Something that keeps the sums of a table from agreeing.
struct Imbalance: Sendable {
  enum Kind: Sendable {
    /// One cell, whose change alone sets right all the sums that it breaks.
    case cell(found: Figure, expected: Figure, brokenSums: Int)
    /// One of several figures of a row that stand in each other's column.
    case misplaced(found: Figure, expected: Figure)
    /// A sum that no single cell explains.
    case sum(left: Figure, right: Figure, words: String)
  }

  /// The rule that reports it.
  var rule: RuleID
  var table: FormTable
  var row: String?
  var column: String?
  var place: Place
  var kind: Kind
  /// What may have been read wrong among the cells of the sums that fail.
  var doubts: [DoubtfulReading]

  fileprivate var cell: Reconciliation.Cell? {
    guard let row, let column else { return nil }
    return Reconciliation.Cell(row: row, column: column)
  }
}

/// A rule that reports the imbalances found under its id.
protocol ReconciliationRule: Rule {}

extension ReconciliationRule {
  package func check(_ subject: Subject) -> [Finding] {
    subject.imbalances.filter { $0.rule == Self.description.id }.map { imbalance in
      let place = FindingPlace(
        section: imbalance.table.section, table: imbalance.table.id, row: imbalance.row, column: imbalance.column,
        source: imbalance.place)
      let doubts = imbalance.doubts
      switch imbalance.kind {
      case .cell(let found, let expected, let brokenSums):
        return finding(
          .cellMessage(sums: brokenSums, found: found, expected: expected) + doubts.message(at: imbalance.cell),
          advice: doubts.advice + (doubts.concernsLines ? "" : .cellAdvice(expected)), at: place,
          found: found.description,
          expected: expected.description, evidence: doubts.evidence)
      case .misplaced(let found, let expected):
        return finding(
          .misplacedMessage(found, expected) + doubts.message(at: imbalance.cell),
          advice: doubts.advice + (doubts.concernsLines ? "" : .misplacedAdvice(expected)), at: place,
          found: found.description, expected: expected.description, evidence: doubts.evidence)
      case .sum(let left, let right, let words):
        return finding(
          .sumMessage(words, left: left, right: right) + doubts.message(at: imbalance.cell),
          advice: doubts.advice + (doubts.concernsLines ? "" : .sumAdvice), at: place, found: right.description,
          expected: left.description,
          evidence: doubts.evidence)
      }
    }
  }
}

extension String {
  fileprivate static func cellMessage(sums: Int, found: Figure, expected: Figure) -> String {
    "这一格\(difference(found, expected))，与它有关的 \(sums) 个合计都因此不平。"
  }

  /// 多 1, 少 2
  private static func difference(_ found: Figure, _ expected: Figure) -> String {
    guard let difference = found.subtracting(expected), let magnitude = difference.magnitude else { return "不对" }
    return "\(difference.isNegative ? "少" : "多") \(magnitude)"
  }

  fileprivate static func cellAdvice(_ expected: Figure) -> String {
    "把这一格改为 \(expected)，几处就都平。如果这一格没有错，请核对同一行、同一列的其他数。"
  }

  fileprivate static func misplacedMessage(_ found: Figure, _ expected: Figure) -> String {
    "这一行的总计对得上，有几列的合计却对不上，像是这一行有几个数填串了列：这一格填的是 \(found)，按合计应当是 \(expected)。"
  }

  fileprivate static func misplacedAdvice(_ expected: Figure) -> String {
    "请对照台账核对这一行，看有没有把数填到旁边的列里。这一格改为 \(expected)，同一行填串的几格一并改正，各列就都平。"
  }

  fileprivate static func sumMessage(_ words: String, left: Figure, right: Figure) -> String {
    "“\(words)”不平：左边是 \(left)，右边是 \(right)，右边\(difference(right, left))。"
  }

  fileprivate static let sumAdvice = "请核对这个等式两边的每个数，找出填错的一格改正。"
}
