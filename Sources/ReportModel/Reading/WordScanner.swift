/// Cuts a line of text into words, or into cells where tabs part it.
enum WordScanner {
  /// The words between white space. A remark in brackets joins the number before it, and a number that is glued to
  /// the words before it is taken off them.
  static func words(_ text: String) -> [Word] {
    var words: [Word] = []
    var current = String.UnicodeScalarView()
    var start = 0
    var column = 0
    var openBrackets = 0

    func endWord() {
      guard !current.isEmpty else { return }
      append(Word(text: String(current), middle: Double(start + column) / 2), to: &words)
      current.removeAll(keepingCapacity: true)
      openBrackets = 0
    }

    for scalar in text.unicodeScalars {
      if Folding.isSpace(scalar), openBrackets == 0 {
        endWord()
      } else if !Folding.isSpace(scalar) {
        if current.isEmpty { start = column }
        current.append(scalar)
        openBrackets = max(0, openBrackets + bracket(scalar, in: current))
      }
      column += width(of: scalar)
    }
    endWord()
    return words
  }

  /// The cells between tabs.
  static func cells(_ text: String) -> [Word] {
    text.unicodeScalars.split(separator: "\t", omittingEmptySubsequences: false).flatMap { cell in
      let word = Word(text: String(cell), middle: nil, isCell: true)
      // Several figures, or words with figures behind them, were never one cell: the tab only indents them.
      let parts = words(String(cell))
      let holdsFigures = parts.count > 1 && parts.contains { $0.isValue }
      return holdsFigures ? parts : [word]
    }
  }

  /// Only brackets behind a number hold their words together: 22（其中修订 16 件）.
  private static func bracket(_ scalar: Unicode.Scalar, in word: String.UnicodeScalarView) -> Int {
    switch Folding.fold(scalar) {
    case "(": word.first.map { Folding.isDigit(Folding.fold($0)) } == true ? 1 : 0
    case ")": -1
    default: 0
    }
  }

  private static func append(_ word: Word, to words: inout [Word]) {
    let folded = word.text.unicodeScalars.map(Folding.fold)
    if folded.first == "(", folded.last == ")", folded.contains(where: Folding.isIdeograph),
      let last = words.last, FigureParser.parse(last.text)?.remark == nil, last.isValue
    {
      words[words.count - 1].text += word.text
      return
    }
    guard let cut = gluedNumber(folded) else {
      words.append(word)
      return
    }
    let scalars = Array(word.text.unicodeScalars)
    words.append(Word(text: String(String.UnicodeScalarView(scalars[..<cut])), middle: word.middle))
    words.append(Word(text: String(String.UnicodeScalarView(scalars[cut...])), middle: word.middle))
  }

  /// Where a number begins that stands behind ideographs without a space: 行政处罚34.
  private static func gluedNumber(_ folded: [Unicode.Scalar]) -> Int? {
    guard let last = folded.last, Folding.isDigit(last) else { return nil }
    guard let word = folded.lastIndex(where: { !Folding.isDigit($0) && $0 != "," && $0 != "." }) else { return nil }
    let isBehindWords = Folding.isIdeograph(folded[word]) || ")”\"".unicodeScalars.contains(folded[word])
    return isBehindWords && folded[...word].count(where: Folding.isIdeograph) >= 2 ? word + 1 : nil
  }

  /// In character cells of a terminal, which is how layout is kept in text: ideographs take two.
  private static func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      2
    default: 1
    }
  }
}
