import DocumentModel

/// Finds the headings of the form's sections among the lines.
///
/// A section is known by its words and its place, not by its number alone: ordinals are lost, doubled or restarted.
struct SectionFinder: Sendable {
  struct Heading: Equatable {
    var section: Int
    /// Index of its line.
    var line: Int
    /// How many lines it takes.
    var lineCount: Int
    /// As printed, without what follows it on its line.
    var text: String
    var score: Double
  }

  private let sections: [KnownSection]
  /// Of the headings in the order of the sections.
  private let matcher: LabelMatcher

  private struct KnownSection {
    var number: Int
    var ordinal: [Unicode.Scalar]
    var heading: [Unicode.Scalar]
    var variants: [[Unicode.Scalar]]

    init(_ section: FormSection) {
      number = section.number
      ordinal = Array(section.ordinal.unicodeScalars)
      heading = Folding.key(section.heading)
      variants = section.variants.map { Folding.key($0) }
    }

    /// Whether `key` is the beginning of one of the heading's wordings.
    func begins(with key: [Unicode.Scalar]) -> Bool {
      begins(heading, with: key) || variants.contains { begins($0, with: key) }
    }

    /// How sure the words make it that this section's heading is meant; `nil` when they are not its own.
    func score(_ line: HeadingLine) -> Double? {
      // （一）… is a heading inside a section, 1. too; but 1.总体情况 is what a list of numbers makes of 一、总体情况.
      let isNumbered = line.ordinal == ordinal
      if line.isSubheading { return line.key == heading && (line.number == number || isNumbered) ? 3 : nil }
      if line.key == heading { return isNumbered ? 10 : 8 }
      if variants.contains(line.key) { return isNumbered ? 9 : 7 }
      // 2024年小店镇政府信息公开工作总体情况
      guard mayBe(line), heading.count >= 4, line.key.suffix(heading.count).elementsEqual(heading) else { return nil }
      return isNumbered ? 8 : 5
    }

    /// Whether words that are not its own may be a misspelling.
    func mayBe(_ line: HeadingLine) -> Bool {
      let hasStrayOrdinal = line.ordinal != nil && line.ordinal != ordinal
      return !line.isSubheading && !hasStrayOrdinal && line.key.count <= heading.count + 24
    }

    private func begins(_ wording: [Unicode.Scalar], with key: [Unicode.Scalar]) -> Bool {
      wording.count > key.count && wording.starts(with: key)
    }
  }

  init(sections: [FormSection]) {
    self.sections = sections.map(KnownSection.init)
    matcher = LabelMatcher(labels: self.sections.map(\.heading))
  }

  /// The headings in the order in which they stand, each section at most once.
  func headings(in lines: [ReadingLine]) -> [Heading] {
    let candidates = lines.indices.flatMap { self.candidates(at: $0, in: lines) }
    var chosen = bestChain(candidates)
    // What is missing from the chain may stand out of order.
    for known in sections where !chosen.contains(where: { $0.section == known.number }) {
      let strays = candidates.filter { candidate in
        candidate.section == known.number && candidate.score >= Self.certain
          && !chosen.contains { $0.line == candidate.line }
      }
      if let stray = strays.max(by: { $0.score <= $1.score }) { chosen.append(stray) }
    }
    chosen.sort { $0.line < $1.line }
    for number in sections.indices where !chosen.contains(where: { $0.section == sections[number].number }) {
      guard let heading = headingByPlace(number, among: chosen, in: lines) else { continue }
      chosen.append(heading)
      chosen.sort { $0.line < $1.line }
    }
    return chosen
  }

  /// A heading in words of its own: the only line with an ordinal between the headings before and behind it, and the
  /// ordinal is its section's.
  private func headingByPlace(_ number: Int, among chosen: [Heading], in lines: [ReadingLine]) -> Heading? {
    func known(_ index: Int) -> Int? { sections.indices.contains(index) ? sections[index].number : nil }
    let before = known(number - 1).map { section in chosen.last { $0.section == section } }
    let behind = known(number + 1).map { section in chosen.first { $0.section == section } }
    // Both neighbours are there, or there is no such neighbour.
    if case .some(.none) = before { return nil }
    if case .some(.none) = behind { return nil }
    let start = before.flatMap { $0 }.map { $0.line + $0.lineCount } ?? 0
    let end = behind.flatMap { $0 }?.line ?? lines.count
    guard start < end else { return nil }
    let numbered = (start..<end).lazy.compactMap { index -> (line: Int, heading: HeadingLine)? in
      guard let heading = HeadingLine(lines[index].text), heading.ordinal != nil, !heading.isSubheading else {
        return nil
      }
      return (index, heading)
    }.prefix(2)
    guard numbered.count == 1, let found = numbered.first, lines[found.line].values.isEmpty,
      found.heading.ordinal == sections[number].ordinal, found.heading.remainder.isEmpty,
      found.heading.key.count <= Self.longestHeading
    else { return nil }
    return Heading(
      section: sections[number].number, line: found.line, lineCount: 1, text: found.heading.heading, score: 2)
  }

  /// In characters, without the ordinal.
  private static let longestHeading = 24

  private static let certain = 8.0

  /// The candidates that follow each other in the form's order with the best sum of scores. Of equals the later wins:
  /// a table of contents stands before what it lists.
  private func bestChain(_ candidates: [Heading]) -> [Heading] {
    var best: [(score: Double, previous: Int?)] = []
    for (index, candidate) in candidates.enumerated() {
      var score = candidate.score
      var previous: Int?
      for earlier in 0..<index
      where candidates[earlier].section < candidate.section && candidates[earlier].line < candidate.line {
        if best[earlier].score + candidate.score >= score {
          score = best[earlier].score + candidate.score
          previous = earlier
        }
      }
      best.append((score, previous))
    }
    var chain: [Heading] = []
    var next = best.indices.max { best[$0].score <= best[$1].score }
    while let index = next {
      chain.append(candidates[index])
      next = best[index].previous
    }
    return chain.reversed()
  }

  private func candidates(at index: Int, in lines: [ReadingLine]) -> [Heading] {
    // Most lines are prose, too long to be a heading.
    guard let heading = HeadingLine(lines[index].text) else { return [] }
    let symbols = heading.isSubheading ? [] : matcher.symbols(of: heading.key)
    return sections.indices.compactMap { section in
      let alone = score(heading, symbols, section)
      if let joined = twoLines(heading, at: index, in: lines, section), joined.score > alone ?? 0 { return joined }
      return alone.map {
        Heading(section: sections[section].number, line: index, lineCount: 1, text: heading.heading, score: $0)
      }
    }
  }

  /// A long heading may be broken over two lines.
  private func twoLines(_ heading: HeadingLine, at index: Int, in lines: [ReadingLine], _ section: Int) -> Heading? {
    guard heading.ordinal == sections[section].ordinal, sections[section].begins(with: heading.key),
      lines.indices.contains(index + 1), let joined = HeadingLine(lines[index].text + lines[index + 1].text),
      let score = score(joined, matcher.symbols(of: joined.key), section), score >= Self.certain
    else { return nil }
    return Heading(section: sections[section].number, line: index, lineCount: 2, text: joined.heading, score: score)
  }

  private func score(_ line: HeadingLine, _ symbols: LabelMatcher.Symbols, _ section: Int) -> Double? {
    let sure = sections[section].score(line)
    guard sure == nil, sections[section].mayBe(line) else { return sure }
    let length = sections[section].heading.count
    let share = matcher.share(of: section, before: symbols, after: [])
    let likeness = 2 * share * Double(length) / Double(length + line.key.count)
    let isNumbered = line.ordinal == sections[section].ordinal
    if isNumbered, likeness >= 0.7 { return 6 }
    if !isNumbered, likeness >= 0.85, length >= 6 { return 4 }
    return nil
  }
}
