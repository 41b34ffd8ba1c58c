import DocumentModel

/// What is printed in a cell.
struct CellText {
  /// How the numbers in a cell stand in its lines.
  enum Numbers: Equatable {
    /// No line, or the only one, is a number; or a number and what is remarked on it.
    case none, one
    /// One number in several lines, because it is too wide for its column.
    case broken
    /// Numbers below each other that may be one: the room in the cell does not tell.
    case unclear
    /// A number in one of several lines, or in each, with room for more: the cell may be several that no rule parts.
    case several
    /// Numbers far apart in one line: the cell is several that no rule parts.
    case beside
  }

  /// Its lines, one below the other. What goes on in the next line, as a vertical text or a broken number does, is in
  /// one piece; where a number is broken stands ``Cell/numberGoesOn``, for it may have been two.
  let text: String
  let numbers: Numbers
  let lineCount: Int
  /// Something besides numbers stands in it.
  let hasWords: Bool
  /// What is struck through in it.
  let struck: String

  /// - Parameters:
  ///   - signs: The characters in the cell.
  ///   - width: The width of the cell, in points.
  init(_ signs: [Sign], width: Double) {
    guard !signs.isEmpty else {
      (text, numbers, lineCount, hasWords, struck) = ("", .none, 0, false, "")
      return
    }
    let all = TextLine.lines(of: Self.upright(signs))
    struck = all.map(\.struck).filter { !$0.isEmpty }.joined(separator: " ")
    let lines = struck.isEmpty ? all : all.filter { $0.signs.contains { !$0.isStruck && $0.kind != .space } }
    let words = lines.map(LineText.words)
    numbers = Self.numbers(in: lines, words, width: width)
    lineCount = lines.count
    hasWords = words.contains { $0.contains { !$0.isNumber } }
    let isVertical = lines.count > 1 && lines.allSatisfy { $0.signs.count == 1 && $0.signs[0].kind != .digit }
    let separator = numbers == .broken ? String(Cell.numberGoesOn) : isVertical ? "" : "\n"
    text = words.map { $0.map(\.text).joined(separator: " ") }.joined(separator: separator)
  }

  private static func numbers(in lines: [TextLine], _ words: [[LineText.Word]], width: Double) -> Numbers {
    if zip(lines, words).contains(where: { holdsColumns($1, size: $0.size) }) { return .beside }
    let isNumber = words.map { $0.allSatisfy(\.isNumber) }
    guard isNumber.contains(true) else { return .none }
    guard lines.count > 1 else { return .one }
    let remarks = zip(isNumber, words).filter { !$0.0 }.map(\.1)
    if remarks.isEmpty {
      if isBroken(lines, width: width) { return .broken }
      return hasRoom(lines, width: width) ? .several : .unclear
    }
    let isRemark = remarks.contains { line in line.contains { word in word.text.contains { "()（）".contains($0) } } }
    return isRemark || isUnit(remarks, behind: isNumber) ? .one : .several
  }

  /// Whether what stands below a number is what it counts, such as 件.
  private static func isUnit(_ remarks: [[LineText.Word]], behind isNumber: [Bool]) -> Bool {
    isNumber.first == true && isNumber.count { $0 } == 1
      && remarks.joined().allSatisfy { $0.text.unicodeScalars.count <= 2 }
  }

  private static func holdsColumns(_ words: [LineText.Word], size: Double) -> Bool {
    zip(words, words.dropFirst()).contains { left, right in
      left.isNumber && right.isNumber && right.box.left - left.box.right > size * 1.2
    }
  }

  /// Usual space between text and rule at both sides of a cell together, in points; and more than there ever is.
  private static let padding = 12.0
  private static let widestPadding = 24.0

  /// Whether numbers below each other are one that found no room: all lines but the last are full.
  private static func isBroken(_ lines: [TextLine], width: Double) -> Bool {
    guard let first = lines.first, let last = lines.last else { return false }
    let counts = lines.map(\.signs.count)
    guard last.signs.count <= first.signs.count, counts.dropLast().allSatisfy({ $0 == first.signs.count }) else {
      return false
    }
    let digit = (first.box.right - first.box.left) / Double(max(1, first.signs.count))
    return first.box.right - first.box.left + digit > width - padding
  }

  /// Whether the first of several lines could surely have held more.
  private static func hasRoom(_ lines: [TextLine], width: Double) -> Bool {
    guard let first = lines.first else { return false }
    let length = first.box.right - first.box.left
    let digit = length / Double(max(1, first.signs.count))
    return length + 1.5 * digit < width - widestPadding
  }

  /// The signs as if they were upright. Most of a cell is turned, or nothing.
  private static func upright(_ signs: [Sign]) -> [Sign] {
    if signs.allSatisfy({ $0.turn == .none }) { return signs }
    var counts = [0, 0, 0, 0]
    for sign in signs { counts[sign.turn.rawValue] += 1 }
    guard let common = counts.firstIndex(where: { $0 * 2 > signs.count }), let turn = Glyph.Turn(rawValue: common)
    else { return signs }
    return signs.map { sign in
      var sign = sign
      sign.box = sign.box.turnedBack(turn, width: 0, height: 0)
      return sign
    }
  }
}
