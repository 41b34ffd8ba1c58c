/// Lines that run through text and strike it.
enum Strikes {
  /// Marks the signs that are struck through, and takes the lines away that do it: they are no rules of a table.
  ///
  /// Such a line runs through the middle of signs beside each other and ends with them. A rule of a table runs between
  /// its lines of text, and on.
  static func mark(_ signs: inout [Sign], _ lines: inout [RuledLine]) {
    // Nearly no line has text at its height.
    var isText = [Bool](repeating: false, count: highest + 5)
    for sign in signs where sign.kind != .space && sign.turn == .none {
      let height = sign.box.middleY
      if height >= 0, height < Double(highest) { isText[Int(height) + 2] = true }
    }
    func isAtText(_ line: RuledLine) -> Bool {
      guard line.axis == .horizontal, line.isSane, line.position >= 0, line.position < Double(highest) else {
        return false
      }
      let height = Int(line.position)
      return isText[height...height + 4].contains(true)
    }
    let suspects = lines.indices.filter { isAtText(lines[$0]) }
    guard !suspects.isEmpty, suspects.count <= mostLines else { return }
    var strikes: Set<Int> = []
    for index in suspects {
      let struck = signs.indices.filter { signs[$0].isCrossed(by: lines[index]) }
      guard let first = struck.map({ signs[$0].box.left }).min(), let last = struck.map({ signs[$0].box.right }).max(),
        let size = struck.map({ signs[$0].size }).max()
      else { continue }
      let (start, end) = (min(lines[index].start, lines[index].end), max(lines[index].start, lines[index].end))
      guard start > first - size, end < last + size else { continue }
      for sign in struck { signs[sign].isStruck = true }
      strikes.insert(index)
    }
    if strikes.isEmpty { return }
    lines = lines.indices.filter { !strikes.contains($0) }.map { lines[$0] }
  }

  /// No page is higher, in points.
  private static let highest = 20_000
  /// A page with more lines through its text is a drawing.
  private static let mostLines = 500
}

extension Sign {
  /// Whether a line runs through the middle of the sign, over most of its width.
  fileprivate func isCrossed(by line: RuledLine) -> Bool {
    guard kind != .space, turn == .none else { return false }
    let height = (line.position - box.top) / max(size, 1)
    let common = min(box.right, max(line.start, line.end)) - max(box.left, min(line.start, line.end))
    return (0.35...0.68).contains(height) && common > 0.7 * (box.right - box.left)
  }
}
