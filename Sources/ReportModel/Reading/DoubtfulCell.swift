import DocumentModel

/// Looks for what makes the text of a cell read one way or another.
struct DoubtfulCell {
  /// The digits between which nothing stands, as folded characters.
  private var groups: [[Unicode.Scalar]] = []
  private var smallDigits: [Unicode.Scalar] = []
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
    // Only counts stand in sums.
    guard column.kind == .count, text.utf8.count <= longest else { return nil }
    return DoubtfulCell(text).flatMap { cell in
      cell.meaning.map { Doubt(cause: $0.cause, printed: text, readings: $0.readings) }
    }
  }

  /// - Returns: `nil` when something stands there that is no part of a number.
  private init?(_ text: String) {
    var pending: Doubt.Cause?
    var isBehindUnit = false
    var openBrackets = 0
    for scalar in text.unicodeScalars {
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
      } else if let digit = Self.digit(folded) {
        guard !isBehindUnit, remark.isEmpty, smallDigits.isEmpty else { return nil }
        if groups.isEmpty || pending != nil {
          if !groups.isEmpty { gap = gap == .lineEnd ? gap : pending }
          groups.append([])
        }
        groups[groups.count - 1].append(digit.digit)
        signs = digit.cause ?? signs
        pending = nil
      } else if let digit = Self.smallDigit(folded), !groups.isEmpty, !isBehindUnit {
        smallDigits.append(digit)
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
    if !smallDigits.isEmpty {
      return Self.figure(digits + smallDigits).map { (.smallDigit, [[whole], [$0]]) }
    }
    switch signs {
    case .circle: return (.circle, [[whole], Self.figure(digits.filter { $0 != Self.circle }).map { [$0] } ?? []])
    case .letter: return (.letter, [[whole]])
    default: break
    }
    return addition.flatMap { whole.adding($0) }.map { (.remark, [[whole], [$0]]) }
  }

  /// The number of the remark, if it is one that may come on top: what is 其中 is counted already.
  private var addition: Figure? {
    guard !remark.contains(where: "其中含包内".unicodeScalars.contains) else { return nil }
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

  private static func smallDigit(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0xB9: "1"
    case 0xB2, 0xB3: Unicode.Scalar(scalar.value - 0xB0 + 0x30)
    case 0x2070, 0x2074...0x2079: Unicode.Scalar(scalar.value - 0x2070 + 0x30)
    case 0x2080...0x2089: Unicode.Scalar(scalar.value - 0x2080 + 0x30)
    default: nil
    }
  }

  private static func figure(_ digits: [Unicode.Scalar]) -> Figure? {
    // As in a cell: longer numbers do not stand in a report.
    guard digits.count <= 10 else { return nil }
    let zeros = digits.map { $0 == circle ? "0" : $0 }
    return Int(String(String.UnicodeScalarView(zeros))).map { Figure(significand: $0) }
  }
}
