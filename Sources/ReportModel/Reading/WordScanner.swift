/// Cuts a line of text into words, or into cells where tabs part it.
enum WordScanner {
  /// The words between white space. A remark in brackets joins the number before it, and a number that is glued to
  /// the words before it is taken off them.
  static func words(_ text: String) -> [Word] {
    var words: [Word] = []
    // Where the word begins and ends in bytes, and where in the line: in cells and in characters.
    var open: (from: Int, column: Int, count: Int)?
    var to = 0
    var column = 0
    var count = 0
    var openBrackets = 0
    var holdsSpace = false

    func endWord() {
      guard let start = open else { return }
      var word = slice(text, start.from, to)
      if holdsSpace { word = String(String.UnicodeScalarView(word.unicodeScalars.filter { !Folding.isSpace($0) })) }
      append(
        Word(
          text: word, middle: Double(start.column + column) / 2,
          middleInCharacters: Double(start.count + count) / 2), to: &words)
      open = nil
      openBrackets = 0
      holdsSpace = false
    }

    var offset = 0
    for scalar in text.unicodeScalars {
      let next = offset + UTF8.width(scalar)
      if !Folding.isSpace(scalar) {
        let start = open ?? (offset, column, count)
        open = start
        to = next
        openBrackets = max(0, openBrackets + bracket(scalar, behind: text, at: start.from))
      } else if openBrackets == 0 {
        endWord()
      } else {
        holdsSpace = true
      }
      column += width(of: scalar)
      count += 1
      offset = next
    }
    endWord()
    return words
  }

  private static func slice(_ text: String, _ from: Int, _ to: Int) -> String {
    let bytes = text.utf8
    return String(text[bytes.index(bytes.startIndex, offsetBy: from)..<bytes.index(bytes.startIndex, offsetBy: to)])
  }

  /// The cells between tabs.
  static func cells(_ text: String) -> [Word] {
    text.unicodeScalars.split(separator: "\t", omittingEmptySubsequences: false).flatMap { cell in
      let text = String(cell)
      let word = Word(text: text, middle: nil, isCell: true)
      // Several figures, or words with figures behind them, were never one cell: the tab only indents them.
      let parts = words(text)
      let holdsFigures = parts.count > 1 && parts.contains { $0.isValue }
      return holdsFigures ? parts : [word]
    }
  }

  /// Only brackets behind a number hold their words together: 22（其中修订 16 件）.
  private static func bracket(_ scalar: Unicode.Scalar, behind text: String, at start: Int) -> Int {
    switch scalar {
    case "(", "（":
      let first = text.unicodeScalars[text.utf8.index(text.startIndex, offsetBy: start)]
      return Folding.isDigit(Folding.fold(first)) ? 1 : 0
    case ")", "）": return -1
    default: return 0
    }
  }

  private static func append(_ word: Word, to words: inout [Word]) {
    if let last = words.last, isBeside(word.text, last) {
      words[words.count - 1].text += word.text
      return
    }
    guard let cut = gluedNumber(word.text) else {
      words.append(word)
      return
    }
    for part in [word.text[..<cut], word.text[cut...]] {
      words.append(Word(text: String(part), middle: word.middle, middleInCharacters: word.middleInCharacters))
    }
  }

  /// A remark in brackets, or the mark of a note, joins the number before it.
  private static func isBeside(_ word: String, _ last: Word) -> Bool {
    guard isInBrackets(word) || NoteMark.isAlone(in: word), last.isValue, let number = FigureParser.parse(last.text)
    else { return false }
    return number.remark == nil && number.mark == nil
  }

  /// Words, not figures.
  private static func isInBrackets(_ word: String) -> Bool {
    let folded = word.unicodeScalars.lazy.map(Folding.fold)
    return folded.first == "(" && folded.last == ")" && folded.contains(where: Folding.isIdeograph)
  }

  /// Where a number begins that stands behind ideographs without a space: 行政处罚34.
  private static func gluedNumber(_ word: String) -> String.Index? {
    let scalars = word.unicodeScalars
    guard let last = scalars.last.map(Folding.fold), Folding.isDigit(last) else { return nil }
    let end = scalars.lastIndex { scalar in
      let folded = Folding.fold(scalar)
      return !Folding.isDigit(folded) && folded != "," && folded != "."
    }
    guard let end else { return nil }
    let before = Folding.fold(scalars[end])
    let isBehindWords = Folding.isIdeograph(before) || before == ")" || before == "”" || before == "\""
    guard isBehindWords, scalars[...end].count(where: { Folding.isIdeograph(Folding.fold($0)) }) >= 2 else {
      return nil
    }
    return scalars.index(after: end)
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
