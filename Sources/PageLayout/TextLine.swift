/// A printed line: signs beside each other, from left to right.
struct TextLine {
  var signs: [Sign]
  var box: Box
  /// The size of most of its characters, in points.
  var size: Double
  /// The height on the page of the middles of these characters.
  var middleY: Double

  /// - Parameter signs: At least one.
  private init(_ signs: [Sign]) {
    self.signs = Overprint.cleared(signs.sorted { $0.box.left < $1.box.left })
    box = signs.dropFirst().reduce(signs[0].box) { $0.union($1.box) }
    let sizes = signs.map(\.size).sorted()
    let size = max(1, sizes[sizes.count / 2])
    let middles = signs.filter { $0.size > size * 0.9 }.map(\.box.middleY).sorted()
    self.size = size
    middleY = middles.isEmpty ? box.middleY : middles[middles.count / 2]
  }

  /// What is struck through in it.
  var struck: String { signs.contains(where: \.isStruck) ? signs.filter(\.isStruck).map(\.text).joined() : "" }

  /// The lines that signs stand on, from above. White space between the last and the next word counts as nothing.
  static func lines(of signs: [Sign]) -> [TextLine] {
    let sorted = signs.sorted { $0.box.middleY < $1.box.middleY }
    var lines: [[Sign]] = []
    var current: [Sign] = []
    var tallest = Box(left: 0, top: 0, right: 0, bottom: 0)
    for sign in sorted {
      if current.isEmpty {
        tallest = sign.box
      } else if !isOnLine(sign.box, tallest) {
        append(current, to: &lines)
        current.removeAll(keepingCapacity: true)
        tallest = sign.box
      } else if sign.size > tallest.bottom - tallest.top {
        tallest = sign.box
      }
      current.append(sign)
    }
    append(current, to: &lines)
    return ShiftedSigns.joined(lines).map(TextLine.init)
  }

  private static func append(_ signs: [Sign], to lines: inout [[Sign]]) {
    guard signs.contains(where: { $0.kind != .space }) else { return }
    lines.append(signs)
  }

  /// One's middle lies within the other's height, and not just at its edge.
  private static func isOnLine(_ sign: Box, _ line: Box) -> Bool {
    func isInside(_ y: Double, _ box: Box) -> Bool {
      let edge = (box.bottom - box.top) / 10
      return box.top + edge <= y && y <= box.bottom - edge
    }
    return isInside(sign.middleY, line) || isInside(line.middleY, sign)
  }
}

/// What is painted in one place more than once.
enum Overprint {
  /// Two strokes of false bold count once. Different digits over each other, where one was meant to replace the other,
  /// say nothing: U+FFFD.
  ///
  /// - Parameter signs: From left to right.
  /// - Returns: Each that counts, in the same order.
  static func cleared(_ signs: [Sign]) -> [Sign] {
    var cleared: [Sign] = []
    cleared.reserveCapacity(signs.count)
    next: for sign in signs {
      // Only the last few can reach as far.
      for index in cleared.indices.suffix(3).reversed() where covers(cleared[index].box, sign.box) {
        if cleared[index].text == sign.text { continue next }
        if cleared[index].kind == .digit, sign.kind == .digit {
          cleared[index].text = "\u{FFFD}"
          continue next
        }
      }
      cleared.append(sign)
    }
    return cleared
  }

  private static func covers(_ one: Box, _ other: Box) -> Bool {
    let common = min(one.right, other.right) - max(one.left, other.left)
    let narrower = min(one.right - one.left, other.right - other.left)
    return narrower > 0 && common > narrower * 0.6
  }
}
