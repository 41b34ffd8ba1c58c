import DocumentModel

/// Finds headings that do not stand on lines of their own: behind the last sentence of the paragraph before, before the
/// first word of their section, several in one paragraph.
struct InlineHeadings: Sendable {
  private struct Wording {
    var section: Int
    var ordinal: [Unicode.Scalar]
    /// Without white space.
    var words: [Unicode.Scalar]
  }

  private let wordings: [Wording]

  init(sections: [FormSection]) {
    wordings = sections.flatMap { section in
      ([section.heading] + section.variants).map { heading in
        Wording(
          section: section.number, ordinal: Array(section.ordinal.unicodeScalars),
          words: Array(heading.unicodeScalars.filter { !Folding.isSpace($0) }))
      }
    }
  }

  /// - Parameters:
  ///   - lines: The lines of a report.
  ///   - headings: Those that stand by themselves.
  /// - Returns: The lines with the headings of the other sections as lines of their own; `nil` where there are none.
  func parted(_ lines: [ReadingLine], besides headings: [SectionFinder.Heading]) -> [ReadingLine]? {
    let known = Set(headings.map(\.section))
    var parted = lines
    var isFound = false
    // Where headings stand once lines before them are parted.
    var places = headings.map { (section: $0.section, line: $0.line) }
    for section in Set(wordings.map(\.section)).subtracting(known).sorted() {
      let start = places.last { $0.section < section }?.line ?? 0
      let end = places.first { $0.section > section && $0.line >= start }?.line ?? parted.count
      guard start <= end, let (line, pieces) = firstPieces(of: section, in: parted, start..<end) else { continue }
      parted.replaceSubrange(line...line, with: pieces)
      for index in places.indices where places[index].line > line { places[index].line += pieces.count - 1 }
      let heading = pieces.firstIndex { $0.isPartOfParagraph && isHeading($0, of: section) } ?? 0
      places.append((section, line + heading))
      places.sort { $0.line < $1.line }
      isFound = true
    }
    return isFound ? parted : nil
  }

  private func isHeading(_ line: ReadingLine, of section: Int) -> Bool {
    wordings.contains { $0.section == section && line.key == Folding.key(string($0.ordinal + $0.words)[...]) }
      || wordings.contains { $0.section == section && line.key == Folding.key(string($0.words[...])[...]) }
  }

  private func firstPieces(
    of section: Int, in lines: [ReadingLine], _ range: Range<Int>
  ) -> (line: Int, pieces: [ReadingLine])? {
    for isNumbered in [true, false] {
      for line in range {
        // Rows of tables have no headings inside.
        guard !lines[line].text.utf8.contains(UInt8(ascii: "\t")) else { continue }
        if let pieces = pieces(of: lines[line], section, isNumbered: isNumbered) { return (line, pieces) }
      }
    }
    return nil
  }

  /// What stands before the heading, the heading, and what stands behind it.
  private func pieces(of line: ReadingLine, _ section: Int, isNumbered: Bool) -> [ReadingLine]? {
    let scalars = Array(line.text.unicodeScalars)
    let own = wordings.filter { $0.section == section }.sorted { $0.words.count > $1.words.count }
    for start in scalars.indices where mayBegin(scalars, at: start) {
      for wording in own {
        guard let end = end(of: wording, in: scalars, from: start, isNumbered: isNumbered) else { continue }
        guard isEnded(scalars, at: end, isNumbered: isNumbered) else { continue }
        let rest = scalars[end...].drop { Self.isMark($0) || Folding.isSpace($0) }
        let texts = [string(scalars[..<start]), string(scalars[start..<end]), string(rest)]
        let pieces = texts.filter { $0.unicodeScalars.contains { !Folding.isSpace($0) } }.map { text in
          var piece = LineReader.line(Paragraph(text: text, place: line.place))
          piece.isPartOfParagraph = true
          return piece
        }
        return pieces.count > 1 ? pieces : nil
      }
    }
    return nil
  }

  /// A heading begins a line, or stands behind the end of a sentence or a gap.
  private func mayBegin(_ scalars: [Unicode.Scalar], at start: Int) -> Bool {
    guard !Folding.isSpace(scalars[start]) else { return false }
    guard start > 0 else { return true }
    let before = scalars[start - 1]
    return Folding.isSpace(before) || "。！？!?；;…”）)".unicodeScalars.contains(before)
  }

  private func end(
    of wording: Wording, in scalars: [Unicode.Scalar], from start: Int, isNumbered: Bool
  ) -> Int? {
    var index = start
    func take(_ words: [Unicode.Scalar]) -> Bool {
      for scalar in words {
        while index < scalars.count, Folding.isSpace(scalars[index]) { index += 1 }
        guard index < scalars.count, scalars[index] == scalar else { return false }
        index += 1
      }
      return true
    }
    if isNumbered {
      guard take(wording.ordinal), index < scalars.count, "、.．，, 　".unicodeScalars.contains(scalars[index]) else {
        return nil
      }
      index += 1
    }
    return take(wording.words) ? index : nil
  }

  /// What follows an ordinal and the form's words is the section, but for lists of all sections. Words alone are a
  /// heading at the end of a paragraph only.
  private func isEnded(_ scalars: [Unicode.Scalar], at end: Int, isNumbered: Bool) -> Bool {
    guard let next = scalars[end...].first(where: { !Folding.isSpace($0) }) else { return true }
    return isNumbered && !"；;、，,".unicodeScalars.contains(next)
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool { "。：:".unicodeScalars.contains(scalar) }

  private func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }
}
