import Findings
import ReportModel

/// A cell, or a line of figures, that may mean something else than was read of it.
struct DoubtfulReading: Equatable, Sendable {
  /// `nil` for a line as a whole.
  var cell: Reconciliation.Cell?
  /// The row, and for a cell its column, in the form's words.
  var label: String
  /// Why it is doubtful, in Chinese.
  var cause: String
  var printed: String
  /// What was read; `nil` for nothing.
  var read: String?
  /// What it may mean instead.
  var others: [String]
  /// What the sums say of it, as a sentence in Chinese; empty for nothing.
  var conclusion: String
  /// It has been told in full beside another sum.
  var isTold = false

  /// What a finding that points at `place` says of it.
  fileprivate func sentence(at place: Reconciliation.Cell?) -> String {
    if isTold { return "“\(label)”这一行的读法有疑问，前面已经说过。" }
    guard cell != nil else { return "“\(label)”这一行原文是“\(printed)”，\(cause)。\(conclusion)" }
    let subject = cell == place ? "这一格" : "“\(label)”这一格"
    let others = others.joined(separator: "，或者 ")
    let meaning = read.map { others.isEmpty ? "程序按 \($0) 读" : "程序按 \($0) 读，也可能是 \(others)" } ?? "可能是 \(others)"
    return "\(subject)原文是“\(printed)”（\(cause)），\(meaning)。\(conclusion)"
  }

  fileprivate var row: Comparison.Row {
    Comparison.Row(label, [printed, read ?? "没有读出", others.joined(separator: "，或者 ")])
  }
}

extension [DoubtfulReading] {
  /// What a finding says of them, behind its own message.
  func message(at place: Reconciliation.Cell? = nil) -> String {
    map { $0.sentence(at: place) }.joined()
  }

  /// Whether figures may stand in other columns than they were read in.
  var concernsLines: Bool { contains { $0.cell == nil } }

  /// All readings side by side.
  var evidence: [Evidence] {
    isEmpty ? [] : [.comparison(Comparison(columns: ["原文", "程序读作", "也可能是"], rows: map(\.row)))]
  }

  /// What is asked of the author before anything else. Which reading he meant is for him to say, also where another
  /// one would make all sums agree: taken for him, it would hide the slip that sums are there to find.
  var advice: String {
    if isEmpty { return "" }
    return concernsLines
      ? "请先看原文，把有疑问的这一行逐格写清楚：每格一个数，没有发生的填 0，不要空着。"
      : "请先看原文，把有疑问的格写清楚：一格只写一个数，数字中间不要有空格、逗号或换行。"
  }
}
