/// A line of a table, put together from its pieces.
struct Rule: Equatable {
  /// y of a horizontal rule, x of a vertical one.
  var position: Double
  var start: Double
  var end: Double

  var length: Double { end - start }
}

/// Puts together the lines of a page: those drawn twice, doubled, dashed, or in pieces from cell to cell.
enum RuleJoiner {
  /// A gap between two pieces of one line: dashes, or the crossing where a piece stops short. In points.
  private static let widestGap = 3.5
  /// Lines this close to each other are one.
  private static let widestOffset = 1.5
  /// What is shorter is a dot or a part of a drawing.
  private static let shortest = 4.0
  /// A page with more belongs to a drawing.
  private static let most = 4_000

  /// - Returns: the horizontal and the vertical rules, each by position; none when there are too many for a table.
  static func join(_ lines: [RuledLine]) -> (horizontal: [Rule], vertical: [Rule]) {
    let horizontal = join(lines, along: .horizontal)
    let vertical = join(lines, along: .vertical)
    return horizontal.count + vertical.count > most ? ([], []) : (horizontal, vertical)
  }

  private static func join(_ lines: [RuledLine], along axis: RuledLine.Axis) -> [Rule] {
    let pieces = lines.lazy.filter { $0.axis == axis && $0.isSane }
      .map { Rule(position: $0.position, start: min($0.start, $0.end), end: max($0.start, $0.end)) }
      .sorted { $0.position < $1.position }
    var rules: [Rule] = []
    var first = pieces.startIndex
    while first < pieces.endIndex {
      let end = pieces[first...].firstIndex { $0.position - pieces[first].position > widestOffset } ?? pieces.endIndex
      rules.append(contentsOf: connected(pieces[first..<end]))
      first = end
    }
    return rules
  }

  /// The rules that pieces at nearly one position make up.
  private static func connected(_ pieces: ArraySlice<Rule>) -> [Rule] {
    var rules: [Rule] = []
    for piece in pieces.sorted(by: { $0.start < $1.start }) {
      guard let last = rules.last, piece.start <= last.end + widestGap else {
        rules.append(piece)
        continue
      }
      // The longer piece says where the line is.
      let position = piece.length > last.length ? piece.position : last.position
      rules[rules.count - 1] = Rule(position: position, start: last.start, end: max(last.end, piece.end))
    }
    return rules.filter { $0.length >= shortest }
  }
}

extension RuledLine {
  var isSane: Bool { [position, start, end].allSatisfy { abs($0) <= 20_000 } }
}
