import DocumentModel

/// A line of text or a row of a table, parted into words and the figures that stand behind them.
struct ReadingLine {
  var place: Place
  /// As printed.
  var text: String
  /// The words before the figures, folded for comparison.
  var key: [Unicode.Scalar]
  /// What stands at the end of the line and is no words: the figures of a row, or a part of them.
  var values: [PrintedValue]
  /// The words one by one, where the line is short and has no figures: it may be the head of a table.
  var words: [Word] = []
  /// The last cell, or word, before the figures, as printed.
  var label = ""
  /// All words before the figures, as printed.
  var wordsBeforeFigures = ""
  /// A heading that stands inside a paragraph, or what stands before or behind one.
  var isPartOfParagraph = false

  var isHoldingValues: Bool { values.contains { !$0.isBlank } }
}

/// Something that stands where a figure belongs.
struct PrintedValue: Equatable {
  /// As printed; empty for a cell that is blank.
  var text: String
  var place: Place
  /// The middle of the figure in the line, in character cells, or `nil` where places in the line say nothing.
  var middle: Double?
  /// The same in characters.
  var middleInCharacters: Double?
  /// How many columns of its table it takes.
  var columnSpan = 1
  /// What is struck through beside it.
  var struck = ""

  var isBlank: Bool { text.isEmpty }
}

extension [PrintedValue] {
  /// Blank cells of merged labels before the figures, and of trailing tabs behind them, are none of the row's.
  func trimmed(to width: Int) -> [PrintedValue] {
    var values = self[...]
    while values.count > width, values.first?.isBlank == true { values.removeFirst() }
    while values.count > width, values.last?.isBlank == true { values.removeLast() }
    return Array(values)
  }
}
