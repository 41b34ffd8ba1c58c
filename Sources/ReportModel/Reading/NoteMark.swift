import DocumentModel

/// The mark of a note beside a figure: `284¹`, `1377①`, `1377*`, `1377[1]`, `1377注1`. It is none of the figure.
enum NoteMark {
  /// Longer ones hold words. In characters.
  private static let longest = 8

  /// How many characters at the end of a text are marks, one behind the other.
  ///
  /// - Parameter scalars: The text, folded and without white space.
  /// - Returns: 0 where the text ends with anything else.
  static func length(atEndOf scalars: some BidirectionalCollection<Unicode.Scalar>) -> Int {
    let scalars = Array(scalars.suffix(longest))
    var end = scalars.count
    while let last = scalars[..<end].last {
      if isMark(last) {
        end -= 1
      } else if let open = bracket(atEndOf: scalars[..<end]) {
        end = open
      } else if let note = word(atEndOf: scalars[..<end], hasMark: end < scalars.count) {
        end = note
      } else if end < scalars.count, isComma(last) {
        // Two marks side by side: ¹,²
        end -= 1
      } else {
        break
      }
    }
    return scalars.count - end
  }

  /// How many characters before a number are marks: `*1377`. A minus sign is none.
  static func length(atStartOf scalars: some Collection<Unicode.Scalar>) -> Int {
    scalars.prefix(longest).prefix(while: isMark).count
  }

  /// A text without the marks at its end.
  static func removed(from text: String) -> Substring.UnicodeScalarView {
    var rest = text.unicodeScalars[...]
    var marks = length(atEndOf: Folding.compactScalars(text))
    while marks > 0, let last = rest.popLast() {
      if !Folding.isSpace(Folding.fold(last)) { marks -= 1 }
    }
    return rest
  }

  /// Whether a text is nothing but marks.
  static func isAlone(in text: some StringProtocol) -> Bool {
    guard text.utf8.count <= 4 * longest else { return false }
    let scalars = Folding.compactScalars(text)
    guard (1...longest).contains(scalars.count), length(atEndOf: scalars) == scalars.count else { return false }
    // 无 and the like are no marks, and digits alone are a figure.
    return !scalars.allSatisfy(Folding.isDigit)
  }

  static func isShifted(_ scalar: Unicode.Scalar) -> Bool { ShiftedText.plain(scalar) != nil }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // * † ‡ ※ ⁂, stars and triangles as they are set beside numbers, numbers in circles and in brackets of one piece.
    case 0x2A, 0x2020, 0x2021, 0x203B, 0x2042, 0x2217, 0x2605, 0x2606, 0x25B2, 0x25B3: true
    case 0x2460...0x249B, 0x24EB...0x24FF, 0x2776...0x2793, 0x3220...0x3229, 0x3280...0x3289: true
    default: isShifted(scalar)
    }
  }

  /// `[1]`, `【注1】`: where it begins.
  private static func bracket(atEndOf scalars: ArraySlice<Unicode.Scalar>) -> Int? {
    guard let last = scalars.last, let pair = brackets.first(where: { $0.close == last }),
      let open = scalars.lastIndex(of: pair.open), open < scalars.endIndex - 2 || isMark(scalars[open + 1])
    else { return nil }
    let inside = scalars[(open + 1)..<(scalars.endIndex - 1)]
    let isNote = !inside.isEmpty && inside.allSatisfy { Folding.isDigit($0) || isMark($0) || $0 == "注" || isLetter($0) }
    return isNote ? open : nil
  }

  private static let brackets: [(open: Unicode.Scalar, close: Unicode.Scalar)] = [
    ("[", "]"), ("【", "】"), ("〔", "〕"), ("〈", "〉"), ("<", ">"),
  ]

  /// `注`, `注1`, `见注1`, `注¹`: where it begins. What follows the word may have been taken off already.
  private static func word(atEndOf scalars: ArraySlice<Unicode.Scalar>, hasMark: Bool) -> Int? {
    var start = scalars.endIndex
    if !hasMark {
      while start > scalars.startIndex, Folding.isDigit(scalars[start - 1]), scalars.endIndex - start < 2 { start -= 1 }
    }
    guard start > scalars.startIndex, scalars[start - 1] == "注" else { return nil }
    start -= 1
    if start > scalars.startIndex, "见备附".unicodeScalars.contains(scalars[start - 1]) { start -= 1 }
    return start
  }

  private static func isComma(_ scalar: Unicode.Scalar) -> Bool { scalar == "," || scalar == "、" }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }
}
