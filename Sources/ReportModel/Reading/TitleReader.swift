import DocumentModel

/// Finds title lines and reads the unit and the year out of them.
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
    return titles.last { $0.office != nil && $0.year != nil } ?? titles.last { $0.year != nil } ?? titles.last
  }

  /// Every line that ends as a title does, with what a line break has taken off it above.
  static func titles(in lines: ArraySlice<ReadingLine>) -> [Found] {
    lines.indices.compactMap { last in
      endsTitle(lines[last]) ? title(endingAt: last, in: lines).map { Found(title: $0, line: last) } : nil
    }
  }

  private static func title(endingAt last: Int, in lines: ArraySlice<ReadingLine>) -> Title? {
    var text = words(lines[last])
    guard text.hasSuffix(kind) || kind.hasSuffix(text) else { return nil }
    var best = title(text, place: lines[last].place)
    for first in lines[..<last].indices.reversed().prefix(2) {
      if let best, best.office != nil, best.year != nil { return best }
      let line = words(lines[first])
      guard isPartOfTitle(line) else { break }
      text = line + text
      best = title(text, place: lines[first].place) ?? best
    }
    return best
  }

  /// A line without white space, and without the mark of a note at its end.
  private static func words(_ line: ReadingLine) -> String {
    let scalars = Folding.compactScalars(line.text)
    return String(String.UnicodeScalarView(scalars.dropLast(NoteMark.length(atEndOf: scalars))))
  }

  /// A quick look that spares most lines the slow one.
  private static func endsTitle(_ line: ReadingLine) -> Bool {
    guard line.values.isEmpty, let last = line.key.last, last == "告", line.key.count <= 80 else { return false }
    let kind = Array(kind.unicodeScalars)
    return line.key.suffix(kind.count).elementsEqual(kind.suffix(line.key.count))
  }

  /// Words and a year, but no 附件 above the title.
  private static func isPartOfTitle(_ line: String) -> Bool {
    let scalars = line.unicodeScalars
    return scalars.count <= 40 && !line.hasPrefix("附件")
      && scalars.allSatisfy { Folding.isIdeograph($0) || Folding.isDigit($0) || $0 == "(" || $0 == ")" }
      && !scalars.allSatisfy { Folding.isDigit($0) }
  }

  private static let subject = "政府信息公开"
  private static let kind = "年度报告"

  /// Reads a title out of `text`, which is folded and without white space.
  private static func title(_ text: String, place: Place) -> Title? {
    guard text.unicodeScalars.count <= 80, text.hasSuffix(kind), let subject = text.lastRange(of: subject),
      !text.unicodeScalars.contains(where: { "。,;:".unicodeScalars.contains($0) })
    else { return nil }
    let head = text[..<subject.lowerBound]
    let year = year(in: head)
    let before = head[..<(year?.1.lowerBound ?? head.endIndex)]
    let after = head[(year?.1.upperBound ?? head.endIndex)...]
    let printed = String(before.isEmpty ? after : before)
    let office = OfficeName.known(printed)
    return Title(
      text: text, office: office, printedOffice: office.map { _ in printed }, year: year?.0, place: place)
  }

  /// A year such as 2024年, 2024年度 or 二〇二四年, and where it stands.
  static func year(in text: Substring) -> (Int, Range<Substring.Index>)? {
    let scalars = text.unicodeScalars
    var start = scalars.startIndex
    while start < scalars.endIndex {
      var end = start
      var digits: [Int] = []
      while digits.count < 4, end < scalars.endIndex, let digit = digit(scalars[end]) {
        digits.append(digit)
        end = scalars.index(after: end)
      }
      if digits.count == 4, end < scalars.endIndex, scalars[end] == "年" {
        let year = digits.reduce(0) { $0 * 10 + $1 }
        end = scalars.index(after: end)
        if end < scalars.endIndex, scalars[end] == "度" { end = scalars.index(after: end) }
        if (1990...2999).contains(year) { return (year, start..<end) }
      }
      start = scalars.index(after: start)
    }
    return nil
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    if Folding.isDigit(scalar) { return Int(scalar.value) - 0x30 }
    if scalar == "○" || scalar == "零" || scalar == "O" { return 0 }
    return Array("〇一二三四五六七八九".unicodeScalars).firstIndex(of: scalar)
  }
}

extension String {
  /// The last place of a word in the text.
  fileprivate func lastRange(of word: String) -> Range<Index>? {
    let word = Array(word.unicodeScalars)
    var found: Range<Index>?
    var start = unicodeScalars.startIndex
    while start < unicodeScalars.endIndex {
      let rest = unicodeScalars[start...]
      if rest.starts(with: word) {
        found = start..<unicodeScalars.index(start, offsetBy: word.count)
      }
      start = unicodeScalars.index(after: start)
    }
    return found
  }
}
