import DocumentModel

/// A piece of a line between white space, or a cell.
struct Word {
  var text: String
  /// The middle of the word in its line, in character cells, of which ideographs take two.
  var middle: Double?
  /// The same in characters: some programs keep columns by counting those.
  var middleInCharacters: Double?
  /// The piece is a cell: what it holds is one thing, and nothing in it means blank.
  var isCell = false
  /// Where it stands, when that is not just its line.
  var place: Place?
  /// How many columns of its table the cell takes.
  var columnSpan = 1
  /// What is struck through beside it.
  var struck = ""

  var trimmed: String { String(Folding.trimmed(text.unicodeScalars)) }

  /// Whether it stands where a figure would: a number, nothing at all, or what people write in the place of a number.
  var isValue: Bool {
    if text.unicodeScalars.allSatisfy(Folding.isSpace) { return isCell }
    if FigureParser.parse(text) != nil { return !isOrdinal }
    if isCell, beginsWithNumber, DoubtfulCell.holdsNumber(text) { return true }
    // Most words are told by their first character.
    let characters = text.unicodeScalars.lazy.map(Folding.fold)
    if characters.contains(where: Folding.isIdeograph) { return characters.elementsEqual(["无"]) }
    guard characters.prefix(13).count <= 12, !isOrdinal else { return false }
    let folded = Array(characters)
    return folded.contains { !Self.punctuation.contains($0) }
      && folded.allSatisfy { !Self.brackets.contains($0) }
  }

  /// A quick look that spares labels the slow one.
  private var beginsWithNumber: Bool {
    let first = text.unicodeScalars.prefix(2).map(Folding.fold)
    return first.first.map(Folding.isDigit) == true && first.last != "." && first.last != "、"
  }

  /// `1.` or `2、`: the number of what follows.
  private var isOrdinal: Bool {
    guard let last = text.unicodeScalars.last.map(Folding.fold), last == "." || last == "、" else { return false }
    let folded = text.unicodeScalars.prefix(4).map(Folding.fold)
    return folded.count <= 3 && folded.dropLast().allSatisfy(Folding.isDigit)
  }

  private static let punctuation = Set("。，,、；;：:！!？“”‘’\"'.·\u{2026}".unicodeScalars)
  private static let brackets = Set("()（）[]【】《》<>〔〕".unicodeScalars)
}
