import DocumentModel

/// Looks for what makes the text of a cell read one way or another.
struct DoubtfulCell {
  /// The digits between which nothing stands, as folded characters.
  private var groups: [[Unicode.Scalar]] = []
  private var gap: Doubt.Cause?
  private var signs: Doubt.Cause?
  private var remark: [Unicode.Scalar] = []

  /// Longer cells hold words. In bytes.
  private static let longest = 96
  private static let mostGroups = 4

  /// - Returns: `nil` when the text has one meaning, or none at all.
  static func doubt(of text: String, in column: FormColumn) -> Doubt? {
    // Nearly all cells are digits and nothing else.
    if text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return nil }
    guard column.kind != .change, text.utf8.count <= longest else { return nil }
    return DoubtfulCell(text, isDecimal: column.kind == .amount).flatMap { cell in
      cell.meaning.map { Doubt(cause: $0.cause, printed: text, readings: $0.readings) }
    }
  }

  /// Whether a cell holds a number in pieces, or written with letters.
  static func holdsNumber(_ text: String) -> Bool {
    text.utf8.count <= longest && DoubtfulCell(text, isDecimal: true)?.meaning != nil
  }

  /// - Returns: `nil` when something stands there that is no part of a number.
  private init?(_ text: String, isDecimal: Bool) {
    var pending: Doubt.Cause?
    var isBehindUnit = false
    var isBehindMark = false
    var openBrackets = 0
    for scalar in NoteMark.removed(from: text) {
      let folded = Folding.fold(scalar)
      if folded == "(" {
        openBrackets += 1
      } else if folded == ")" {
        openBrackets -= 1
      } else if openBrackets > 0 {
        remark.append(folded)
      } else if let end = Self.gap(folded) {
        // The end of a line weighs more than the space that stands beside it.
        pending = pending == .lineEnd ? pending : end
      } else if let digit = Self.digit(folded) ?? (isDecimal && folded == "." ? (folded, nil) : nil) {
        guard !isBehindUnit, remark.isEmpty, !isBehindMark else { return nil }
        if groups.isEmpty || pending != nil {
          if !groups.isEmpty { gap = gap == .lineEnd ? gap : pending }
          groups.append([])
        }
        groups[groups.count - 1].append(digit.digit)
        signs = digit.cause ?? signs
        pending = nil
      } else if NoteMark.length(atStartOf: [folded]) > 0 {
        // Those before the number stand apart from it as those behind it do.
        isBehindMark = !groups.isEmpty
      } else if Folding.isIdeograph(folded), !groups.isEmpty {
        isBehindUnit = true
      } else {
        return nil
      }
    }
    guard !groups.isEmpty, groups.count <= Self.mostGroups else { return nil }
  }

  private var meaning: (cause: Doubt.Cause, readings: [[Figure]])? {
    let digits = groups.flatMap { $0 }
    let parts = groups.compactMap(Self.figure)
    guard parts.count == groups.count, let whole = Self.figure(digits) else { return nil }
    if let gap, parts.count > 1 { return (gap, [[whole], parts]) }
    switch signs {
    case .circle: return (.circle, [[whole], Self.figure(digits.filter { $0 != Self.circle }).map { [$0] } ?? []])
    case .letter: return (.letter, [[whole]])
    default: break
    }
    return addition.flatMap { whole.adding($0) }.map { (.remark, [[whole], [$0]]) }
  }

  /// The number of the remark, if it is one that may come on top: what is 其中 is counted already, and 注1 names a note.
  private var addition: Figure? {
    guard !remark.contains(where: "其中含包内注见附".unicodeScalars.contains) else { return nil }
    let numbers = remark.split { !Folding.isDigit($0) }
    return numbers.count == 1 ? numbers.first.flatMap { Self.figure(Array($0)) } : nil
  }

  // MARK: Characters

  private static let circle: Unicode.Scalar = "○"

  private static func gap(_ scalar: Unicode.Scalar) -> Doubt.Cause? {
    switch scalar {
    case "\n", Cell.numberGoesOn: .lineEnd
    case ",", "、": .comma
    default: Folding.isSpace(scalar) ? .space : nil
    }
  }

  private static func digit(_ scalar: Unicode.Scalar) -> (digit: Unicode.Scalar, cause: Doubt.Cause?)? {
    switch scalar {
    case "0"..."9": (scalar, nil)
    case "〇", "零": ("0", nil)
    case "○", "◯": (circle, .circle)
    case "O", "o": ("0", .letter)
    case "l", "I", "|": ("1", .letter)
    default: nil
    }
  }

  private static func figure(_ digits: [Unicode.Scalar]) -> Figure? {
    let zeros = digits.map { $0 == circle ? "0" : $0 }
    return FigureParser.parse(String(String.UnicodeScalarView(zeros)))?.figure
  }
}
