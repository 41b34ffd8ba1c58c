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
  /// For each row the numbers of its labels in the matcher.
  private let labelNumbers: [Range<Int>]

  init(rows: [PrintedRow]) {
    self.rows = rows
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

  func align(_ lines: ArraySlice<ReadingLine>) -> Alignment {
    let region = Region(lines, matcher: matcher)
    let lineCount = region.valueLines.count
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
        if row < rows.count { offer(line, row + 1, here + Self.rowSkipped, .skipRow) }
        guard line < lineCount else { continue }
        offer(line + 1, row, here + Self.lineSkipped, .skipLine)
        guard row < rows.count else { continue }
        var figures = 0
        var inside = 0.0
        for taken in 1...rows[row].width {
          let last = line + taken - 1
          guard last < lineCount else { break }
          if taken > 1 { inside += region.gaps[last].isEmpty ? Self.lineInside : Self.wordsInside }
          figures += region.figureCount(last)
          // Lines are put together to fill a row, not to overfill it.
          if taken > 1, figures > rows[row].width { break }
          let share = share(of: row, from: line, to: last, in: region)
          let score = Self.wholeLabel * share + fill(figures, width: rows[row].width) + inside
          offer(last + 1, row + 1, here + score, .take(lines: taken))
        }
      }
    }
    return trace(steps, stride: stride, region: region, score: best[lineCount * stride + rows.count])
  }

  /// Whether the label of a row stands between two lines of figures (or the region's ends), without figures.
  func hasLabel(_ row: Int, in lines: ArraySlice<ReadingLine>) -> Bool {
    let text = matcher.symbols(of: lines.lazy.flatMap(\.key))
    return labelNumbers[row].contains { matcher.share(of: $0, before: text, after: []) >= 0.85 }
  }

  private func share(of row: Int, from first: Int, to last: Int, in region: Region) -> Double {
    labelNumbers[row].reduce(0) { best, label in
      max(best, matcher.share(of: label, before: region.gaps[first], after: region.gaps[last + 1]))
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

  init(_ lines: ArraySlice<ReadingLine>, matcher: LabelMatcher) {
    for (index, line) in zip(lines.indices, lines) {
      gaps[gaps.count - 1].append(contentsOf: matcher.symbols(of: line.key))
      guard line.isHoldingValues else { continue }
      valueLines.append(index)
      figureCounts.append(line.values.count)
      gaps.append([])
    }
  }

  func figureCount(_ line: Int) -> Int { figureCounts[line] }
}
