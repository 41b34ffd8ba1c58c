import DocumentModel

/// Reads what stands in a cell.
///
/// Full-width digits, thousands separators, 〇, spaces inside and a trailing unit are read as the number they mean.
/// Everything else is kept as it is printed: nothing is guessed.
enum FigureParser {
  /// What a cell's text is, before its column has been asked what may stand there.
  struct Parsed: Equatable {
    var figure: Figure
    /// The unit behind the number, where there is one.
    var unit: String?
    /// Words in brackets behind the number.
    var remark: String?
    /// The mark of a note beside the number.
    var mark: String?
    var hasSign: Bool
  }

  private static let units = ["万元", "元", "件", "个", "条", "项", "次", "宗", "起", "份", "人"]

  /// - Returns: `nil` when the text is no number.
  static func parse(_ text: some StringProtocol) -> Parsed? {
    if let figure = plainNumber(text) { return Parsed(figure: figure, hasSign: false) }
    if !beginsAsNumber(text) || partsNumbers(text) { return nil }
    var rest = Folding.compactScalars(text)[...]
    // Where all is raised there is no line that it could be raised from.
    if rest.allSatisfy(NoteMark.isShifted) { rest = rest.compactMap(ShiftedText.plain)[...] }
    let before = NoteMark.length(atStartOf: rest)
    var marks = Array(rest.prefix(before))
    rest = rest.dropFirst(before)
    var remark: String?
    var unit: String?
    // Unit, mark and remark stand behind the number in any order, each once.
    while true {
      let mark = NoteMark.length(atEndOf: rest)
      if mark > 0, mark < rest.count {
        marks.append(contentsOf: rest.suffix(mark))
        rest = rest.dropLast(mark)
      } else if remark == nil, rest.last == ")", let open = rest.firstIndex(of: "("), open > rest.startIndex {
        remark = string(rest[(open + 1)..<(rest.endIndex - 1)])
        rest = rest[..<open]
      } else if unit == nil, let found = units.first(where: { ends(rest, with: $0) }) {
        unit = found
        rest = rest.dropLast(found.unicodeScalars.count)
      } else {
        break
      }
    }
    guard let (figure, hasSign) = number(Array(rest)) else { return nil }
    return Parsed(
      figure: figure, unit: unit, remark: remark, mark: marks.isEmpty ? nil : string(marks[...]), hasSign: hasSign)
  }

  private static func ends(_ scalars: ArraySlice<Unicode.Scalar>, with unit: String) -> Bool {
    let count = unit.unicodeScalars.count
    return scalars.count > count && scalars.suffix(count).elementsEqual(unit.unicodeScalars)
  }

  /// What nearly every cell holds: a few digits and nothing else.
  private static func plainNumber(_ text: some StringProtocol) -> Figure? {
    guard (1...mostDigits).contains(text.utf8.count) else { return nil }
    var number = 0
    for byte in text.utf8 {
      guard (0x30...0x39).contains(byte) else { return nil }
      number = number * 10 + Int(byte) - 0x30
    }
    return Figure(significand: number)
  }

  /// A quick look that spares words the slow one.
  private static func beginsAsNumber(_ text: some StringProtocol) -> Bool {
    for scalar in text.unicodeScalars where !Folding.isSpace(scalar) {
      let folded = Folding.fold(scalar)
      return isDigit(folded) || isSign(folded) || NoteMark.length(atStartOf: [folded]) > 0
    }
    return false
  }

  /// Longer numbers do not stand in a report, and their sums might not fit.
  private static let mostDigits = 10

  /// Whether a line ends between two digits: those are two numbers in one cell, and which of them counts is not told.
  private static func partsNumbers(_ text: some StringProtocol) -> Bool {
    guard text.utf8.contains(UInt8(ascii: "\n")) else { return false }
    let lines = text.unicodeScalars.split(separator: "\n").map { line in line.filter { !Folding.isSpace($0) } }
    return zip(lines, lines.dropFirst()).contains { upper, lower in
      guard let end = upper.last, let start = lower.first else { return false }
      return Folding.isDigit(Folding.fold(end)) && Folding.isDigit(Folding.fold(start))
    }
  }

  /// The content of a cell in a column: the number if one of the column's kind stands there.
  /// Money without a unit of its own has the head's, `unit`, where that is not the form's.
  static func content(of text: String, in column: FormColumn, unit: String? = nil) -> CellReading.Content {
    if text.unicodeScalars.allSatisfy(Folding.isSpace) { return .blank }
    guard var parsed = parse(text) else { return .notANumber(text) }
    if parsed.unit == nil, column.kind == .amount { parsed.unit = unit }
    guard let figure = converted(parsed, to: column.unit) else { return .notANumber(text) }
    let fits =
      switch column.kind {
      case .count: figure.isWhole && !parsed.hasSign
      case .amount: !parsed.hasSign
      case .change: figure.isWhole
      }
    guard fits else { return .notANumber(text) }
    if let remark = parsed.remark { return .remarked(figure, remark: remark) }
    return parsed.mark.map { .marked(figure, mark: $0) } ?? .figure(figure)
  }

  /// Money printed in the other of 元 and 万元 is converted; both are exact.
  private static func converted(_ parsed: Parsed, to unit: String) -> Figure? {
    switch (parsed.unit, unit) {
    case ("元", "万元"): Figure(significand: parsed.figure.significand, decimals: parsed.figure.decimals + 4)
    case ("万元", "元"): parsed.figure.timesTenThousand
    case ("元", "元"), ("万元", "万元"), (nil, _): parsed.figure
    case ("元", _), ("万元", _), (_, "元"), (_, "万元"): nil
    default: parsed.figure
    }
  }

  private static func number(_ scalars: [Unicode.Scalar]) -> (figure: Figure, hasSign: Bool)? {
    var rest = scalars[...]
    var isNegative = false
    var hasSign = false
    if let first = rest.first, isSign(first) {
      isNegative = first != "+"
      hasSign = true
      rest.removeFirst()
    }
    let parts = rest.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first, let digits = wholeDigits(whole) else { return nil }
    let fraction = parts.count == 2 ? parts[1] : []
    guard parts.count == 1 || (!fraction.isEmpty && fraction.allSatisfy(isDigit)) else { return nil }
    guard digits.count <= mostDigits, fraction.count <= 4 else { return nil }
    var significand = 0
    for scalar in digits + fraction {
      significand = significand * 10 + value(of: scalar)
    }
    return (Figure(significand: isNegative ? -significand : significand, decimals: fraction.count), hasSign)
  }

  /// The digits of a whole number; separators must stand between groups of three.
  private static func wholeDigits(_ scalars: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar]? {
    let groups = scalars.split(separator: ",", omittingEmptySubsequences: false)
    guard let first = groups.first, !first.isEmpty, groups.allSatisfy({ $0.allSatisfy(isDigit) }) else { return nil }
    guard groups.count == 1 || (first.count <= 3 && groups.dropFirst().allSatisfy { $0.count == 3 }) else { return nil }
    return groups.flatMap { $0 }
  }

  private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "+" || scalar == "-" || scalar == "−" || scalar == "–"
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    Folding.isDigit(scalar) || scalar == "〇" || scalar == "○" || scalar == "零"
  }

  private static func value(of digit: Unicode.Scalar) -> Int {
    Folding.isDigit(digit) ? Int(digit.value) - 0x30 : 0
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
