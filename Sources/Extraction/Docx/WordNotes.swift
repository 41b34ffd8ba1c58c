/// The marks of footnotes and endnotes, which are counted as their references are met (ECMA-376 Part 1, 17.11).
///
/// Numbers go on to the end of the document: where its pages end, and with them the numbers of a page, is not known.
struct WordNotes {
  private struct Counter {
    var numeral: Numeral
    var next: Int

    init(_ properties: WordElement?, numeral: Numeral) {
      self.numeral = properties?.first(.numFmt).flatMap { Numeral(word: $0.value) } ?? numeral
      next = properties?.value(of: .numStart).flatMap(WordNumbering.Level.number) ?? 1
    }

    mutating func mark() -> String {
      defer { next += 1 }
      return numeral.text(next)
    }
  }

  private var footnotes: Counter
  private var endnotes: Counter

  /// - Parameter section: The properties of the document's last section, which mostly are those of all.
  init(_ section: WordElement? = nil) {
    footnotes = Counter(section?.first(.footnotePr), numeral: .decimal)
    endnotes = Counter(section?.first(.endnotePr), numeral: .lowerRoman)
  }

  /// - Parameter reference: The element `footnoteReference` or `endnoteReference`.
  /// - Returns: `nil` when the mark is the text that follows.
  mutating func mark(of reference: WordElement) -> String? {
    if let custom = reference.attribute("customMarkFollows"), !["0", "false", "off"].contains(custom) { return nil }
    return reference.name == .endnoteReference ? endnotes.mark() : footnotes.mark()
  }
}
