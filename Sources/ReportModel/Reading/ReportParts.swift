/// Parts a document that holds several reports one behind the other.
enum ReportParts {
  /// A report begins at a title behind which sections return that stood before it already, with a table on either side:
  /// a running header repeats the title, and a table of contents the sections, but neither repeats both and the tables.
  ///
  /// - Parameters:
  ///   - lines: The document's lines.
  ///   - finder: Finds the headings.
  ///   - hasTable: Whether a table of the form stands among lines.
  /// - Returns: The lines of each report; all lines when there is only one.
  static func split(
    _ lines: [ReadingLine], finder: SectionFinder, hasTable: (ArraySlice<ReadingLine>) -> Bool
  ) -> [Range<Int>] {
    let titles = TitleReader.titles(in: lines[...]).filter { $0.title.office != nil }
    var parts: [Range<Int>] = []
    var start = 0
    var headersLeft = mostHeaders
    for title in titles.dropFirst().prefix(mostTitles) {
      let above = lines[start..<title.line].suffix(longestReport)
      let below = lines[title.line...].prefix(longestReport)
      let before = sections(in: above, finder)
      guard before.count >= leastSections else { continue }
      let after = sections(in: below, finder)
      guard before.intersection(after).count >= leastSections else { continue }
      guard hasTable(above), hasTable(below) else {
        headersLeft -= 1
        if headersLeft == 0 { break }
        continue
      }
      // The title may have begun some lines above the one on which it ends.
      let first = lines[start..<title.line].lastIndex { $0.place == title.title.place } ?? title.line
      parts.append(start..<first)
      start = first
      if parts.count == most { break }
    }
    return parts + [start..<lines.count]
  }

  private static let leastSections = 3
  /// In lines. What a title repeats stands near it, and a title on each of many pages must not cost all lines each time.
  private static let longestReport = 2_000
  /// Nobody needs to be told of more.
  private static let most = 20
  /// Titles with sections on either side, but without tables, that are looked at: looking for tables is dear.
  private static let mostHeaders = 8
  /// A running header stands once on each page.
  private static let mostTitles = 100

  private static func sections(in lines: ArraySlice<ReadingLine>, _ finder: SectionFinder) -> Set<Int> {
    Set(finder.headings(in: Array(lines)).map(\.section))
  }
}
