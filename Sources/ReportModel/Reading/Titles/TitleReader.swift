import DocumentModel

/// Finds title lines, each on one line or on several.
enum TitleReader {
  /// A title and the line on which it ends.
  struct Found {
    var title: Title
    var line: Int
  }

  /// The title of what follows: of all titles the last that names unit and year. A notice in which a report is handed
  /// over, and the path of a web page, stand above the report's own.
  static func title(in lines: ArraySlice<ReadingLine>) -> Title? {
    let titles = titles(in: lines).map(\.title)
    let named = titles.filter { $0.office != nil || $0.year != nil }
    func isPrescribed(_ title: Title) -> Bool {
      !title.flaws.contains { if case .wording = $0 { true } else { false } }
    }
    return named.last { $0.office != nil && $0.year != nil } ?? named.last { $0.year != nil } ?? named.last
      ?? titles.last(where: isPrescribed)
  }

  /// Every line that ends a title, with what a line break has taken off it above and below.
  static func titles(in lines: ArraySlice<ReadingLine>) -> [Found] {
    var found: [Found] = []
    var broader: [Found] = []
    for last in lines.indices where found.count < mostTitles && mayEndTitle(lines[last]) {
      guard let (title, isBroader) = title(endingAt: last, in: lines) else { continue }
      if !isBroader {
        found.append(Found(title: title, line: last))
      } else if broader.count < mostTitles {
        broader.append(Found(title: title, line: last))
      }
    }
    return found.isEmpty ? broader : found
  }

  /// Not even a collection of reports with a running head has more.
  private static let mostTitles = 1_000

  /// A quick look that spares most lines the slow one.
  private static func mayEndTitle(_ line: ReadingLine) -> Bool {
    guard !line.key.isEmpty, line.key.count <= TitleLine.longest else { return false }
    return line.key.contains { $0 == "报" }
  }

  private static func title(endingAt last: Int, in lines: ArraySlice<ReadingLine>) -> (Title, isBroader: Bool)? {
    let own = words(lines[last])
    var text = own
    var (line, place) = (TitleLine(text), lines[last].place)
    // What ends a title that was broken: 年度报告.
    guard line != nil || isEnd(text) else { return nil }
    var isRepeated = false
    for first in lines[..<last].indices.reversed().prefix(3) {
      if let line, line.office != nil, line.year != nil { break }
      let above = words(lines[first])
      if above == own {
        isRepeated = true
        continue
      }
      // A title that is whole is no part of this one.
      guard isPartOfTitle(above), line == nil || TitleLine(above) == nil else { break }
      // What stands above the words is the unit, or a part of the words.
      if line != nil, !UnitWords.endUnit(above), YearWords.all(in: above).isEmpty { break }
      text = above + text
      guard let whole = TitleLine(text) else { continue }
      (line, place) = (whole, lines[first].place)
    }
    guard var line else { return nil }
    below(last, lines, &line)
    if isRepeated { line.flaws.append(.repeated) }
    let title = Title(
      text: line.text, office: line.office.flatMap(OfficeName.known), printedOffice: line.office, year: line.year,
      flaws: line.flaws, place: place)
    return (title, line.isBroader)
  }

  /// A year in brackets on the line below: （2024年度）.
  private static func below(_ last: Int, _ lines: ArraySlice<ReadingLine>, _ line: inout TitleLine) {
    guard line.year == nil, lines.indices.contains(last + 1) else { return }
    let below = words(lines[last + 1])
    let bare = below.filter { !"()〔〕[]".unicodeScalars.contains($0) }
    let years = YearWords.all(in: bare)
    guard let found = years.first, found.range == 0..<bare.count else { return }
    line.year = found.year
    line.flaws.append(.yearBehind(String(String.UnicodeScalarView(below))))
  }

  /// A line without white space, and without the marks of notes: raised ones, and what else stands at its end.
  static func words(_ line: ReadingLine) -> [Unicode.Scalar] {
    guard line.text.utf8.count <= 1_024 else { return [] }
    var scalars = Folding.compactScalars(line.text)
    scalars.removeAll(where: NoteMark.isShifted)
    let marks = NoteMark.length(atEndOf: scalars)
    // A year in brackets looks like one: （2024）.
    let isMark = marks > 0 && !scalars.suffix(marks).contains(where: { "()〔〕".unicodeScalars.contains($0) })
    return isMark ? Array(scalars.dropLast(marks)) : scalars
  }

  private static func isEnd(_ words: [Unicode.Scalar]) -> Bool {
    let kind = Array("信息公开工作年度报告".unicodeScalars)
    return words.count >= 2 && words.count <= kind.count && kind.reversed().starts(with: words.reversed())
  }

  /// Words and a year, but no 附件 above the title.
  private static func isPartOfTitle(_ line: [Unicode.Scalar]) -> Bool {
    !line.isEmpty && line.count <= 40 && !line.starts(with: "附件".unicodeScalars)
      && line.allSatisfy { Folding.isIdeograph($0) || Folding.isDigit($0) || $0 == "(" || $0 == ")" }
      && !line.allSatisfy { Folding.isDigit($0) }
  }
}
