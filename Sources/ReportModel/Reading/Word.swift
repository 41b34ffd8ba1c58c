import DocumentModel

/// A piece of a line between white space, or a cell.
struct Word {
  var text: String
  /// The middle of the word in its line, in character cells.
  var middle: Double?
  /// The piece is a cell: what it holds is one thing, and nothing in it means blank.
  var isCell = false
  /// Where it stands, when that is not just its line.
  var place: Place?
  /// How many columns of its table the cell takes.
  var columnSpan = 1

  var trimmed: String {
    var scalars = text.unicodeScalars[...]
    while let first = scalars.first, Folding.isSpace(first) { scalars.removeFirst() }
    while let last = scalars.last, Folding.isSpace(last) { scalars.removeLast() }
    return String(scalars)
  }

  /// Whether it stands where a figure would: a number, nothing at all, or what people write in the place of a number.
  var isValue: Bool {
    if trimmed.isEmpty { return isCell }
    if FigureParser.parse(text) != nil { return !isOrdinal }
    let folded = text.unicodeScalars.map(Folding.fold)
    if folded == ["无"] { return true }
    guard folded.count <= 12, !isOrdinal, !folded.contains(where: Folding.isIdeograph) else { return false }
    return folded.contains { !Self.punctuation.contains($0) }
      && folded.allSatisfy { !Self.brackets.contains($0) }
  }

  /// `1.` or `2、`: the number of what follows.
  private var isOrdinal: Bool {
    let folded = text.unicodeScalars.map(Folding.fold)
    guard let last = folded.last, ".、".unicodeScalars.contains(last) else { return false }
    return folded.count <= 3 && folded.dropLast().allSatisfy(Folding.isDigit)
  }

  private static let punctuation = Set("。，,、；;：:！!？“”‘’\"'.·\u{2026}".unicodeScalars)
  private static let brackets = Set("()（）[]【】《》<>〔〕".unicodeScalars)
}
