import Findings

/// What a finding shows, cut to what anyone would read. All renderings show the same of it.
struct ShownEvidence {
  enum Item {
    case quote(ShownQuote)
    case comparison(ShownComparison)
  }

  let items: [Item]
  /// How many more there are that are not shown.
  let hidden: Int

  private static let most = 12

  init(of finding: Finding) {
    items = finding.evidence.prefix(Self.most).compactMap { evidence in
      switch evidence {
      case .quote(let quote): ShownQuote(quote).map(Item.quote)
      case .comparison(let comparison): ShownComparison(comparison).map(Item.comparison)
      }
    }
    hidden = max(0, finding.evidence.count - Self.most)
  }

  /// Said below the items; `nil` when all are shown.
  var remainder: String? { hidden > 0 ? "另有 \(hidden) 处，不再列出。" : nil }
}

/// A quote as far as it is shown: what is marked first in it, with some words before and behind.
struct ShownQuote {
  let source: String
  /// As the document has them: not yet made fit for a terminal or a page.
  let runs: [Quote.Run]

  /// - Returns: `nil` when there are no words.
  init?(_ quote: Quote) {
    var before = 0
    var firstMark: Int?
    for run in quote.runs {
      let count = run.text.unicodeScalars.count
      if run.isMarked, count > 0, firstMark == nil { firstMark = before }
      before += count
    }
    let total = before
    guard total > 0 else { return nil }
    source = quote.source.cut(to: ShownLimit.figure)
    // Behind a quarter of other words the mark is still seen at a glance.
    let isCut = total > ShownLimit.quote
    let start = isCut ? min(max(0, (firstMark ?? 0) - ShownLimit.quote / 4), total - ShownLimit.quote) : 0
    var runs = Self.runs(quote.runs, from: start)
    if start > 0 { runs.insert(Quote.Run("…"), at: 0) }
    if isCut { runs.append(Quote.Run("…（共 \(total) 字）")) }
    self.runs = runs
  }

  /// The runs in a window of ``ShownLimit/quote`` Unicode scalars.
  private static func runs(_ runs: [Quote.Run], from start: Int) -> [Quote.Run] {
    var shown: [Quote.Run] = []
    var position = 0
    for run in runs where position < start + ShownLimit.quote {
      let skipped = max(0, start - position)
      let text = run.text.unicodeScalars.dropFirst(skipped).prefix(start + ShownLimit.quote - position - skipped)
      position += run.text.unicodeScalars.count
      guard !text.isEmpty else { continue }
      shown.append(Quote.Run(String(text), isMarked: run.isMarked))
    }
    return shown
  }

  /// The words, and where they are marked, in Unicode scalars.
  var marked: (text: String, ranges: [Range<Int>]) {
    var text = ""
    var ranges: [Range<Int>] = []
    var count = 0
    for run in runs {
      let end = count + run.text.unicodeScalars.count
      if run.isMarked { ranges.append(count..<end) }
      text += run.text
      count = end
    }
    return (text, ranges)
  }

  /// For plain text: 「全年共【收到】申请」（本报告第一部分）.
  var words: String {
    let quoted = runs.map { $0.isMarked ? "【\($0.text.shown())】" : $0.text.shown() }.joined()
    return "「\(quoted)」" + (source.isEmpty ? "" : "（\(source.shown())）")
  }
}

/// A comparison as far as it is shown. Each row has as many values as there are columns.
struct ShownComparison {
  let columns: [String]
  let rows: [Comparison.Row]
  /// How many more rows there are.
  let hidden: Int

  private static let mostColumns = 6
  private static let mostRows = 30

  /// - Returns: `nil` when nothing is compared.
  init?(_ comparison: Comparison) {
    let columns = comparison.columns.prefix(Self.mostColumns).map { $0.cut(to: ShownLimit.figure) }
    guard !columns.isEmpty, !comparison.rows.isEmpty else { return nil }
    self.columns = columns
    rows = comparison.rows.prefix(Self.mostRows).map { row in
      let values = columns.indices.map { index in
        row.values.indices.contains(index) ? row.values[index].cut(to: ShownLimit.value) : ""
      }
      return Comparison.Row(row.label.cut(to: ShownLimit.value), values)
    }
    hidden = max(0, comparison.rows.count - Self.mostRows)
  }

  /// Said below the rows; `nil` when all are shown.
  var remainder: String? { hidden > 0 ? "另有 \(hidden) 行，不再列出。" : nil }

  /// Each row for plain text in one line: 现行有效：2023年报告 31，本报告 38.
  var lines: [String] {
    rows.map { row in
      let values = zip(columns, row.values).filter { !$0.1.isEmpty }.map { "\($0.shown()) \($1.shown())" }
      return "\(row.label.shown())：\(values.joined(separator: "，"))"
    }
  }
}
