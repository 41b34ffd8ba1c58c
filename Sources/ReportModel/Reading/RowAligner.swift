/// Finds which lines of figures belong to which rows of a table.
///
/// What stands there and what the form prints are two sequences in the same order. The alignment with the best sum of
/// scores is found by dynamic programming: a row earns by how much of its label stands round its figures and by
/// having as many figures as it has columns; rows that are missing and lines that belong to no row cost.
struct RowAligner: Sendable {
  /// The lines that hold the figures of a row; `nil` where the row was not found.
  struct Alignment {
    var rows: [Match?]
    var score: Double
  }

  struct Match: Equatable {
    /// Indices into the lines that were handed in.
    var lines: [Int]
    /// The share of the label that was found, 0 to 1.
    var share: Double
  }

  private enum Step {
    case start
    case skipLine
    case skipRow
    case take(lines: Int)
  }

  private let rows: [PrintedRow]
  private let matcher: LabelMatcher
  private let labels: RowLabels
  /// Whether the label of a row has a remark in brackets itself.
  private let holdsRemark: [Bool]
  /// For each row the numbers of its labels in the matcher.
  private let labelNumbers: [Range<Int>]

  init(rows: [PrintedRow]) {
    self.rows = rows
    labels = RowLabels(rows)
    holdsRemark = rows.map { row in row.rows.contains { Remarks.removed(from: $0.label) != $0.label } }
    matcher = LabelMatcher(labels: rows.flatMap(\.labels))
    var next = 0
    labelNumbers = rows.map { row in
      defer { next += row.labels.count }
      return next..<(next + row.labels.count)
    }
  }

  // What a step is worth. Only their proportions matter: a whole label outweighs a full set of figures, and losing a
  // row costs more than passing over a stray line.
  private static let wholeLabel = 10.0
  private static let fullWidth = 5.0
  private static let figureMissing = -1.0
  private static let figureTooMany = -3.0
  private static let wordsInside = -1.0
  private static let lineInside = -0.1
  private static let lineSkipped = -2.0
  private static let rowSkipped = -3.0
  private static let exactLabel = 1.0
  /// A line with words of which less than this share is a row's label is another row.
  private static let leastShare = 0.2

  func align(_ lines: ArraySlice<ReadingLine>) -> Alignment {
    let region = Region(lines, matcher: matcher)
    let lineCount = region.valueLines.count
    let own = region.valueLines.map { labels.row(of: lines[$0]) }
    // Rows that stand in another order than the form's are known by their labels, and set aside.
    let moved = Self.moved(own)
    let stride = rows.count + 1
    var best = [Double](repeating: -.infinity, count: (lineCount + 1) * stride)
    var steps = [Step](repeating: .start, count: best.count)
    best[0] = 0

    func offer(_ line: Int, _ row: Int, _ score: Double, _ step: Step) {
      let index = line * stride + row
      if score > best[index] {
        best[index] = score
        steps[index] = step
      }
    }

    for line in 0...lineCount {
      for row in 0...rows.count {
        let here = best[line * stride + row]
        if row < rows.count {
          offer(line, row + 1, here + (moved[row] == nil ? Self.rowSkipped : 0), .skipRow)
        }
        guard line < lineCount else { continue }
        let isMoved = own[line].map { moved[$0] == line } ?? false
        offer(line + 1, row, here + (isMoved ? 0 : Self.lineSkipped), .skipLine)
        guard row < rows.count, !isMoved, moved[row] == nil else { continue }
        var figures = 0
        var inside = 0.0
        for taken in 1...rows[row].width {
          let last = line + taken - 1
          guard last < lineCount else { break }
          if let exact = own[last], exact != row || moved[exact] == last { break }
          let words = lines[region.valueLines[last]]
          if labels.isOther(words, than: row) { break }
          if taken > 1 { inside += region.gaps[last].isEmpty ? Self.lineInside : Self.wordsInside }
          figures += region.figureCount(last)
          // Lines are put together to fill a row, not to overfill it.
          if taken > 1, figures > rows[row].width { break }
          let share = share(of: row, from: line, to: last, in: region)
          if !words.key.isEmpty, share < Self.leastShare { continue }
          let score =
            (own[last] == row ? Self.exactLabel : 0) + Self.wholeLabel * share + fill(figures, width: rows[row].width)
            + inside
          offer(last + 1, row + 1, here + score, .take(lines: taken))
        }
      }
    }
    var alignment = trace(steps, stride: stride, region: region, score: best[lineCount * stride + rows.count])
    for (row, line) in moved { alignment.rows[row] = Match(lines: [region.valueLines[line]], share: 1) }
    return alignment
  }

  /// The rows whose labels stand whole on lines of their own, each with its line, when those are in another order than
  /// the form's; otherwise none.
  private static func moved(_ own: [Int?]) -> [Int: Int] {
    var lines: [Int: Int] = [:]
    var repeated: Set<Int> = []
    for (line, row) in own.enumerated() {
      guard let row else { continue }
      if lines[row] != nil { repeated.insert(row) }
      lines[row] = line
    }
    for row in repeated { lines[row] = nil }
    let order = lines.sorted { $0.value < $1.value }.map(\.key)
    return order == order.sorted() ? [:] : lines
  }

  /// Whether the label of a row stands between two lines of figures (or the region's ends), without figures.
  func hasLabel(_ row: Int, in lines: ArraySlice<ReadingLine>) -> Bool {
    let own = lines.filter { line in
      !line.isHoldingValues || !labels.isOther(line, than: row) && labels.row(of: line).map { $0 == row } ?? true
    }
    let words = own.map { $0.isHoldingValues ? $0.wordsBeforeFigures : $0.text }.joined()
    let isRemarked = !holdsRemark[row] && Remarks.mayStand(in: words)
    let text = matcher.symbols(of: isRemarked ? Folding.key(Remarks.removed(from: words)) : own.flatMap(\.key))
    return labelNumbers[row].contains { matcher.share(of: $0, before: text, after: []) >= 0.85 }
  }

  private func share(of row: Int, from first: Int, to last: Int, in region: Region) -> Double {
    let gaps = holdsRemark[row] ? region.gaps : region.bareGaps
    return labelNumbers[row].reduce(0) { best, label in
      max(best, matcher.share(of: label, before: gaps[first], after: gaps[last + 1]))
    }
  }

  private func fill(_ figures: Int, width: Int) -> Double {
    if figures == width { return Self.fullWidth }
    let difference = Double(abs(width - figures))
    return figures < width ? Self.figureMissing * difference : Self.figureTooMany * difference
  }

  private func trace(_ steps: [Step], stride: Int, region: Region, score: Double) -> Alignment {
    var matches = [Match?](repeating: nil, count: rows.count)
    var line = region.valueLines.count
    var row = rows.count
    while true {
      switch steps[line * stride + row] {
      case .start:
        return Alignment(rows: matches, score: score)
      case .skipLine:
        line -= 1
      case .skipRow:
        row -= 1
      case .take(let taken):
        let first = line - taken
        row -= 1
        matches[row] = Match(
          lines: Array(region.valueLines[first..<line]), share: share(of: row, from: first, to: line - 1, in: region))
        line = first
      }
    }
  }
}

/// The lines of figures of a part of the document, and the words between them.
private struct Region {
  /// Indices of the lines that hold figures.
  var valueLines: [Int] = []
  private var figureCounts: [Int] = []
  /// The words before each of these lines and, last, behind the last of them.
  var gaps: [LabelMatcher.Symbols] = [[]]
  /// The same without remarks in brackets.
  private(set) var bareGaps: [LabelMatcher.Symbols] = []

  init(_ lines: ArraySlice<ReadingLine>, matcher: LabelMatcher) {
    var texts = [""]
    for (index, line) in zip(lines.indices, lines) {
      // Prose is no label.
      let words = line.isHoldingValues ? line.wordsBeforeFigures : line.text
      if !line.key.isEmpty, words.utf8.count <= Self.longestLabel { texts[texts.count - 1] += words }
      gaps[gaps.count - 1].append(contentsOf: matcher.symbols(of: line.key))
      guard line.isHoldingValues else { continue }
      valueLines.append(index)
      figureCounts.append(line.values.count)
      gaps.append([])
      texts.append("")
    }
    bareGaps = zip(gaps, texts).map { gap, text in
      guard Remarks.mayStand(in: text) else { return gap }
      let bare = Remarks.removed(from: text)
      return bare == text ? gap : matcher.symbols(of: Folding.key(bare))
    }
  }

  /// In bytes.
  private static let longestLabel = 600

  func figureCount(_ line: Int) -> Int { figureCounts[line] }
}
