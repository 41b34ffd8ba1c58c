import DocumentModel

/// Signs that stand above or below the line of their text, such as the marks of notes.
enum ShiftedSigns {
  /// A sign that is smaller than this part of its line is small; one that is not must be further off the line.
  private static let small = 0.9

  /// How the signs of a line are shifted, in their order; `nil` when all stand on one line, as nearly always.
  static func shifts(in signs: [Sign]) -> [ShiftedText.Shift?]? {
    guard let first = signs.first(where: { $0.kind != .space }) else { return nil }
    let isEven = signs.allSatisfy { abs($0.foot - first.foot) < 1 || $0.kind == .space }
    if isEven { return nil }
    guard let base = Base(of: signs.filter { $0.kind != .space }) else { return nil }
    var shifts = signs.map { $0.kind == .space ? nil : base.shift(of: $0) }
    var start = signs.startIndex
    while start < signs.endIndex {
      guard let shift = shifts[start] else {
        start += 1
        continue
      }
      let end = shifts[start...].firstIndex { $0 != shift } ?? signs.endIndex
      let isBehind = start > 0 && isClose(signs[start - 1], signs[start])
      let isBefore = end < signs.endIndex && isClose(signs[end - 1], signs[end])
      // What stands by itself is other text that is not set to the same line.
      if end - start > longest || !(isBehind || isBefore) {
        for index in start..<end { shifts[index] = nil }
      }
      start = end
    }
    return shifts.contains { $0 != nil } ? shifts : nil
  }

  private static func isClose(_ left: Sign, _ right: Sign) -> Bool {
    left.kind != .space && right.kind != .space && right.box.left - left.box.right < max(left.size, right.size) * 0.35
  }

  /// What signs are raised or lowered from.
  private struct Base {
    var size: Double
    var foot: Double
    var middleY: Double

    /// The large signs of a line, if they are more than one among many; else those of the usual size. Where they stand
    /// on two lines it is the lower one, for marks are mostly raised.
    init?(of signs: [Sign]) {
      let sizes = signs.map(\.size).sorted()
      guard let largest = sizes.last, let first = signs.first else { return nil }
      let count = signs.count { $0.size >= largest * 0.9 }
      let isBase = count * 6 >= signs.count || first.size >= largest * 0.9
      let usual = isBase ? largest : sizes[sizes.count / 2]
      let onLine = signs.filter { $0.size >= usual * 0.9 && $0.size <= usual * 1.12 }
      guard onLine.contains(where: { $0.kind == .digit || $0.kind == .ideograph || $0.isLetter }) else { return nil }
      let feet = onLine.map(\.foot).sorted()
      guard let lowest = feet.last else { return nil }
      let common = feet[feet.count / 2]
      // Nothing that begins a line is lowered: there is nothing before it that it could belong to.
      let isCommon = feet.count { abs($0 - common) < 1 } * 3 >= feet.count * 2 && first.foot - common < 1
      size = usual
      foot = isCommon ? common : lowest
      let height = foot
      let middles = onLine.filter { abs($0.foot - height) < 1 }.map(\.box.middleY)
      middleY = middles.reduce(0, +) / Double(max(1, middles.count))
    }

    /// Both the foot and the middle must be off: small signs that stand on the line have their middles below its own,
    /// and those set to its middle have their feet above it.
    func shift(of sign: Sign) -> ShiftedText.Shift? {
      let least = sign.size < size * small ? max(1, size * 0.1) : size * 0.25
      if foot - sign.foot > least, middleY - sign.box.middleY > size * 0.12 { return .raised }
      if sign.foot - foot > least, sign.box.middleY - middleY > size * 0.12 { return .lowered }
      return nil
    }
  }

  /// Puts marks that stand so high or low that they seem to be on a line of their own back to what they stand at.
  ///
  /// - Parameter lines: The signs of each line, from above.
  /// - Returns: the lines that are left.
  static func joined(_ lines: [[Sign]]) -> [[Sign]] {
    guard lines.count > 1 else { return lines }
    let boxes = lines.map { line in line.dropFirst().reduce(line[0].box) { $0.union($1.box) } }
    guard zip(boxes, boxes.dropFirst()).contains(where: overlap) else { return lines }
    var lines = lines
    for upper in lines.indices.dropLast() where overlap(boxes[upper], boxes[upper + 1]) {
      move(from: upper, to: upper + 1, in: &lines)
      move(from: upper + 1, to: upper, in: &lines)
    }
    return lines.filter { !$0.isEmpty }
  }

  private static func overlap(_ upper: Box, _ lower: Box) -> Bool {
    let least = min(upper.bottom - upper.top, lower.bottom - lower.top)
    return min(upper.bottom, lower.bottom) - max(upper.top, lower.top) > least * 0.2
  }

  /// A mark is short.
  private static let longest = 12

  private static func move(from: Int, to: Int, in lines: inout [[Sign]]) {
    guard !lines[to].isEmpty, lines[to].count + lines[from].count < 2_000 else { return }
    var kept: [Sign] = []
    var hasMoved = false
    for run in runs(of: lines[from]) {
      if run.count <= longest, isMark(run, of: lines[to]) {
        lines[to].append(contentsOf: run)
        hasMoved = true
      } else {
        kept.append(contentsOf: run)
      }
    }
    if hasMoved { lines[from] = kept.isEmpty ? [] : kept + lines[from].filter { $0.kind == .space } }
  }

  /// The signs of a line that stand close to each other.
  private static func runs(of signs: [Sign]) -> [[Sign]] {
    var runs: [[Sign]] = []
    for sign in signs.sorted(by: { $0.box.left < $1.box.left }) where sign.kind != .space {
      if let last = runs.last?.last, sign.box.left - last.box.right < min(last.size, sign.size) * 0.5 {
        runs[runs.count - 1].append(sign)
      } else {
        runs.append([sign])
      }
    }
    return runs
  }

  /// Whether signs stand right behind or before others that are larger, or behind others of their size, and beside a good
  /// part of their height.
  private static func isMark(_ run: [Sign], of base: [Sign]) -> Bool {
    let box = run.dropFirst().reduce(run[0].box) { $0.union($1.box) }
    let size = run.map(\.size).max() ?? 0
    var touches = false
    for sign in base where sign.kind != .space {
      let common = min(sign.box.right, box.right) - max(sign.box.left, box.left)
      if common > 0.5 * min(sign.box.right - sign.box.left, box.right - box.left) { return false }
      let beside = min(sign.box.bottom, box.bottom) - max(sign.box.top, box.top)
      guard beside > 0.25 * min(size, sign.size), size < sign.size * 1.05 else { continue }
      let gap = sign.size * 0.35
      let isBehind = abs(box.left - sign.box.right) < gap
      let isBefore = abs(sign.box.left - box.right) < gap && size < sign.size * small
      touches = touches || isBehind || isBefore
    }
    return touches
  }

  /// Whether a sign seems to be a mark at the sign that was painted before it.
  static func isMark(_ sign: Sign, behind base: Sign) -> Bool {
    guard sign.turn == .none, base.turn == .none, sign.kind != .space, sign.size < base.size * small else {
      return false
    }
    let beside = min(sign.box.bottom, base.box.bottom) - max(sign.box.top, base.box.top)
    return abs(sign.box.left - base.box.right) < base.size * 0.2 && beside > 0.25 * sign.size
      && abs(sign.foot - base.foot) > max(1, base.size * 0.1)
  }

  /// Whether a sign goes on with the mark that was painted before it.
  static func goesOn(_ mark: Sign, _ sign: Sign) -> Bool {
    sign.kind != .space && abs(sign.size - mark.size) < mark.size * 0.1 && abs(sign.foot - mark.foot) < 1
      && abs(sign.box.left - mark.box.right) < mark.size * 0.2
  }
}

extension Sign {
  /// The part of a character's height that is below its base line, as the readers of pages draw its box.
  private static let below = 0.12

  /// The height of the base line that it stands on.
  var foot: Double { box.bottom - size * Self.below }

  fileprivate var isLetter: Bool { text.unicodeScalars.first?.properties.isAlphabetic == true }
}
